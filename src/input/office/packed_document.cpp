#include "input/office/packed_document.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <utility>

#include "input/container/packed_files.hpp"
#include "input/given.hpp"

namespace newsarc::input {

PackedDocument read_packed_document(std::string_view bytes,
                                    const std::function<bool(std::string_view)>& wanted) {
    constexpr std::size_t most = 256'000'000;
    const std::string name = "document";
    PackedFiles files(bytes, name, largest_inner_file);
    PackedDocument out;
    std::size_t size = 0;
    while (std::optional<PackedFile> file = files.next()) {
        const std::string path = file->source.path.substr(name.size() + 1);
        if (!wanted(path)) continue;
        if (file->error) throw *file->error;
        size += file->source.bytes.size();
        if (size > most) throw Error(ErrorCode::input, "more than 256 MB of text", "give it in parts");
        out.insert_or_assign(path, std::move(file->source.bytes));
    }
    return out;
}

bool begins_with_mimetype(std::string_view start, std::string_view type) {
    constexpr std::string_view name = "mimetype";
    constexpr std::size_t head = 30;  // of a member of a zip file, up to its name
    return start.starts_with("PK\x03\x04") && start.substr(std::min(head, start.size())).starts_with(name) &&
           start.substr(0, 256).find(type) != std::string_view::npos;
}

}  // namespace newsarc::input
