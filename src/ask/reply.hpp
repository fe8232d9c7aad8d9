#pragma once

#include <newsarc/error.hpp>

#include "output/stats/stats.hpp"
#include "output/text/layout.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string_view>

namespace newsarc::ask {

/// Where an answer goes, and what of the world outside it depends on.
struct Reply {
    std::ostream& out;   ///< text whose printers clean what comes out of an article, and JSON
    std::ostream& data;  ///< what other programs are to have as it is stored
    output::Layout layout = {};
    output::Layout rows = {};  ///< for the rows of a list, which may be wider than text
    output::Drawing drawing = output::Drawing::blocks;
    std::int64_t now = 0;  ///< Unix seconds
    /// Ends what takes long with Error(interrupted) soon after it becomes true.
    const std::atomic<bool>* interrupt = nullptr;

    // What is told beside the answer.
    std::function<void(std::string_view)> note = [](std::string_view) {};
    std::function<void(std::string_view)> hint = [](std::string_view) {};
    std::function<void(const Error&)> error = [](const Error&) {};
    /// A line for each article that was changed is not wanted.
    bool quiet = false;

    /// Asks a person whether to go on; none where there is nobody to ask.
    std::function<bool(std::string_view question)> confirmed = nullptr;

    /// Called before what a person may have to read page by page.
    std::function<void()> begin_pages = [] {};
};

/// Tells what of a query could not be taken as it stood.
inline void tell(const Reply& reply, const std::vector<std::string>& notes) {
    for (const std::string& note : notes)
        reply.note(note);
}

}  // namespace newsarc::ask
