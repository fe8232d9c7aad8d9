#include "cli/config.hpp"

#include "cli/complete/shell_words.hpp"
#include "cli/source/inputs.hpp"
#include "cli/terminal/terminal.hpp"
#include "text/wording.hpp"

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <array>
#include <filesystem>

namespace newsarc::cli {
namespace {

constexpr std::array<std::string_view, 5> settings{"archive", "color", "pager", "labels", "aliases"};

/// One file being read.
class Reader {
public:
    Reader(const std::string& file, const std::optional<std::string>& home) : file_(file), home_(home) {}

    Config read(std::string_view text) {
        try {
            for (const auto& [key, value] : toml::parse(text, file_))
                take(key, value);
        } catch (const toml::parse_error& error) {
            refuse(error.source(), std::string(error.description()),
                   "the file is TOML, such as: archive = \"~/news.db\"");
        }
        return std::move(config_);
    }

private:
    [[noreturn]] void refuse(const toml::source_region& where, const std::string& message,
                             const std::string& hint) const {
        throw Error(ErrorCode::usage, file_ + ":" + std::to_string(where.begin.line) + ": " + message,
                    hint + (hint.ends_with('?') ? " " : "; ") + "--no-config does without the file");
    }

    void take(const toml::key& key, const toml::node& value) {
        const std::string_view name = key.str();
        if (name == "archive") {
            config_.archive = path(name, value);
        } else if (name == "labels") {
            config_.labels = path(name, value);
        } else if (name == "pager") {
            config_.pager = text(name, value);
        } else if (name == "color") {
            take_color(value);
        } else if (name == "aliases") {
            take_aliases(value);
        } else {
            refuse(key.source(), "there is no setting '" + std::string(name) + "'",
                   text::did_you_mean(name, settings, "newsarc help configuration lists the settings"));
        }
    }

    [[nodiscard]] std::string text(std::string_view name, const toml::node& value) const {
        const std::optional<std::string> found = value.value_exact<std::string>();
        if (!found || found->empty()) {
            refuse(value.source(), std::string(name) + " takes a text",
                   "such as: " + std::string(name) + " = \"...\"");
        }
        return *found;
    }

    [[nodiscard]] std::string path(std::string_view name, const toml::node& value) const {
        const std::string found = text(name, value);
        if (found.starts_with("~/") && home_) return *home_ + found.substr(1);
        return std::filesystem::path(file_).parent_path() / found;
    }

    void take_color(const toml::node& value) {
        const std::string name = text("color", value);
        for (const Choice<ColorMode>& mode : color_modes) {
            if (mode.name == name) config_.color = mode.value;
        }
        if (!config_.color) refuse(value.source(), "color does not take '" + name + "'", color_hint);
    }

    void take_aliases(const toml::node& value) {
        const toml::table* table = value.as_table();
        if (table == nullptr) {
            refuse(value.source(), "aliases is a table", "such as: aliases.recent = \"list -n 20\"");
        }
        for (const auto& [key, meaning] : *table)
            config_.aliases[std::string(key.str())] = words(meaning);
    }

    /// A text as a shell would take it apart, or a list of words.
    [[nodiscard]] std::vector<std::string> words(const toml::node& value) const {
        std::vector<std::string> out;
        if (const toml::array* list = value.as_array()) {
            for (const toml::node& word : *list)
                out.push_back(text("a word of an alias", word));
        } else if (const std::optional<std::string> line = value.value_exact<std::string>()) {
            out = split_into_words(*line);
        }
        if (out.empty()) {
            refuse(value.source(), "an alias takes the words that it stands for",
                   "such as \"list -n 20\" or [\"list\", \"-n\", \"20\"]");
        }
        return out;
    }

    static constexpr const char* color_hint = "it takes one of: auto, always, never";

    const std::string& file_;
    const std::optional<std::string>& home_;
    Config config_;
};

}  // namespace

Config read_config(std::string_view text, const std::string& file, const std::optional<std::string>& home) {
    return Reader(file, home).read(text);
}

Config user_config(const Environment& environment) {
    const std::optional<std::string> folder = config_folder(environment);
    std::error_code ignored;
    if (!folder || !std::filesystem::exists(*folder + "/config.toml", ignored)) return {};
    const std::string file = *folder + "/config.toml";
    return read_config(read_source(file).bytes, file, environment.home);
}

void complete_environment(Environment& environment, const Config& config) {
    if (!environment.archive) environment.archive = config.archive;
    if (!environment.newsarc_pager && !environment.pager) environment.pager = config.pager;
    environment.color = config.color;
    environment.labels = config.labels;
}

}  // namespace newsarc::cli
