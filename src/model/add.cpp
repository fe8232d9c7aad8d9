#include <newsarc/add.hpp>

namespace newsarc {

std::string_view to_string(AddStatus status) {
    switch (status) {
        case AddStatus::added: return "added";
        case AddStatus::updated: return "updated";
        case AddStatus::duplicate: return "duplicate";
        case AddStatus::near_duplicate: return "near_duplicate";
        case AddStatus::removed_before: return "removed_before";
        case AddStatus::missing: return "missing";
        case AddStatus::failed: return "failed";
    }
    return "failed";
}

}  // namespace newsarc
