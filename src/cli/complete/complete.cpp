#include "cli/complete/complete.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/complete/value_offers.hpp"

namespace newsarc::cli {
namespace {

/// Reads the words before the one to be completed as far as they can be understood.
class Walk {
public:
    explicit Walk(const CompletionSource& source) : source_(source) {
        declare_global_options(options_, global_);
    }

    void take(const std::string& word) {
        if (awaiting_ != nullptr) {
            give(*std::exchange(awaiting_, nullptr), word);
        } else if (!options_ended_ && word == "--") {
            options_ended_ = true;
        } else if (!options_ended_ && word.starts_with("--")) {
            take_long_option(word);
        } else if (!options_ended_ && word.size() > 1 && word.front() == '-') {
            take_short_options(word);
        } else if (command_ == nullptr && !lost_) {
            take_command(word);
        }
    }

    [[nodiscard]] Offers offers(const std::string& word) const {
        if (awaiting_ != nullptr) return values_of(*awaiting_, word);
        const bool option = !options_ended_ && word.starts_with('-');
        if (option && word.find('=') != std::string::npos) return offers_behind_equals_sign(word);
        if (option) return option_offers(word);
        if (lost_) return {};
        if (command_ == nullptr) return command_offers(word);
        if (!options_.operand()) return {};
        return value_offers({}, options_.operand()->metavar, word, global_, source_);
    }

private:
    const Parameter* find(std::string_view name) const {
        for (const Parameter& option : options_.all()) {
            const std::vector<std::string_view> names = ask::split_names(option.names);
            if (std::ranges::find(names, name) != names.end()) return &option;
        }
        return nullptr;
    }

    static void give(const Parameter& option, const std::string& value) {
        try {
            option.take(option.names, value);
        } catch (const Error&) {
            // The command itself will say so once it is run.
        }
    }

    void take_long_option(const std::string& word) {
        const std::size_t equals = word.find('=');
        const Parameter* option = find(word.substr(0, equals));
        if (option == nullptr || option->metavar.empty()) return;
        if (equals == std::string::npos) {
            awaiting_ = option;
        } else {
            give(*option, word.substr(equals + 1));
        }
    }

    void take_short_options(const std::string& word) {
        for (std::size_t i = 1; i < word.size(); ++i) {
            const Parameter* option = find(std::string("-") + word[i]);
            if (option == nullptr || option->metavar.empty()) continue;
            if (i + 1 == word.size()) {
                awaiting_ = option;
            } else {
                give(*option, word.substr(i + 1));
            }
            return;
        }
    }

    void take_command(const std::string& word) {
        const CommandRow* row = find_command(word);
        if (row == nullptr) {
            const auto alias = source_.aliases.find(word);
            lost_ = alias == source_.aliases.end() || find_command(alias->second.front()) == nullptr;
            if (lost_) return;
            for (const std::string& one : alias->second)
                take(one);
            return;
        }
        command_ = row->make();
        options_ = declared_options(*command_, global_);
    }

    [[nodiscard]] Offers values_of(const Parameter& option, std::string_view typed) const {
        return value_offers(option.long_name(), option.metavar, typed, global_, source_);
    }

    [[nodiscard]] Offers command_offers(const std::string& word) const {
        Offers offers = value_offers({}, "COMMAND", word, global_, source_);
        for (const auto& [alias, words] : source_.aliases)
            offer(offers, word, alias, "alias of " + words.front());
        return offers;
    }

    [[nodiscard]] Offers option_offers(const std::string& word) const {
        Offers offers;
        for (const Parameter& option : options_.all())
            offer(offers, word, std::string(option.long_name()), option.help);
        return offers;
    }

    [[nodiscard]] Offers offers_behind_equals_sign(const std::string& word) const {
        const std::size_t equals = word.find('=');
        const Parameter* option = find(word.substr(0, equals));
        if (option == nullptr || option->metavar.empty()) return {};
        Offers offers = values_of(*option, word.substr(equals + 1));
        for (Offer& one : offers.words)
            one.value.insert(0, word, 0, equals + 1);
        return offers;
    }

    const CompletionSource& source_;
    GlobalOptions global_;
    std::unique_ptr<Command> command_;
    Parameters options_;
    const Parameter* awaiting_ = nullptr;  ///< the word to come is its value
    bool options_ended_ = false;
    bool lost_ = false;  ///< the command is not known
};

}  // namespace

Offers complete(std::span<const std::string> words, const CompletionSource& source) {
    if (words.empty()) return {};
    Walk walk(source);
    for (const std::string& word : words.first(words.size() - 1))
        walk.take(word);
    return walk.offers(words.back());
}

}  // namespace newsarc::cli
