#pragma once

#include <newsarc/article.hpp>

#include <string>
#include <vector>

#include "input/record/record.hpp"
#include "model/fields.hpp"

namespace newsarc::input {

/// Which column of a table is which field of an article.
class CsvColumns {
public:
    /// `header` names the columns. One that no map names stands for the field of its own name, or of a
    /// usual name for it, such as `title` or `author`. Case does not matter.
    /// Throws Error(usage) for a map of a column that there is not, and a table that has neither headline nor
    /// body.
    CsvColumns(const std::vector<std::string>& header, RecordOptions options);

    /// The article of a row: each field trimmed of blanks, an empty one absent, an apostrophe that keeps
    /// a spreadsheet from computing it taken off; the rest as model/field_text.hpp tells. What has no field
    /// is in its `extra`, and so is what cannot be the value of its field, with a warning. Throws
    /// Error(input) with what is wrong.
    [[nodiscard]] Article read(const std::vector<std::string>& row) const;

    /// The columns that stand for no field.
    [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }

private:
    [[nodiscard]] bool has(std::string_view field) const;

    struct Column {
        const model::Field* field = nullptr;  ///< none: what stands there is left out,
        std::string extra;                    ///< or kept under this name
    };
    RecordOptions options_;
    std::vector<Column> columns_;
    std::vector<std::string> unknown_;
};

}  // namespace newsarc::input
