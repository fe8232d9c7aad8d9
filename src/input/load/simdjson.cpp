#include "input/load/simdjson.hpp"

#ifndef NEWSARC_SIMDJSON_NAME

// Linked as other libraries are.

namespace newsarc::input {

simdjson::dom::parser json_parser() {
    return simdjson::dom::parser();
}

std::string json_error(simdjson::error_code error) {
    return simdjson::error_message(error);
}

}  // namespace newsarc::input

#else

#include <array>

#include "text/load/shared_library.hpp"

namespace newsarc::input {
namespace {

/// What simdjson's header leaves to the library.
struct Simdjson {
    decltype(&simdjson::get_active_implementation) implementation = nullptr;
    char* (*to_chars)(char*, const char*, double) = nullptr;
    double (*from_chars)(const char*) = nullptr;
    double (*from_chars_up_to)(const char*, const char*) = nullptr;
    const simdjson::internal::error_code_info* errors = nullptr;

    static const Simdjson& get();
};

Simdjson load() {
    // No other version fits the header.
    constexpr std::array<const char*, 2> files{NEWSARC_SIMDJSON_NAME, NEWSARC_SIMDJSON_FILE};
    const text::SharedLibrary library(
        files, "simdjson", "reading JSON",
        std::string("install the one that newsarc was built with: ") + NEWSARC_SIMDJSON_NAME);
    Simdjson out;
    // As GCC and Clang name them.
    library.find("_ZN8simdjson25get_active_implementationEv", out.implementation);
    library.find("_ZN8simdjson8internal8to_charsEPcPKcd", out.to_chars);
    library.find("_ZN8simdjson8internal10from_charsEPKc", out.from_chars);
    library.find("_ZN8simdjson8internal10from_charsEPKcS2_", out.from_chars_up_to);
    library.find("_ZN8simdjson8internal11error_codesE", out.errors);
    return out;
}

const Simdjson& Simdjson::get() {
    static const Simdjson loaded = load();
    return loaded;
}

}  // namespace

simdjson::dom::parser json_parser() {
    Simdjson::get();
    return simdjson::dom::parser();
}

std::string json_error(simdjson::error_code error) {
    return Simdjson::get().errors[error].message;
}

}  // namespace newsarc::input

// What the code of simdjson's header calls, handed on to the library.
namespace simdjson {

internal::atomic_ptr<const implementation>& get_active_implementation() {
    return newsarc::input::Simdjson::get().implementation();
}

namespace internal {

char* to_chars(char* first, const char* last, double value) {
    return newsarc::input::Simdjson::get().to_chars(first, last, value);
}

double from_chars(const char* first) noexcept {
    return newsarc::input::Simdjson::get().from_chars(first);
}

double from_chars(const char* first, const char* end) noexcept {
    return newsarc::input::Simdjson::get().from_chars_up_to(first, end);
}

}  // namespace internal
}  // namespace simdjson

#endif
