#include "archive/give_way.hpp"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace newsarc::archive {

void give_way() {
#ifdef __linux__
    // Elsewhere the niceness is that of the process. There is nothing to be done about a failure.
    constexpr int steps = 5;
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + steps);
#endif
}

}  // namespace newsarc::archive
