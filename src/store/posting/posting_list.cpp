#include "store/posting/posting_list.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "store/index/lengths.hpp"
#include "text/unicode/eight_bytes.hpp"

namespace newsarc::store {
namespace {

/// A block is unpacked by eights, the first article aside.
using Numbers = std::array<std::uint32_t, posting_block + 8>;

// Widths in bits stand in two bytes of a block, in this order from the lowest bit.
constexpr unsigned article_bits = 5;
constexpr unsigned places_bits = 4;

unsigned width_of(const std::uint32_t* numbers, std::size_t count) {
    std::uint32_t all = 0;
    for (std::size_t i = 0; i < count; ++i)
        all |= numbers[i];
    return static_cast<unsigned>(std::bit_width(all));
}

void put_bits(const std::uint32_t* numbers, std::size_t count, unsigned width, std::string& out) {
    if (width == 0) return;
    std::uint64_t bits = 0;
    unsigned filled = 0;
    for (std::size_t i = 0; i < count; ++i) {
        bits |= std::uint64_t{numbers[i]} << filled;
        for (filled += width; filled >= 8; filled -= 8, bits >>= 8)
            out += static_cast<char>(bits & 0xFF);
    }
    if (filled > 0) out += static_cast<char>(bits);
}

/// Eight numbers of so many bits take as many bytes. With the width known when this is compiled, a number
/// takes a few instructions. `count` is rounded up to eights.
template <unsigned width>
void unpack(const char* from, std::size_t count, std::uint32_t* out) {
    constexpr std::uint64_t mask = (std::uint64_t{1} << width) - 1;
    for (std::size_t i = 0; i < count; i += 8, from += width) {
        for (unsigned k = 0; k < 8; ++k)
            out[i + k] =
                static_cast<std::uint32_t>(text::load_eight(from + k * width / 8) >> (k * width % 8) & mask);
    }
}

using Unpack = void (*)(const char* from, std::size_t count, std::uint32_t* out);

template <std::size_t... widths>
constexpr std::array<Unpack, sizeof...(widths)> unpackers(std::index_sequence<widths...>) {
    return {unpack<widths>...};
}

constexpr unsigned most_bits = (1U << article_bits) - 1;

void take_bits(std::size_t count, unsigned width, std::string_view& bytes, std::uint32_t* out) {
    static constexpr auto unpack_width = unpackers(std::make_index_sequence<most_bits + 1>{});
    // Most words stand once in most articles.
    if (width == 0) return static_cast<void>(std::fill_n(out, count, 0U));
    const std::string_view packed = take_bytes((count * width + 7) / 8, bytes);
    // Up to seven numbers more are read, each by eight bytes.
    constexpr std::size_t beyond = most_bits + 8;
    std::array<char, posting_block * most_bits / 8 + beyond> copy;
    const char* from = packed.data();
    if (bytes.size() < beyond) {
        std::memcpy(copy.data(), packed.data(), packed.size());
        std::memset(copy.data() + packed.size(), 0, beyond);
        from = copy.data();
    }
    unpack_width[width](from, count, out);
}

}  // namespace

void throw_damaged_postings() {
    throw Error(ErrorCode::archive_damaged, "the archive's table posting is damaged", "run `newsarc check`");
}

std::size_t take_long_number(std::string_view& bytes) {
    std::size_t out = 0;
    for (unsigned shift = 0; shift < 56; shift += 7) {
        const auto byte = static_cast<unsigned char>(take_bytes(1, bytes)[0]);
        out |= static_cast<std::size_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) return out;
    }
    throw_damaged_postings();
}

std::string_view take_bytes(std::size_t count, std::string_view& bytes) {
    if (count > bytes.size()) throw_damaged_postings();
    const std::string_view out = bytes.substr(0, count);
    bytes.remove_prefix(count);
    return out;
}

void pack(std::span<const TermPosting> postings, std::string& out) {
    std::uint32_t last = 0;
    while (!postings.empty()) {
        const auto block = postings.first(std::min(postings.size(), posting_block));
        Numbers articles, places, extras;
        for (std::size_t i = 0; i < block.size(); ++i) {
            articles[i] = i == 0 ? 0 : block[i].article - block[i - 1].article - 1;
            places[i] = block[i].places - 1U;
            extras[i] = block[i].extra;
        }
        const unsigned article_width = width_of(articles.data(), block.size());
        const unsigned places_width = width_of(places.data(), block.size());
        const unsigned extra_width = width_of(extras.data(), block.size());
        put_number(block[0].article - last, out);
        const unsigned widths =
            article_width | places_width << article_bits | extra_width << (article_bits + places_bits);
        out += static_cast<char>(widths & 0xFF);
        out += static_cast<char>(widths >> 8);
        put_bits(articles.data() + 1, block.size() - 1, article_width, out);
        put_bits(places.data(), block.size(), places_width, out);
        put_bits(extras.data(), block.size(), extra_width, out);
        last = block.back().article;
        postings = postings.subspan(block.size());
    }
}

PostingBlocks::PostingBlocks(std::string_view bytes, std::size_t count) : bytes_(bytes), left_(count) {
    // Two bytes and more stand for each block.
    if (count > bytes.size() * posting_block) throw_damaged_postings();
}

std::span<const TermPosting> PostingBlocks::next() {
    if (left_ == 0 && !bytes_.empty()) throw_damaged_postings();
    if (left_ == 0) return {};
    const std::size_t size = std::min(left_, posting_block);
    left_ -= size;
    last_ += take_number(bytes_);
    const std::string_view head = take_bytes(2, bytes_);
    const unsigned widths =
        static_cast<unsigned char>(head[0]) | static_cast<unsigned>(static_cast<unsigned char>(head[1])) << 8;
    Numbers articles, places, extras;
    take_bits(size - 1, widths & 0x1F, bytes_, articles.data() + 1);
    take_bits(size, widths >> article_bits & 0xF, bytes_, places.data());
    take_bits(size, widths >> (article_bits + places_bits) & 0x1F, bytes_, extras.data());
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0) last_ += articles[i] + std::size_t{1};
        block_[i] = {static_cast<std::uint32_t>(last_), static_cast<std::uint16_t>(places[i] + 1),
                     static_cast<std::uint16_t>(extras[i])};
    }
    if (last_ > static_cast<std::size_t>(greatest_id)) throw_damaged_postings();
    return {block_.data(), size};
}

}  // namespace newsarc::store
