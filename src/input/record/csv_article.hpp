#pragma once

#include <newsarc/article.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

/// Which column of a table is which field of an article.
class CsvColumns {
public:
    /// `header` names the columns, `maps` are of the form `column=field`, or `column=` for a column that
    /// is to be left out. A column that none of them names stands for the field of its own name, or of a
    /// usual name for it, such as `title` or `author`. Case does not matter.
    /// Throws Error(usage) for a map of another form, a column or a field that there is not, and a table
    /// that has neither headline nor body.
    CsvColumns(const std::vector<std::string>& header, const std::vector<std::string>& maps);

    /// The article of a row: each field trimmed of blanks, an empty one absent, an apostrophe that keeps
    /// a spreadsheet from computing it taken off; tags are separated by semicolons.
    /// Throws Error(input) with what is wrong.
    [[nodiscard]] Article read(const std::vector<std::string>& row) const;

    /// The columns that stand for nothing.
    [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }

    /// A column's field sets this part of an article.
    using Set = void (*)(Article& article, const std::string& value);

private:
    std::vector<Set> columns_;  ///< null where a column stands for nothing
    std::vector<std::string> unknown_;
};

}  // namespace newsarc::input
