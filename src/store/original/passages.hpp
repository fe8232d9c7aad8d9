#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// The stored file that an article was read from, and where in it the article stands.
struct Origin {
    std::int64_t original = 0;  ///< as OriginalWriter::put() returned it
    std::size_t offset = 0;     ///< bytes
    std::size_t length = 0;     ///< bytes

    friend auto operator<=>(const Origin&, const Origin&) = default;
};

/// Where articles and their former versions stand in stored files; keeps its statements prepared. To be
/// used inside a transaction.
class Passages {
public:
    explicit Passages(const Connection& connection);
    ~Passages();

    std::optional<Origin> of(std::int64_t article);

    /// Of an article and its versions, each once.
    std::vector<Origin> of_all_versions(std::int64_t article);

    /// From now on the article stands there.
    void set(std::int64_t article, const Origin& origin);

    /// Cuts passages out of their files where no article or version stands in them any more, and moves
    /// those behind. A file goes with the last that came from it. One that is not as it was stored is left as
    /// it is; gives back the names of such files.
    std::vector<std::string> release(std::vector<Origin> passages);

private:
    struct Statements;
    std::optional<std::string> release_of_file(std::span<const Origin> passages);
    const Connection& connection_;
    std::unique_ptr<Statements> statements_;
};

}  // namespace newsarc::store
