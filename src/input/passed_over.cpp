#include "input/passed_over.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "input/kinds.hpp"
#include "text/unicode/charset.hpp"

namespace newsarc::input {
namespace {

struct Other {
    std::string_view name;
    std::string_view endings;
};

constexpr std::array others{
    Other{"picture", ".jpg .jpeg .png .gif .webp .svg .ico .bmp .tif .tiff .avif .heic .psd"},
    Other{"sound", ".mp3 .m4a .ogg .oga .opus .wav .flac .aac"},
    Other{"film", ".mp4 .webm .mov .avi .mkv .m4v .mpg .mpeg"},
    Other{"style sheet", ".css .scss .less"},
    Other{"script", ".js .mjs .ts .map .wasm .php .py .sh"},
    Other{"font", ".woff .woff2 .ttf .otf .eot"},
    Other{"table", ".csv .tsv .xls .xlsx .ods"},
    Other{"record file", ".json .jsonl .ndjson .yaml .yml .toml .bib .ris"},
    Other{"presentation", ".ppt .pptx .odp .key"},
    Other{"old Word document", ".doc"},
    Other{"program", ".exe .dll .so .o .a .jar .apk .dmg .iso .bin"},
    Other{"archive of another kind", ".7z .rar .lz4 .warc.zst .arc .arc.gz"},
};

std::string plural(std::string_view name, std::size_t count) {
    std::string out(name);
    if (count == 1) return out;
    const std::size_t of = out.find(" of ");
    return out.insert(of == std::string::npos ? out.size() : of, "s");
}

}  // namespace

std::optional<std::string_view> passed_over(std::string_view path) {
    for (const Other& other : others) {
        if (ends_in_one_of(path, other.endings)) return other.name;
    }
    return std::nullopt;
}

std::optional<std::string_view> passed_over(std::string_view bytes, std::string_view path) {
    const Kind& kind = kind_of(bytes, path);
    if (kind.open != nullptr) return std::nullopt;
    if (const auto named = passed_over(path)) return named;
    if (ends_in_one_of(path, kind.endings) || !text::binary_kind(bytes)) return std::nullopt;
    return "file that is no text";
}

bool belongs_to_page(std::string_view folder, bool (*is_there)(const std::string& path)) {
    constexpr std::string_view mark = "_files";
    if (!folder.ends_with(mark)) return false;
    const std::string page(folder.substr(0, folder.size() - mark.size()));
    return is_there(page + ".html") || is_there(page + ".htm") || is_there(page + ".xhtml");
}

void PassedOver::add(std::string_view name) {
    const std::lock_guard lock(mutex_);
    ++counts_[name];
}

std::string PassedOver::line() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<std::string_view, std::size_t>> sorted(counts_.begin(), counts_.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(),
                             &std::pair<std::string_view, std::size_t>::second);
    std::size_t all = 0;
    std::string out;
    for (const auto& [name, count] : sorted) {
        all += count;
        out.append(out.empty() ? "" : ", ").append(std::to_string(count)).append(" ");
        out.append(plural(name, count));
    }
    if (all == 0) return {};
    return std::to_string(all) + (all == 1 ? " file" : " files") + " passed over: " + out;
}

}  // namespace newsarc::input
