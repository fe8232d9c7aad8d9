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
    std::uint32_t article = 0;
    std::uint16_t places = 0;  ///< how often, from 1 to most_times
    std::uint16_t extra = 0;   ///< what these places count beyond body_times each

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
void put_number(std::size_t number, std::string& out);

/// Takes such a number from the front of the bytes. Throws Error(archive_damaged).
std::size_t take_number(std::string_view& bytes);

/// Takes so many bytes from the front. Throws Error(archive_damaged).
std::string_view take_bytes(std::size_t count, std::string_view& bytes);

/// What is thrown for bytes that newsarc did not write.
[[noreturn]] void throw_damaged_postings();

}  // namespace newsarc::store
