#pragma once

namespace newsarc::archive {

/// Lets other threads and processes have the processor before this thread, where a thread can say so (Linux).
/// Who searches meanwhile waits less, and what nobody else wants is this thread's as before.
void give_way();

}  // namespace newsarc::archive
