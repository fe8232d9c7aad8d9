#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// How the articles that hold a term are packed. docs/storage.md describes the bytes.

namespace newsarc::store {

/// One article that holds a term.
struct TermPosting {
    // Without first values: arrays of these are filled before they are read.
    std::uint32_t article;
    std::uint16_t places;  ///< how often, from 1 to most_times
    std::uint16_t extra;   ///< what these places count beyond body_times each

    friend bool operator==(const TermPosting&, const TermPosting&) = default;
};

/// Postings are packed by so many: the widths of their numbers follow what stands there, and a block is
/// unpacked in a few registers.
inline constexpr std::size_t posting_block = 128;

/// Appends the packed form of postings, which ascend by article.
void pack(std::span<const TermPosting> postings, std::string& out);

/// Reads packed postings, a block at a time. Throws Error(archive_damaged) for bytes that pack() did not
/// make.
class PostingBlocks {
public:
    /// Of so many postings. The bytes must outlive it.
    PostingBlocks(std::string_view bytes, std::size_t count);

    /// The postings of the next block, until it is called again; none behind the last.
    std::span<const TermPosting> next();

private:
    std::string_view bytes_;
    std::size_t left_;
    std::size_t last_ = 0;
    std::array<TermPosting, posting_block> block_;
};

/// Numbers in bytes of seven bits, the least first; the eighth says that another follows.
inline void put_number(std::size_t number, std::string& out) {
    for (; number >= 0x80; number >>= 7)
        out += static_cast<char>((number & 0x7F) | 0x80);
    out += static_cast<char>(number);
}

std::size_t take_long_number(std::string_view& bytes);

/// Takes such a number from the front of the bytes; most are of one. Throws Error(archive_damaged).
inline std::size_t take_number(std::string_view& bytes) {
    if (bytes.empty() || static_cast<unsigned char>(bytes[0]) >= 0x80) return take_long_number(bytes);
    const auto out = static_cast<std::size_t>(bytes[0]);
    bytes.remove_prefix(1);
    return out;
}

/// Takes so many bytes from the front. Throws Error(archive_damaged).
std::string_view take_bytes(std::size_t count, std::string_view& bytes);

/// What is thrown for bytes that newsarc did not write.
[[noreturn]] void throw_damaged_postings();

}  // namespace newsarc::store
