#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// How the articles that hold a term are packed. docs/storage.md describes the bytes.

namespace newsarc::store {

/// One article that holds a term.
struct TermPosting {
    std::uint32_t article = 0;
    std::uint16_t places = 0;  ///< how often, from 1 to most_times
    std::uint16_t extra = 0;   ///< what these places count beyond body_times each

    friend bool operator==(const TermPosting&, const TermPosting&) = default;
};

/// Appends the packed form of postings, which ascend by article.
void pack(std::span<const TermPosting> postings, std::string& out);

/// Appends `count` postings to `out`. Throws Error(archive_damaged) for bytes that pack() did not make.
void unpack(std::string_view bytes, std::size_t count, std::vector<TermPosting>& out);

/// Numbers in bytes of seven bits, the least first; the eighth says that another follows.
void put_number(std::size_t number, std::string& out);

/// Takes such a number from the front of the bytes. Throws Error(archive_damaged).
std::size_t take_number(std::string_view& bytes);

/// Takes so many bytes from the front. Throws Error(archive_damaged).
std::string_view take_bytes(std::size_t count, std::string_view& bytes);

/// What is thrown for bytes that newsarc did not write.
[[noreturn]] void throw_damaged_postings();

}  // namespace newsarc::store
