#include <newsarc/archive.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "faults/fault_vfs.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;
using newsarc::test::Fault;
using newsarc::test::FaultVfs;
using newsarc::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::string sample = newsarc::test::source_path("tests/archive/samples/format-1.db");

std::string told(const Archive& archive) {
    std::string out;
    archive.list({}, [&](const Article& article) {
        out +=
            std::to_string(*article.id) + article.uid + article.headline.value_or("") + article.body + "\n";
        return true;
    });
    return out;
}

void clear(const TemporaryFolder& folder) {
    for (const auto& entry : fs::directory_iterator(folder.path()))
        fs::remove(entry.path());
}

}  // namespace

TEST_CASE(
    "a change of format that fails at any call is made by the next to open the archive, and loses nothing") {
    FaultVfs vfs;
    const TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    fs::copy_file(sample, path);
    vfs.arm(Fault::none, 0);
    const std::string before = told(Archive::open(path, Archive::Mode::write));
    const std::size_t calls = vfs.calls();
    REQUIRE(calls > 10);
    REQUIRE(before.size() > 100);
    for (const Fault fault : {Fault::killed, Fault::power_loss, Fault::torn, Fault::io_error, Fault::full}) {
        for (const std::size_t at : test::calls_to_fail(fault, calls)) {
            INFO("call " << at << " of " << calls << ", fault " << static_cast<int>(fault));
            clear(folder);
            fs::copy_file(sample, path);
            vfs.arm(fault, at);
            try {
                Archive::open(path, Archive::Mode::write);
            } catch (const Error& error) {
                INFO(error.what());
                CHECK((error.code() == ErrorCode::io || error.code() == ErrorCode::archive_damaged));
            }
            vfs.disarm();
            const Archive archive = Archive::open(path, Archive::Mode::write);
            CHECK(told(archive) == before);
            CHECK(archive.check({}, [](const Finding&) {}).findings == 0);
            // The former archive is beside it, whole.
            CHECK(fs::exists(path + ".format-1"));
        }
    }
    WARN(5 * calls << " cases");
}
