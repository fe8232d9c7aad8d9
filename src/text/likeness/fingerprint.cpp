#include "text/likeness/fingerprint.hpp"

#include "model/fields.hpp"
#include "model/parts.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <type_traits>

#include <nettle/sha2.h>

namespace newsarc::text {

Sha256 sha256(std::string_view bytes) {
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    Sha256 digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return digest;
}

std::string hex(const Sha256& digest, std::size_t bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < bytes && i < digest.size(); ++i) {
        out += digits[digest[i] >> 4];
        out += digits[digest[i] & 0xF];
    }
    return out;
}

namespace {

/// Fields end in U+001F and records in U+001E; squeezed text cannot hold a line end, and the
/// name before each field keeps an absent field from posing as another.
class Digest {
public:
    void field(std::string_view name, std::string_view value) {
        const std::string squeezed = squeeze(value);
        if (squeezed.empty()) return;
        bytes_.append(name).append(1, '=').append(squeezed).append(1, '\x1F');
    }

    void member(const model::Field& list, const std::string& text) {
        end_of_record();
        field(list.column, text);
    }

    /// What came with a later format adds nothing where it says nothing: an author of whom only the name is
    /// known stands in the byline.
    template <typename Whole>
    void member(const model::Field& list, const Whole& whole) {
        const auto parts = model::parts<Whole>();
        const auto says_more = [&](const model::Part<Whole>& part) { return part.in_uid && part.get(whole); };
        if (std::none_of(parts.begin() + 1, parts.end(), says_more)) return;
        end_of_record();
        for (const model::Part<Whole>& part : parts) {
            if (part.in_uid)
                field(&part == &parts.front() ? list.column : part.name, part.get(whole).value_or(""));
        }
    }

    [[nodiscard]] std::string uid() const { return hex(sha256(bytes_), 16); }

private:
    void end_of_record() { bytes_ += '\x1E'; }

    std::string bytes_;
};

}  // namespace

std::string content_uid(const Article& article) {
    Digest digest;
    const auto each_content = [&](bool lists, const auto& visit) {
        for (const model::Field& field : model::fields()) {
            if (field.standing == model::Standing::content && model::is_list(field) == lists) visit(field);
        }
    };
    each_content(
        false, [&](const model::Field& field) { digest.field(field.name, model::to_text(field, article)); });
    each_content(true, [&](const model::Field& field) {
        model::read(field, article, [&]<typename List>(const List& list) {
            // Other lists than those of members in an order say nothing of the content.
            if constexpr (requires { digest.member(field, list.front()); } &&
                          !std::is_same_v<List, std::string>) {
                for (const auto& member : list)
                    digest.member(field, member);
            }
        });
    });
    return digest.uid();
}

}  // namespace newsarc::text
