#include <newsarc/article.hpp>

#include <array>
#include <utility>

namespace newsarc {
namespace {

constexpr std::array<std::pair<LinkKind, std::string_view>, 3> link_kind_names{{
    {LinkKind::body, "body"},
    {LinkKind::related, "related"},
    {LinkKind::promotion, "promotion"},
}};

constexpr std::array<std::pair<NoteKind, std::string_view>, 8> note_kinds{{
    {NoteKind::promotion, "promotion"},
    {NoteKind::editor, "editor"},
    {NoteKind::copyright, "copyright"},
    {NoteKind::reporting, "reporting"},
    {NoteKind::caption, "caption"},
    {NoteKind::advertisement, "advertisement"},
    {NoteKind::correction, "correction"},
    {NoteKind::other, "other"},
}};

template <typename Table, typename Kind>
std::string_view name_in(const Table& table, Kind kind) {
    for (const auto& [value, name] : table) {
        if (value == kind) return name;
    }
    return {};
}

template <typename Kind, std::size_t size>
std::optional<Kind> kind_in(const std::array<std::pair<Kind, std::string_view>, size>& table,
                            std::string_view name) {
    for (const auto& [value, known] : table) {
        if (known == name) return value;
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_string(LinkKind kind) {
    return name_in(link_kind_names, kind);
}
std::optional<LinkKind> link_kind_from_string(std::string_view name) {
    return kind_in(link_kind_names, name);
}

std::string_view to_string(NoteKind kind) {
    return name_in(note_kinds, kind);
}
std::optional<NoteKind> note_kind_from_string(std::string_view name) {
    return kind_in(note_kinds, name);
}

}  // namespace newsarc
