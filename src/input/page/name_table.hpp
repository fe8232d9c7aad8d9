#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newsarc::input {

/// Rows sorted by a name in lower case that begins with a letter; looked up for every element and class of a
/// page, so by the first letter and then one after the other.
template <typename Row, std::size_t size, std::string_view Row::*name>
class NameTable {
public:
    constexpr explicit NameTable(const std::array<Row, size>& rows) : rows_(rows) {
        for (const Row& row : rows)
            ++begins_[letter(row.*name) + 1];
        for (std::size_t i = 1; i < begins_.size(); ++i)
            begins_[i] = static_cast<std::uint8_t>(begins_[i] + begins_[i - 1]);
    }

    /// Null when no row has the name.
    [[nodiscard]] constexpr const Row* find(std::string_view wanted) const {
        if (wanted.empty() || letter(wanted) >= letters) return nullptr;
        const Row* const end = rows_.data() + begins_[letter(wanted) + 1];
        const Row* const found = std::find_if(rows_.data() + begins_[letter(wanted)], end,
                                              [&](const Row& row) { return row.*name == wanted; });
        return found == end ? nullptr : found;
    }

    [[nodiscard]] constexpr const std::array<Row, size>& rows() const { return rows_; }
    [[nodiscard]] constexpr bool is_sorted() const { return std::ranges::is_sorted(rows_, {}, name); }

private:
    static constexpr std::size_t letters = 26;
    static constexpr std::size_t letter(std::string_view text) {
        return static_cast<std::size_t>(static_cast<unsigned char>(text.front())) - 'a';
    }

    static_assert(size < 256);
    std::array<Row, size> rows_;
    std::array<std::uint8_t, letters + 1> begins_{};
};

template <auto name, typename Row, std::size_t size>
constexpr auto name_table(const Row (&rows)[size]) {
    return NameTable<Row, size, name>(std::to_array(rows));
}

}  // namespace newsarc::input
