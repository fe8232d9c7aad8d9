#pragma once

// The header of CLD2 needs this one.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

namespace newsarc::text {

/// The functions of CLD2 with the tables of all its languages, from the libraries that the system has, loaded
/// when one is first needed.
struct Cld2 {
    CLD2::Language (*detect)(const char* text, int size, bool is_plain, CLD2::Language* three, int* percents,
                             int* bytes, bool* is_reliable) = nullptr;
    const char* (*code)(CLD2::Language language) = nullptr;

    /// Throws Error(unsupported) where the system has none.
    static const Cld2& get();
};

}  // namespace newsarc::text
