#include "input/kinds.hpp"

#include <algorithm>
#include <array>

#include "input/container/packed_files.hpp"
#include "input/container/warc.hpp"
#include "input/feed/feed.hpp"
#include "input/mail/mail.hpp"
#include "input/note/note.hpp"
#include "input/office/epub.hpp"
#include "input/office/pdf.hpp"
#include "input/office/rtf.hpp"
#include "input/office/text_document.hpp"
#include "input/page/page.hpp"
#include "input/press/europresse.hpp"
#include "input/press/factiva.hpp"
#include "text/unicode/ascii.hpp"

namespace newsarc::input {
namespace {

void open_page(const Source& source, const Given& given, const Sink& sink) {
    sink.document(read_page(source.bytes, given));
}

void open_europresse(const Source& source, const Given& given, const Sink& sink) {
    read_europresse(source.bytes, given, sink.document);
}

void open_feed(const Source& source, const Given& given, const Sink& sink) {
    for (const Document& document : read_feed(source.bytes, given))
        sink.document(document);
}

void open_note(const Source& source, const Given& given, const Sink& sink) {
    for (const Document& document : read_notes(source.bytes, given))
        sink.document(document);
}

void open_mail(const Source& source, const Given&, const Sink& sink) {
    read_mail(source.bytes, sink.document);
}

void open_mbox(const Source& source, const Given&, const Sink& sink) {
    std::size_t number = 0;
    read_mbox(source.bytes, [&](const MboxMessage& message) {
        ++number;
        try {
            read_mail(message.bytes, [&](Document document) {
                document.offset = message.offset;
                document.length = message.length;
                sink.document(document);
            });
        } catch (const Error& error) {
            if (error.code() != ErrorCode::input) throw;
            const bool is_alone = message.offset == 0 && message.length == source.bytes.size();
            sink.failure(source.path + (is_alone ? "" : ", message " + std::to_string(number)), error);
        }
    });
}

void open_warc(const Source& source, const Given&, const Sink& sink) {
    read_warc(source, sink.file, sink.failure);
}

void open_packed(const Source& source, const Given&, const Sink& sink) {
    read_packed(source, sink.file, sink.failure);
}

void open_epub(const Source& source, const Given& given, const Sink& sink) {
    read_epub(source.bytes, given, sink.document);
}

/// A file that holds one text.
template <InnerFile (*read)(std::string_view bytes)>
void open_text_of(const Source& source, const Given&, const Sink& sink) {
    InnerFile file = read(source.bytes);
    file.source.path = source.path;
    sink.file(file);
}

/// `{"headline": …`, `[ { "headline": …`: no news text begins so, but for one that was copied with what its
/// page states for machines, `[{"@context": …`.
bool begins_records(std::string_view start) {
    std::string signs;
    for (const char c : start.substr(start.starts_with("\xEF\xBB\xBF") ? 3 : 0)) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        signs += c;
        if (signs.size() == 4) break;
    }
    const bool is_linked_data = signs.starts_with("{\"@") || signs.starts_with("[{\"@");
    return (signs.starts_with("{\"") || signs.starts_with("[{\"")) && !is_linked_data;
}

// What `add` is given and cannot take, with the way that there is.

void refuse_records(const Source&, const Given&, const Sink&) {
    throw Error(ErrorCode::input, "records of articles (JSON or a table), and no news text",
                "they are stored with: newsarc import FILE");
}

void refuse_citations(const Source&, const Given&, const Sink&) {
    throw Error(ErrorCode::input, "citations, which hold no text of articles",
                "newsarc export --format jsonl writes what newsarc import reads back");
}

bool begins_xml(std::string_view start) {
    return start.substr(start.starts_with("\xEF\xBB\xBF") ? 3 : 0).starts_with("<?xml ");
}

void refuse_xml(const Source&, const Given&, const Sink&) {
    throw Error(
        ErrorCode::input, "XML of no kind that newsarc reads (newsarc help inputs lists them)",
        "save the articles as web pages or as text; records go through JSON or CSV: newsarc import FILE");
}

// A zip file that says what it is goes before any zip file.
constexpr std::array table{
    Kind{"warc", "a web archive", ".warc .warc.gz", begins_warc, open_warc},
    Kind{"epub", "an EPUB", ".epub", begins_epub, open_epub},
    Kind{"docx", "a document of Word", ".docx", begins_docx, open_text_of<read_docx>},
    Kind{"odt", "a document of LibreOffice", ".odt", begins_odt, open_text_of<read_odt>},
    Kind{"rtf", "a document in RTF", ".rtf", begins_rtf, open_text_of<read_rtf>},
    Kind{"pdf", "a PDF", ".pdf", begins_pdf, open_text_of<read_pdf>},
    Kind{"archive", "an archive of files", ".zip .tar .tgz .gz .bz2 .xz .zst", begins_packed_files,
         open_packed},
    Kind{"mbox", "a folder of mail", ".mbox .mbx", begins_mbox, open_mbox},
    Kind{"mail", "a mail", ".eml .mht .mhtml", begins_mail, open_mail},
    Kind{"feed", "a feed", ".rss .atom .rdf", begins_feed, open_feed},
    Kind{"europresse", "an export of Europresse", "", begins_europresse, open_europresse},
    Kind{"factiva", "an export of Factiva", "", begins_factiva, open_text_of<read_factiva>},
    Kind{"page", "a web page", ".html .htm .xhtml", begins_page, open_page},
    Kind{"note", "Markdown with front matter", "", begins_note, open_note},
    Kind{"xml", "XML", ".xml", begins_xml, refuse_xml},
    Kind{"records", "records of articles", ".json .jsonl .ndjson .csv .tsv", begins_records, refuse_records},
    Kind{"citations", "citations", ".bib .ris .nbib .enw", nullptr, refuse_citations},
    Kind{"text", "text", ".txt .text .md", nullptr, nullptr},
};

}  // namespace

std::span<const Kind> kinds() {
    return table;
}

const Kind& kind_of(std::string_view bytes, std::string_view path) {
    const std::string_view start = bytes.substr(0, std::size_t{64} * 1024);
    for (const Kind& kind : table) {
        if (kind.recognises != nullptr && kind.recognises(start)) return kind;
    }
    for (const Kind& kind : table) {
        if (ends_in_one_of(path, kind.endings)) return kind;
    }
    return table.back();
}

bool ends_in_one_of(std::string_view path, std::string_view endings) {
    while (!endings.empty()) {
        const std::string_view ending = endings.substr(0, endings.find(' '));
        endings.remove_prefix(std::min(ending.size() + 1, endings.size()));
        if (path.size() < ending.size()) continue;
        const std::string_view tail = path.substr(path.size() - ending.size());
        if (std::ranges::equal(tail, ending, {}, text::ascii_lower)) return true;
    }
    return false;
}

const Kind* kind_named(std::string_view name) {
    const auto* const found = std::ranges::find(table, name, &Kind::name);
    return found == table.end() ? nullptr : found;
}

}  // namespace newsarc::input
