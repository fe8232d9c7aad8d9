#pragma once

#include "cli/environment.hpp"

#include <string>
#include <string_view>

namespace newsarc::cli {

/// The command that the user edits text with: $VISUAL, else $EDITOR, else vi. Throws Error(usage) when
/// there is none.
std::string editor_command(const Environment& environment);

/// A text in a temporary file of the user's own, to be edited. The file goes with the object unless it
/// is kept.
class EditedFile {
public:
    /// `name` begins the file's name. Throws Error(io).
    EditedFile(const Environment& environment, const std::string& name, std::string_view text);
    EditedFile(const EditedFile&) = delete;
    EditedFile& operator=(const EditedFile&) = delete;
    ~EditedFile();

    /// Lets the user edit it and waits until the editor has ended. Throws Error(io) when it cannot be
    /// started or fails.
    void edit(const std::string& command) const;

    /// What is in the file now. Throws Error(io, input).
    [[nodiscard]] std::string text() const;

    void keep() { kept_ = true; }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
    bool kept_ = false;
};

}  // namespace newsarc::cli
