#include "input/container/packed_files.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "input/container/inflate.hpp"
#include "input/load/libarchive.hpp"
#include "input/passed_over.hpp"
#include "text/unpacking.hpp"

namespace newsarc::input {
namespace {

constexpr std::size_t block_size = 65536;

struct Freed {
    void operator()(archive* handle) const { Libarchive::get().read_free(handle); }
};

}  // namespace

struct PackedFiles::State {
    const Libarchive& library = Libarchive::get();
    std::unique_ptr<archive, Freed> handle;
    std::string name;
    std::size_t largest = 0;
    std::size_t unpacked = 0;  ///< bytes, of all files
    std::size_t files = 0;

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorCode::input, name + ": " + what,
                    "unpack it with its own program to see what is in it");
    }

    [[nodiscard]] std::string reason() const {
        const char* text = library.error_string(handle.get());
        return text == nullptr ? "damaged" : text;
    }

    /// Counts what was unpacked against what was read for it.
    void watch(std::size_t bytes) {
        unpacked += bytes;
        const auto packed = static_cast<std::size_t>(library.filter_bytes(handle.get(), -1));
        if (text::unpacks_too_far(unpacked, packed)) fail(text::unpacks_too_far_message());
    }

    std::optional<Source> wanted(archive_entry* entry) {
        ++files;
        if (library.entry_filetype(entry) != AE_IFREG || library.entry_hardlink(entry) != nullptr) return {};
        const char* path = library.entry_pathname(entry);
        if (path == nullptr) path = library.entry_pathname_utf8(entry);
        Source source;
        source.path = path == nullptr ? "file-" + std::to_string(files) : path;
        if (is_hidden_path(source.path)) return {};
        source.path = (name.empty() ? "" : name + "/") + source.path;
        source.modified = library.entry_mtime(entry);
        return source;
    }

    /// Reads a file whole; of one that is too large the rest is read past.
    PackedFile read(Source source) {
        PackedFile out{std::move(source), std::nullopt};
        std::array<char, block_size> block{};
        while (true) {
            const la_ssize_t count = library.data(handle.get(), block.data(), block.size());
            if (count == 0) return out;
            if (count < 0) {
                if (!out.error) out.error.emplace(ErrorCode::input, out.source.path + ": " + reason());
                out.source.bytes.clear();
                return out;
            }
            watch(static_cast<std::size_t>(count));
            if (out.error) continue;
            if (out.source.bytes.size() + static_cast<std::size_t>(count) > largest) {
                out.error.emplace(ErrorCode::input,
                                  out.source.path + ": larger than " + std::to_string(largest) + " bytes",
                                  "--max-size allows more");
                out.source.bytes = {};
                continue;
            }
            out.source.bytes.append(block.data(), static_cast<std::size_t>(count));
        }
    }
};

bool begins_packed_files(std::string_view start) {
    using namespace std::string_view_literals;
    constexpr std::array<std::string_view, 6> magics{"PK\x03\x04"sv,
                                                     "PK\x05\x06"sv,
                                                     "\x1F\x8B"sv,
                                                     "BZh"sv,
                                                     "\xFD"
                                                     "7zXZ\0"sv,
                                                     "\x28\xB5\x2F\xFD"sv};
    return std::any_of(magics.begin(), magics.end(),
                       [&](std::string_view magic) { return start.starts_with(magic); }) ||
           (start.size() > 262 && start.substr(257, 5) == "ustar");
}

bool is_hidden_path(std::string_view path) {
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        if ((part.starts_with('.') && part != "." && part != "..") || part == "__MACOSX") return true;
        path.remove_prefix(std::min(part.size() + 1, path.size()));
    }
    return false;
}

PackedFiles::PackedFiles(std::string name, std::size_t largest) : state_(std::make_unique<State>()) {
    const Libarchive& library = state_->library;
    state_->name = std::move(name);
    state_->largest = largest;
    state_->handle.reset(library.read_new());
    archive* handle = state_->handle.get();
    if (handle == nullptr) throw Error(ErrorCode::io, "out of memory", "give less at a time");
    library.support_format_zip(handle);
    library.support_format_tar(handle);
    library.support_filter_gzip(handle);
    library.support_filter_bzip2(handle);
    library.support_filter_xz(handle);
    library.support_filter_zstd(handle);
}

PackedFiles::PackedFiles(int descriptor, std::string name, std::size_t largest)
    : PackedFiles(std::move(name), largest) {
    const int status = state_->library.open_fd(state_->handle.get(), descriptor, block_size);
    if (status != ARCHIVE_OK) state_->fail(state_->reason());
}

PackedFiles::PackedFiles(std::string_view bytes, std::string name, std::size_t largest)
    : PackedFiles(std::move(name), largest) {
    const int status = state_->library.open_memory(state_->handle.get(), bytes.data(), bytes.size());
    if (status != ARCHIVE_OK) state_->fail(state_->reason());
}

PackedFiles::PackedFiles(PackedFiles&&) noexcept = default;
PackedFiles& PackedFiles::operator=(PackedFiles&&) noexcept = default;
PackedFiles::~PackedFiles() = default;

std::optional<PackedFile> PackedFiles::next() {
    while (true) {
        archive_entry* entry = nullptr;
        const int status = state_->library.next_header(state_->handle.get(), &entry);
        if (status == ARCHIVE_EOF) return std::nullopt;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) state_->fail(state_->reason());
        std::optional<Source> source = state_->wanted(entry);
        // What is left out is read past here, so that it is watched, too.
        PackedFile file = state_->read(source ? *source : Source{});
        if (source) return file;
    }
}

namespace {

/// Gzip around one file, and no tar in it.
bool packs_one_file(std::string_view bytes) {
    constexpr std::size_t magic_of_tar = 262;
    if (!begins_gzip(bytes)) return false;
    std::string start;
    Inflater inflater(bytes, Inflater::Form::gzip);
    while (start.size() < magic_of_tar && inflater.append_to(start)) {
    }
    return !begins_packed_files(start) || begins_gzip(start);
}

Source unpacked_file(const Source& source) {
    Source out;
    const std::string name = source.path.substr(source.path.rfind('/') + 1);
    out.path = source.path + "/" + (name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name);
    Inflater inflater(source.bytes, Inflater::Form::gzip);
    while (inflater.append_to(out.bytes)) {
        if (out.bytes.size() > largest_inner_file)
            throw Error(ErrorCode::input, "unpacks to more than 64 MB", "unpack it, and give what is in it");
    }
    if (inflater.is_damaged()) throw Error(ErrorCode::input, "damaged gzip", "fetch it anew");
    return out;
}

}  // namespace

void read_packed(const Source& source, const std::function<void(const InnerFile&)>& take,
                 const std::function<void(const std::string& path, const Error&)>& fail) {
    const auto give = [&](Source file) {
        if (passed_over(file.bytes, file.path)) return;
        InnerFile inner;
        inner.source = std::move(file);
        take(inner);
    };
    if (source.path.ends_with(".warc.zst"))
        throw Error(ErrorCode::input, "a web archive packed with zstd, which newsarc does not read",
                    "unpack it first: zstd -d FILE");
    if (packs_one_file(source.bytes)) {
        give(unpacked_file(source));
        return;
    }
    PackedFiles files(source.bytes, source.path, largest_inner_file);
    while (std::optional<PackedFile> file = files.next()) {
        if (file->error)
            fail(file->source.path, *file->error);
        else
            give(std::move(file->source));
    }
}

}  // namespace newsarc::input
