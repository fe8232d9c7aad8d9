#include "text/likeness/minhash.hpp"

namespace newsarc::text {
namespace {

constexpr int class_shift = 58;  // the upper six of 64 bits
constexpr std::uint64_t byte_values = 255;

/// Classes that must be filled in either article for an estimate.
constexpr int least_filled = 48;

}  // namespace

Signature signature(const Shingles& shingles) {
    Signature out{};
    std::array<std::uint64_t, std::tuple_size_v<Signature>> smallest{};
    for (const std::uint64_t hash : shingles.hashes) {
        const std::size_t its_class = hash >> class_shift;
        if (out[its_class] != 0 && hash >= smallest[its_class]) continue;
        smallest[its_class] = hash;
        out[its_class] = static_cast<std::uint8_t>(1 + hash % byte_values);
    }
    return out;
}

std::optional<double> estimated_similarity(const Signature& a, const Signature& b) {
    int filled = 0;
    int same = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        filled += a[i] != 0 || b[i] != 0 ? 1 : 0;
        same += a[i] != 0 && a[i] == b[i] ? 1 : 0;
    }
    if (filled < least_filled) return std::nullopt;
    return static_cast<double>(same) / filled;
}

}  // namespace newsarc::text
