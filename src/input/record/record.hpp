#pragma once

#include <newsarc/article.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fields.hpp"

namespace newsarc::input {

/// An article read from a record of another program, and the names in it that are no field of newsarc: what
/// stood under them is in the article's `extra`.
struct Record {
    Article article;
    std::vector<std::string> unknown_fields;
};

/// A name in records, and the field that it stands for; without one what stands there is left out.
struct FieldMap {
    std::string name;
    const model::Field* field = nullptr;
};

/// Reads maps of the form `name=field` or `name=`; case does not matter. Throws Error(usage) for one of
/// another form, and for a field that there is not.
std::vector<FieldMap> read_maps(const std::vector<std::string>& maps);

/// A date as a record has it.
struct RecordDate {
    DateTime moment;
    bool doubtful = false;  ///< `04/03/2025`: the day might be the month
};

/// How records are read, and what reads the words in them that only those who parse news know.
struct RecordOptions {
    std::vector<FieldMap> maps = {};
    /// Of the whole text; none: it is no date. Absent: dates are ISO 8601.
    std::function<std::optional<RecordDate>(std::string_view text)> read_date = {};
    /// The authors that a byline names; it becomes their names alone where no word is lost with that.
    std::function<std::vector<Author>(std::string& byline)> read_byline = {};
};

/// Sets a field to what a record says. Where that cannot be its value nothing is lost: it is kept in `extra`,
/// and a warning says so.
void take(Article& article, const model::Field& field, std::string_view value, const RecordOptions& options);

/// Keeps a value that has no field.
void keep_extra(Article& article, std::string_view name, std::string_view value);

/// What a record says of itself, whether it has a value or not.
struct StatedFields {
    bool key = false;
    bool authors = false;
};

/// To be called last: a record without a key is known by its address, and the authors of one that states none
/// are those of its byline. Throws Error(input) when there is neither a headline nor a body.
void finish(Article& article, const StatedFields& stated, const RecordOptions& options);

}  // namespace newsarc::input
