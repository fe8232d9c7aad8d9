#pragma once

#include <uchardet.h>

namespace newsarc::text {

/// The functions of uchardet, from the library that the system has, loaded when one is first needed.
struct Uchardet {
    decltype(&::uchardet_new) make = nullptr;
    decltype(&::uchardet_delete) end = nullptr;
    decltype(&::uchardet_handle_data) take = nullptr;
    decltype(&::uchardet_data_end) take_end = nullptr;
    decltype(&::uchardet_get_charset) charset = nullptr;

    /// Throws Error(unsupported) where the system has none.
    static const Uchardet& get();
};

}  // namespace newsarc::text
