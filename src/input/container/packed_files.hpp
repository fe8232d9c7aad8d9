#pragma once

#include <newsarc/add.hpp>
#include <newsarc/error.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/given.hpp"

namespace newsarc::input {

/// A file out of an archive, or why it could not be read.
struct PackedFile {
    Source source;
    std::optional<Error> error;
};

/// True of the beginning of a file that PackedFiles reads: zip, or tar, packed with gzip, bzip2, xz or
/// zstd or not. At least 512 bytes are needed, or all there are.
bool begins_packed_files(std::string_view start);

/// True of a path in an archive that is to be left out: hidden, or what macOS puts beside each file.
bool is_hidden_path(std::string_view path);

/// Reads the regular files of a zip or tar archive in their order; folders, links, devices and hidden
/// files are left out. No archive within it is opened.
class PackedFiles {
public:
    /// `descriptor` must stay open; `name` stands before the paths and in messages; `largest` bounds a
    /// file, in bytes. Throws Error: unsupported, input.
    PackedFiles(int descriptor, std::string name, std::size_t largest);
    /// The same of an archive in memory; the bytes must outlive this.
    PackedFiles(std::string_view bytes, std::string name, std::size_t largest);
    PackedFiles(PackedFiles&&) noexcept;
    PackedFiles& operator=(PackedFiles&&) noexcept;
    ~PackedFiles();

    /// The next file; none at the end. A file that is too large or damaged is one with an error. Throws
    /// Error(input) when the archive cannot be read further, or grows by more than two hundred times
    /// when it is unpacked, as no text does.
    std::optional<PackedFile> next();

private:
    PackedFiles(std::string name, std::size_t largest);

    struct State;
    std::unique_ptr<State> state_;
};

/// Gives the files of a zip or tar archive, or the one that gzip packs, by `FILE/PATH`, those that
/// passed_over() names left out; what cannot be read of them goes to `fail`. Throws Error: input for what is
/// no archive, unsupported without libarchive.
void read_packed(const Source& source, const std::function<void(const InnerFile&)>& take,
                 const std::function<void(const std::string& path, const Error&)>& fail);

}  // namespace newsarc::input
