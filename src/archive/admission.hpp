#pragma once

#include <newsarc/article.hpp>

namespace newsarc::archive {

/// What becomes of a value that its field cannot have, such as a language that is no tag.
enum class Misfit {
    refuse,  ///< Error(input)
    keep,    ///< the field is left empty, the value kept in `extra`, and a warning says so
};

/// Every article goes through here on its way into an archive: each value gets its one form
/// (model/settle.hpp), and what follows from others is worked out: uid, words, hosts of links, a byline from
/// authors. Throws Error(input) when there is neither a headline nor a body, and for text that is no UTF-8.
Article admitted(Article article, Misfit misfit);

}  // namespace newsarc::archive
