#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

namespace newsarc::input {

/// The functions of libxml2, from the library that the system has, loaded when one is first needed.
struct Libxml2 {
    decltype(&::htmlCreatePushParserCtxt) html_create = nullptr;
    decltype(&::htmlCtxtUseOptions) html_use_options = nullptr;
    decltype(&::htmlParseChunk) html_parse_chunk = nullptr;
    decltype(&::htmlFreeParserCtxt) html_free = nullptr;
    decltype(&::xmlCreatePushParserCtxt) xml_create = nullptr;
    decltype(&::xmlCtxtUseOptions) xml_use_options = nullptr;
    decltype(&::xmlParseChunk) xml_parse_chunk = nullptr;
    decltype(&::xmlFreeParserCtxt) xml_free = nullptr;
    decltype(&::htmlEntityLookup) entity_lookup = nullptr;

    /// Throws Error(unsupported) where the system has no libxml2.
    static const Libxml2& get();
};

}  // namespace newsarc::input
