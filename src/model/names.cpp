#include <newsarc/add.hpp>
#include <newsarc/article.hpp>
#include <newsarc/error.hpp>
#include <newsarc/maintenance.hpp>
#include <newsarc/search.hpp>

#include <array>
#include <utility>

// The names of the values of every enumeration that users see.

namespace newsarc {
namespace {

template <typename Kind, std::size_t size>
using Names = std::array<std::pair<Kind, std::string_view>, size>;

constexpr Names<LinkKind, 3> names_of_link_kinds{{
    {LinkKind::body, "body"},
    {LinkKind::related, "related"},
    {LinkKind::promotion, "promotion"},
}};

constexpr Names<NoteKind, 8> names_of_note_kinds{{
    {NoteKind::promotion, "promotion"},
    {NoteKind::editor, "editor"},
    {NoteKind::copyright, "copyright"},
    {NoteKind::reporting, "reporting"},
    {NoteKind::caption, "caption"},
    {NoteKind::advertisement, "advertisement"},
    {NoteKind::correction, "correction"},
    {NoteKind::other, "other"},
}};

constexpr Names<FacetField, 8> names_of_facets{{
    {FacetField::credit, "credit"},
    {FacetField::byline, "byline"},
    {FacetField::place, "place"},
    {FacetField::site, "site"},
    {FacetField::tag, "tag"},
    {FacetField::lang, "lang"},
    {FacetField::year, "year"},
    {FacetField::month, "month"},
}};

template <typename Table, typename Kind>
std::string_view name_in(const Table& table, Kind kind) {
    for (const auto& [value, name] : table) {
        if (value == kind) return name;
    }
    return {};
}

template <typename Kind, std::size_t size>
std::optional<Kind> kind_in(const Names<Kind, size>& table, std::string_view name) {
    for (const auto& [value, known] : table) {
        if (known == name) return value;
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_string(LinkKind kind) {
    return name_in(names_of_link_kinds, kind);
}

std::optional<LinkKind> link_kind_from_string(std::string_view name) {
    return kind_in(names_of_link_kinds, name);
}

std::string_view to_string(NoteKind kind) {
    return name_in(names_of_note_kinds, kind);
}

std::optional<NoteKind> note_kind_from_string(std::string_view name) {
    return kind_in(names_of_note_kinds, name);
}

std::string_view to_string(FacetField field) {
    return name_in(names_of_facets, field);
}

std::optional<FacetField> facet_field_from_string(std::string_view name) {
    return kind_in(names_of_facets, name);
}

std::string_view to_string(AddStatus status) {
    switch (status) {
        case AddStatus::added: return "added";
        case AddStatus::updated: return "updated";
        case AddStatus::moved: return "moved";
        case AddStatus::duplicate: return "duplicate";
        case AddStatus::near_duplicate: return "near_duplicate";
        case AddStatus::removed_before: return "removed_before";
        case AddStatus::missing: return "missing";
        case AddStatus::failed: return "failed";
    }
    return "failed";
}

std::string_view to_string(CheckArea area) {
    switch (area) {
        case CheckArea::file: return "file";
        case CheckArea::article: return "article";
        case CheckArea::index: return "index";
        case CheckArea::lengths: return "lengths";
        case CheckArea::postings: return "postings";
        case CheckArea::original: return "original";
        case CheckArea::reference: return "reference";
        case CheckArea::duplicates: return "duplicates";
    }
    return "file";
}

std::string_view to_string(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage: return "usage";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::input: return "input";
        case ErrorCode::archive_missing: return "archive_missing";
        case ErrorCode::archive_foreign: return "archive_foreign";
        case ErrorCode::archive_newer: return "archive_newer";
        case ErrorCode::archive_damaged: return "archive_damaged";
        case ErrorCode::busy: return "busy";
        case ErrorCode::io: return "io";
        case ErrorCode::unsupported: return "unsupported";
        case ErrorCode::timeout: return "timeout";
        case ErrorCode::interrupted: return "interrupted";
        case ErrorCode::internal: return "internal";
    }
    return "internal";
}

}  // namespace newsarc
