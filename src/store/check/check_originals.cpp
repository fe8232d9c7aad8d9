#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>

#include "store/check/check_steps.hpp"
#include "store/original/originals.hpp"
#include "store/sql/statement.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::store {
namespace {

class OriginalChecker {
public:
    OriginalChecker(const Connection& connection, const Report& report)
        : report_(report),
          file_(connection.database(),
                "SELECT original.name, sha256, sz, data FROM original LEFT JOIN sqlar "
                "ON sqlar.name = original.name WHERE original.id = ?"),
          articles_(connection.database(),
                    "SELECT id, original_offset, original_length FROM article WHERE original = ?1 UNION "
                    "SELECT article, original_offset, original_length FROM version WHERE original = ?1") {}

    void check(std::int64_t id) {
        std::string name;
        std::string wrong;
        std::int64_t size = 0;
        if (file_.bind(id).step()) {
            name = file_.text(0);
            size = file_.is_null(2) ? 0 : file_.integer(2);
            wrong = wrong_with_file(name);
        }
        file_.reset();
        bool told = false;
        articles_.bind(id);
        while (articles_.step()) {
            const std::int64_t begin = articles_.optional_integer(1).value_or(0);
            const std::int64_t length = articles_.optional_integer(2).value_or(0);
            if (!wrong.empty()) {
                tell(articles_.integer(0), "the file that it came from, " + name + ", " + wrong);
                told = true;
            } else if (begin < 0 || length < 0 || begin > size || length > size - begin) {
                tell(articles_.integer(0), "it is to stand beyond the end of its file, " + name);
            }
        }
        articles_.reset();
        if (!wrong.empty() && !told) tell(std::nullopt, "the stored file " + name + " " + wrong);
    }

private:
    void tell(std::optional<std::int64_t> article, std::string message) const {
        report_({CheckArea::original, article, std::move(message), false});
    }

    std::string wrong_with_file(const std::string& name) const {
        if (file_.is_null(2)) return "is lost";
        try {
            const std::string bytes = unpacked(file_.blob(3), file_.integer(2), name);
            const text::Sha256 hash = text::sha256(bytes);
            const std::string_view noted = file_.blob(1);
            if (std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size()) != noted)
                return "is not as it was stored: its hash differs";
        } catch (const Error& error) {
            if (error.code() != ErrorCode::archive_damaged) throw;
            return "cannot be unpacked";
        }
        return {};
    }

    const Report& report_;
    Statement file_;
    Statement articles_;
};

}  // namespace

void check_originals(const Connection& connection, std::span<const std::int64_t> ids, const Report& report) {
    OriginalChecker checker(connection, report);
    for (const std::int64_t id : ids)
        checker.check(id);
}

}  // namespace newsarc::store
