#include "input/load/libxml2.hpp"

#include <array>

#include "text/load/shared_library.hpp"

namespace newsarc::input {
namespace {

Libxml2 load() {
    constexpr std::array<const char*, 5> files{"libxml2.so.2", "libxml2.so", "libxml2.dylib",
                                               "/opt/homebrew/opt/libxml2/lib/libxml2.dylib",
                                               "/usr/lib/libxml2.dylib"};
    const text::SharedLibrary library(files, "libxml2", "reading web pages and feeds",
                                      "install it (Debian: libxml2), or save the article as text");
    Libxml2 out;
    library.find("htmlCreatePushParserCtxt", out.html_create);
    library.find("htmlCtxtUseOptions", out.html_use_options);
    library.find("htmlParseChunk", out.html_parse_chunk);
    library.find("htmlFreeParserCtxt", out.html_free);
    library.find("xmlCreatePushParserCtxt", out.xml_create);
    library.find("xmlCtxtUseOptions", out.xml_use_options);
    library.find("xmlParseChunk", out.xml_parse_chunk);
    library.find("xmlFreeParserCtxt", out.xml_free);
    library.find("htmlEntityLookup", out.entity_lookup);
    decltype(&::xmlInitParser) initialize = nullptr;
    library.find("xmlInitParser", initialize);
    // Several threads parse; libxml2 wants to be made ready by one.
    initialize();
    return out;
}

}  // namespace

const Libxml2& Libxml2::get() {
    static const Libxml2 loaded = load();
    return loaded;
}

}  // namespace newsarc::input
