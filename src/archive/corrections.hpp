#pragma once

#include <newsarc/article.hpp>

#include <string>
#include <vector>

#include "store/article/edits.hpp"

// What a hand corrected in an article, and what becomes of that when its source says something else.

namespace newsarc::archive {

/// The edits of an article once a hand changed it from `before` to `after`. What is set back to what the
/// source says is no edit any more.
store::Edits edits_after(store::Edits edits, const Article& before, const Article& after);

/// The edits of an article that comes from another archive, where a hand set fields of it. What its source
/// said there is not known.
store::Edits edits_stated_by(const Article& article);

/// What an article is to say when its source has changed.
struct Corrected {
    Article article;
    store::Edits edits;               ///< those that stay
    std::vector<std::string> kept;    ///< their fields, in the order of the table of fields
    std::vector<std::string> undone;  ///< fields that were edited and are now as the source has them
};

/// `now` is the article with its edits, `source` what its source says from now on. The fields that were set
/// by hand stay, whether the source changed them or not; a body stays unless the source changed it too.
Corrected correct(const Article& source, const Article& now, const store::Edits& edits);

}  // namespace newsarc::archive
