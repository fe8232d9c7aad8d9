#pragma once

#include <libstemmer.h>

namespace newsarc::text {

/// The functions of Snowball's libstemmer, from the library that the system has, loaded when one is first
/// needed.
struct Libstemmer {
    decltype(&::sb_stemmer_new) make = nullptr;
    decltype(&::sb_stemmer_delete) end = nullptr;
    decltype(&::sb_stemmer_stem) stem = nullptr;
    decltype(&::sb_stemmer_length) length = nullptr;

    /// Throws Error(unsupported) where the system has none.
    static const Libstemmer& get();
};

}  // namespace newsarc::text
