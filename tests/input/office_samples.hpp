#pragma once

#include <string>
#include <utility>
#include <vector>

#include "input/page_samples.hpp"
#include "support/packed.hpp"

namespace newsarc::tests {

inline std::string docx_of(const std::string& body) {
    return zipped({
        {"[Content_Types].xml", "<Types/>"},
        {"word/document.xml",
         "<?xml version=\"1.0\"?><w:document "
         "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
         "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
             body + "</w:body></w:document>"},
        {"docProps/core.xml",
         "<cp:coreProperties xmlns:cp=\"x\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>A title</dc:title><dc:creator>Jane "
         "Roe</dc:creator><dcterms:created>2025-01-21T08:00:00Z</dcterms:created></cp:coreProperties>"},
    });
}

inline std::string odt_of(const std::string& body) {
    return zipped({
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml",
         "<?xml version=\"1.0\"?><office:document-content "
         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
         "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:body><office:text>" +
             body + "</office:text></office:body></office:document-content>"},
        {"meta.xml",
         "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta><meta:initial-creator>Jane "
         "Roe</meta:initial-creator><meta:creation-date>2025-01-21T08:00:00</meta:creation-date>"
         "</office:meta></office:document-meta>"},
    });
}

/// An EPUB of such chapters (what stands in their `body`).
inline std::string epub_of(const std::vector<std::string>& chapters) {
    std::vector<std::pair<std::string, std::string>> files{
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml",
         "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
         "full-path=\"OEBPS/book.opf\"/></rootfiles></container>"}};
    std::string items;
    std::string spine;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const std::string id = "c" + std::to_string(i);
        items += "<item id=\"" + id + "\" href=\"text/" + id + "%20.xhtml\"/>";
        spine += "<itemref idref=\"" + id + "\"/>";
        files.emplace_back(
            "OEBPS/text/" + id + " .xhtml",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + chapters[i] + "</body></html>");
    }
    files.emplace_back("OEBPS/book.opf",
                       "<package xmlns=\"http://www.idpf.org/2007/opf\" "
                       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>The Harbour "
                       "Post</dc:title><dc:creator>Ali Khan</dc:creator><dc:date>2025-01-21</dc:date>"
                       "<dc:identifier>urn:post:7</dc:identifier><dc:language>en</dc:language></metadata>"
                       "<manifest>" +
                           items + "</manifest><spine>" + spine +
                           "<itemref idref=\"c0\" linear=\"no\"/></spine></package>");
    return zipped(files);
}

}  // namespace newsarc::tests
