#include "archive/file_parts.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace newsarc::archive {
namespace {

using Key = std::optional<std::string_view>;

class Matching {
public:
    Matching(std::span<const PreparedPart> parts, std::span<const store::FilePart> former)
        : parts_(parts), former_(former), matches_(parts.size(), nullptr) {}

    /// Matches what has the same key, in order. Both are functions of an index.
    template <typename PartKey, typename FormerKey>
    void match_by(const PartKey& part_key, const FormerKey& former_key) {
        std::unordered_map<std::string_view, std::vector<std::size_t>> with_key;
        for (std::size_t j = former_.size(); j-- > 0;) {
            if (const Key key = former_key(j)) with_key[*key].push_back(j);
        }
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const Key key = part_key(i);
            if (!key || !is_open(i)) continue;
            const auto at = with_key.find(*key);
            if (at == with_key.end()) continue;
            for (auto& places = at->second; !places.empty() && matches_[i] == nullptr; places.pop_back())
                take(i, places.back());
        }
    }

    void match_places() {
        for (std::size_t j = 0; j < former_.size(); ++j) {
            const std::size_t i = former_[j].position;
            if (i < parts_.size() && is_open(i)) take(i, j);
        }
    }

    std::vector<const store::FilePart*> matches() && { return std::move(matches_); }

private:
    [[nodiscard]] bool is_open(std::size_t part) const {
        return matches_[part] == nullptr && !parts_[part].removed;
    }

    void take(std::size_t part, std::size_t former) {
        if (taken_.insert(former_[former].article).second) matches_[part] = &former_[former];
    }

    std::span<const PreparedPart> parts_;
    std::span<const store::FilePart> former_;
    std::unordered_set<std::int64_t> taken_;
    std::vector<const store::FilePart*> matches_;
};

}  // namespace

std::vector<const store::FilePart*> match(std::span<const PreparedPart> parts,
                                          std::span<const store::FilePart> former) {
    Matching matching(parts, former);
    const auto uid = [&](std::size_t i) { return Key(parts[i].prepared.article.uid); };
    const auto headline = [&](std::size_t i) -> Key { return parts[i].prepared.headline_folded; };
    matching.match_by(uid, [&](std::size_t j) { return Key(former[j].given_uid); });
    matching.match_by(uid, [&](std::size_t j) { return Key(former[j].uid); });
    matching.match_by(headline, [&](std::size_t j) -> Key { return former[j].headline_folded; });
    matching.match_places();
    return std::move(matching).matches();
}

}  // namespace newsarc::archive
