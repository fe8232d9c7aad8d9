#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Gives tags to articles and takes them away; keeps its statements prepared. To be used inside a
/// transaction.
class TagWriter {
public:
    explicit TagWriter(const Connection& connection);
    ~TagWriter();

    /// False when the article has it already, or is not there.
    bool add(std::int64_t article, std::string_view name);

    /// False when the article has it not.
    bool remove(std::int64_t article, std::string_view name);

    /// Takes all tags of an article away.
    void clear(std::int64_t article);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

}  // namespace newsarc::store
