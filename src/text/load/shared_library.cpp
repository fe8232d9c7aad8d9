#include "text/load/shared_library.hpp"

#include <newsarc/error.hpp>

#include <dlfcn.h>

#include <utility>

namespace newsarc::text {

SharedLibrary::SharedLibrary(std::span<const char* const> files, std::string name, std::string_view purpose,
                             const std::string& hint, Names names)
    : name_(std::move(name)) {
    for (const char* file : files) {
        handle_ = dlopen(file, RTLD_NOW | (names == Names::global ? RTLD_GLOBAL : RTLD_LOCAL));
        if (handle_ != nullptr) return;
    }
    throw Error(ErrorCode::unsupported, std::string(purpose) + " takes " + name_ + ", which is not there",
                hint);
}

void* SharedLibrary::address(const char* name) const {
    void* found = dlsym(handle_, name);
    if (found != nullptr) return found;
    throw Error(ErrorCode::unsupported, name_ + " has no " + name, "install a newer " + name_);
}

}  // namespace newsarc::text
