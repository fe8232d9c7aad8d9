#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/index/term_numbers.hpp"
#include "store/index/tokenizer.hpp"

namespace newsarc::store {

/// A word of a text as the tokenizer has it.
struct StemmedWord {
    std::string_view stem;
    std::string_view indexed;  ///< the stem as stemmed_text.hpp has it
    std::uint32_t number = 0;  ///< of its stem
    std::uint32_t begin = 0;   ///< bytes from the beginning of its stretch
    std::uint32_t end = 0;
};

/// What became of the stretches of text that were met, all that is known of one side by side: a stretch is
/// looked up for every word of every article that is stored.
class KnownStretches {
public:
    /// One of them. Valid until another is added.
    class Words {
    public:
        explicit Words(const char* at) : at_(at), left_(take<std::uint8_t>()) {}

        /// False behind the last.
        bool next(StemmedWord& word) {
            if (left_ == 0) return false;
            --left_;
            word.number = take<std::uint32_t>();
            word.begin = take<std::uint8_t>();
            word.end = take<std::uint8_t>();
            const std::size_t size = take<std::uint16_t>();
            word.indexed = {at_, size};
            word.stem = word.indexed.substr(1);
            at_ += size;
            return true;
        }

    private:
        template <typename Number>
        Number take() {
            Number out = 0;
            std::memcpy(&out, at_, sizeof out);
            at_ += sizeof out;
            return out;
        }

        const char* at_;
        unsigned left_;
    };

    /// Bytes of a stretch that may be added: longer ones hardly come again. No stem is three times as long.
    static constexpr std::size_t longest = 64;

    /// Calls make(add) for a stretch that is not known, which is to call add(word) for each of its words.
    template <typename Make>
    Words find(std::string_view stretch, Make make) {
        if (count_ * 2 >= slots_.size()) grow();
        const std::uint32_t hash = term_hash(stretch);
        std::size_t slot = hash & (slots_.size() - 1);
        for (; slots_[slot].record != 0; slot = (slot + 1) & (slots_.size() - 1)) {
            if (slots_[slot].hash == hash && is(slots_[slot].record, stretch))
                return words(slots_[slot].record);
        }
        if (records_.empty()) records_ += '\0';  // no record is at 0
        const std::size_t record = records_.size();
        put(static_cast<std::uint8_t>(stretch.size()));
        records_ += stretch;
        const std::size_t counted = records_.size();
        put(std::uint8_t{0});
        make([&](const StemmedWord& word) {
            ++records_[counted];
            put(word.number);
            put(static_cast<std::uint8_t>(word.begin));
            put(static_cast<std::uint8_t>(word.end));
            put(static_cast<std::uint16_t>(word.indexed.size()));
            records_ += word.indexed;
        });
        slots_[slot] = {hash, static_cast<std::uint32_t>(record)};
        ++count_;
        return words(record);
    }

    [[nodiscard]] std::size_t size() const { return count_; }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t record = 0;  ///< where it begins; 0 is free
    };

    [[nodiscard]] std::size_t size_at(std::size_t record) const {
        return static_cast<unsigned char>(records_[record]);
    }

    [[nodiscard]] bool is(std::size_t record, std::string_view stretch) const {
        return std::string_view(records_).substr(record + 1, size_at(record)) == stretch;
    }

    [[nodiscard]] Words words(std::size_t record) const {
        return Words(records_.data() + record + 1 + size_at(record));
    }

    template <typename Number>
    void put(Number number) {
        records_.append(reinterpret_cast<const char*>(&number), sizeof number);
    }

    void grow();

    std::vector<Slot> slots_;
    std::string records_;  ///< each the size of a stretch, its bytes, how many words, and these
    std::size_t count_ = 0;
};

/// Reads texts as stems, and gives these numbers. What stands between two signs that part words is given to
/// the tokenizer when it first comes: of a text most comes again.
class StemReader {
public:
    /// Which stems have numbers.
    enum class Numbered { all, asked_for };

    static constexpr std::uint32_t none = UINT32_MAX;

    using Word = StemmedWord;

    /// The tokenizer must outlive it.
    StemReader(const Tokenizer& tokenizer, Numbered numbered) : tokenizer_(&tokenizer), numbered_(numbered) {}

    /// The numbers that were given before mean nothing any more.
    void forget() { *this = StemReader(*tokenizer_, numbered_); }

    /// Calls visit(word, begin) for each word of a text, in order; its bytes begin at begin + word.begin. The
    /// word is valid during the call.
    template <typename Visit>
    void read(std::string_view text, Visit visit) {
        for_each_stretch(text, [&](std::size_t begin, std::size_t end) {
            const std::string_view stretch = text.substr(begin, end - begin);
            if (stretch.size() > KnownStretches::longest) {
                stem(stretch, [&](const Word& word) { visit(word, begin); });
                return true;
            }
            if (known_.size() > most_known) known_ = {};
            KnownStretches::Words words = known_.find(stretch, [&](auto add) { stem(stretch, add); });
            for (Word word; words.next(word);)
                visit(word, begin);
            return true;
        });
    }

    /// The number of a stem, which it gets if it has none.
    std::uint32_t number(std::string_view stem) { return stems_.number(stem); }

    [[nodiscard]] std::uint32_t find(std::string_view stem) const { return stems_.find(stem).value_or(none); }

    /// Until another stem gets a number.
    [[nodiscard]] std::string_view stem(std::uint32_t number) const { return stems_.term(number); }
    [[nodiscard]] std::size_t size() const { return stems_.size(); }
    [[nodiscard]] const TermNumbers& numbers() const { return stems_; }

private:
    /// Stretches that are remembered.
    static constexpr std::size_t most_known = std::size_t{1} << 16;

    using Add = std::function<void(const Word&)>;
    void stem(std::string_view stretch, const Add& add);

    const Tokenizer* tokenizer_;
    Numbered numbered_;
    TermNumbers stems_;
    KnownStretches known_;
};

}  // namespace newsarc::store
