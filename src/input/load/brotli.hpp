#pragma once

#include <cstddef>
#include <cstdint>

namespace newsarc::input {

/// The functions of Brotli's decoder (RFC 7932), from the library that the system has, loaded when one is
/// first needed. They are written out here, so that no more packages are needed to build.
struct Brotli {
    struct State;
    State* (*create)(void* (*allocate)(void*, std::size_t), void (*release)(void*, void*), void*) = nullptr;
    void (*destroy)(State*) = nullptr;
    /// Gives 1 when all is unpacked, 2 when it needs more bytes, 3 when it needs more room, else 0.
    int (*decompress)(State*, std::size_t* in_size, const std::uint8_t** in, std::size_t* out_size,
                      std::uint8_t** out, std::size_t* total) = nullptr;

    /// Throws Error(unsupported) where the system has no Brotli.
    static const Brotli& get();
};

}  // namespace newsarc::input
