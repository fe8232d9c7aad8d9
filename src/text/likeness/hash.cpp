#include "text/likeness/hash.hpp"

#include <nettle/sha2.h>

namespace newsarc::text {

Sha256 sha256(std::string_view bytes) {
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    Sha256 digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return digest;
}

std::string hex(const Sha256& digest, std::size_t bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < bytes && i < digest.size(); ++i) {
        out += digits[digest[i] >> 4];
        out += digits[digest[i] & 0xF];
    }
    return out;
}

}  // namespace newsarc::text
