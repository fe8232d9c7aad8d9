#include "text/likeness/difference.hpp"

#include <algorithm>
#include <cstdint>

namespace newsarc::text {
namespace {

constexpr std::size_t largest_table = 4'000'000;

using Texts = std::span<const std::string_view>;

/// The lengths of the longest common subsequences of all ends of two sequences.
class Table {
public:
    Table(Texts from, Texts to) : width_(to.size() + 1), lengths_((from.size() + 1) * width_, 0) {
        for (std::size_t i = from.size(); i-- > 0;) {
            for (std::size_t j = to.size(); j-- > 0;) {
                lengths_[i * width_ + j] =
                    from[i] == to[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }

    [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

private:
    std::size_t width_;
    std::vector<std::uint32_t> lengths_;
};

/// Puts the differences of what stands between the common begin and end.
class Middle {
public:
    Middle(Texts from, Texts to, std::size_t offset, std::vector<Difference>& out)
        : from_(from), to_(to), offset_(offset), out_(out) {}

    void put() {
        if (from_.size() * to_.size() <= largest_table) follow(Table(from_, to_));
        remove_up_to(from_.size());
        add_up_to(to_.size());
    }

private:
    void follow(const Table& table) {
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < from_.size() && j < to_.size()) {
            if (from_[i] == to_[j]) {
                remove_up_to(i++);
                add_up_to(j++);
                out_.push_back({Change::none, offset_ + next_from_++, offset_ + next_to_++});
            } else if (table.at(i + 1, j) >= table.at(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
    }

    void remove_up_to(std::size_t end) {
        while (next_from_ < end)
            out_.push_back({Change::removed, offset_ + next_from_++, offset_ + next_to_});
    }

    void add_up_to(std::size_t end) {
        while (next_to_ < end)
            out_.push_back({Change::added, offset_ + next_from_, offset_ + next_to_++});
    }

    Texts from_;
    Texts to_;
    std::size_t offset_;
    std::vector<Difference>& out_;
    std::size_t next_from_ = 0;
    std::size_t next_to_ = 0;
};

}  // namespace

std::vector<Difference> differences(Texts from, Texts to) {
    std::vector<Difference> out;
    const std::size_t shorter = std::min(from.size(), to.size());
    std::size_t begin = 0;
    while (begin < shorter && from[begin] == to[begin]) {
        out.push_back({Change::none, begin, begin});
        ++begin;
    }
    std::size_t end = 0;
    while (end < shorter - begin && from[from.size() - 1 - end] == to[to.size() - 1 - end])
        ++end;
    Middle(from.subspan(begin, from.size() - begin - end), to.subspan(begin, to.size() - begin - end), begin,
           out)
        .put();
    for (std::size_t left = end; left > 0; --left)
        out.push_back({Change::none, from.size() - left, to.size() - left});
    return out;
}

}  // namespace newsarc::text
