#pragma once

#include <span>
#include <string>
#include <string_view>

namespace newsarc::text {

/// A library of the system that is loaded when it is first needed: loading all of them, with what some depend
/// on, takes longer than most commands of newsarc do. It is never unloaded.
class SharedLibrary {
public:
    /// Whether libraries that are loaded later find its names before their own.
    enum class Names { local, global };

    /// Loads the first of `files` that there is. Throws Error(unsupported), with `purpose` (`reading pages`),
    /// the library's name and `hint`, where there is none.
    SharedLibrary(std::span<const char* const> files, std::string name, std::string_view purpose,
                  const std::string& hint, Names names = Names::local);

    /// Sets `function` to the function of a name. Throws Error(unsupported) where the library lacks it.
    template <typename Function>
    void find(const char* name, Function& function) const {
        // POSIX promises that a function's address fits a pointer to an object.
        function = reinterpret_cast<Function>(address(name));
    }

private:
    [[nodiscard]] void* address(const char* name) const;

    std::string name_;
    void* handle_ = nullptr;
};

}  // namespace newsarc::text
