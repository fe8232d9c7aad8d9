#pragma once

#include <newsarc/error.hpp>
#include <newsarc/search.hpp>

#include <cstdint>
#include <vector>

#include "search/plan/doc_set.hpp"
#include "store/index/analyses.hpp"
#include "store/index/found.hpp"
#include "store/index/lengths.hpp"
#include "store/posting/postings.hpp"
#include "store/sql/watch.hpp"

namespace newsarc::search {

/// What every search works with: one state of the archive, and bounds on the time.
struct Session {
    Session(const store::Connection& archive, const store::Watch& bounds)
        : connection(archive),
          watch(bounds),
          snapshot(archive),
          words(archive.database()),
          reader(archive),
          bytes(store::load_article_bytes(archive)),
          index(archive, lengths),
          articles(lengths) {}

    const store::Connection& connection;
    const store::Watch& watch;
    store::Snapshot snapshot;
    store::Analyses words;
    store::FoundReader reader;
    store::ArticleBytes bytes;
    const std::vector<std::uint8_t>& lengths = bytes.lengths;
    const std::vector<text::Analysis>& analyses = bytes.analyses;
    store::PostingReader index;
    DocSet articles;  ///< all there are
};

/// Runs a piece of work in a session, within limits.
template <typename Work>
auto within(const store::Connection& connection, const Limits& limits, Work work) {
    const store::Watch watch(connection, limits);
    try {
        Session session(connection, watch);
        return work(session);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::interrupted) watch.check();
        throw;
    }
}

}  // namespace newsarc::search
