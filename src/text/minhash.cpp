#include "text/minhash.hpp"

namespace newsarc::text {
namespace {

constexpr int class_shift = 58;  // the upper six of 64 bits
constexpr std::uint64_t byte_values = 255;

/// Classes that must be filled in either article for an estimate.
constexpr int least_filled = 48;

}  // namespace

Signature signature(const Shingles& shingles) {
    Signature out{};
    for (const std::uint64_t hash : shingles.hashes) {  // ascending: the first of a class is its smallest
        std::uint8_t& kept = out[hash >> class_shift];
        if (kept == 0) kept = static_cast<std::uint8_t>(1 + hash % byte_values);
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
