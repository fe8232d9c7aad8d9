#include "cli/source/inputs.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::cli;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone at the end of the test.
class Folder {
public:
    Folder() {
        std::string name = fs::temp_directory_path() / "newsarc-inputs-XXXXXX";
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }

    void write(const std::string& name, const std::string& text = "x") const {
        fs::create_directories(fs::path(at(name)).parent_path());
        std::ofstream(at(name), std::ios::binary) << text;
    }

    /// What walk() tells about paths in here, one entry each, this folder's name left out.
    [[nodiscard]] std::vector<std::string> walked(const std::vector<std::string>& names) const {
        std::vector<std::string> paths;
        for (const std::string& name : names)
            paths.push_back(name == "-" ? name : at(name));
        std::vector<std::string> seen;
        const auto tell = [&](const std::string& what, std::string text) {
            for (std::size_t found = 0; (found = text.find(path_ + "/")) != std::string::npos;) {
                text.erase(found, path_.size() + 1);
            }
            seen.push_back(what + text);
        };
        walk(paths, {.file = [&](const std::string& path) { tell("", path); },
                     .failure = [&](const std::string&, const Error& error) { tell("! ", error.what()); },
                     .note = [&](const std::string& message) { tell("# ", message); },
                     .stop = [] { return false; },
                     .passed_over = [&](std::string_view what) { tell("- ", std::string(what)); }});
        return seen;
    }

private:
    std::string path_;
};

ErrorCode code_of_reading(const std::string& path) {
    try {
        read_source(path);
    } catch (const Error& error) {
        CHECK(std::string(error.what()).starts_with(path));
        CHECK_FALSE(error.hint().empty());
        return error.code();
    }
    FAIL("no error");
    return ErrorCode::internal;
}

using Seen = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder is walked through sorted by name, hidden files left out") {
    const Folder folder;
    for (const char* name :
         {"in/b.txt", "in/a.txt", "in/c/d.txt", "in/.hidden", "in/.git/config", "in/B.txt"}) {
        folder.write(name);
    }
    CHECK(folder.walked({"in"}) == Seen{"in/B.txt", "in/a.txt", "in/b.txt", "in/c/d.txt"});
}

TEST_CASE("files are visited in the order they were named, hidden ones too") {
    const Folder folder;
    folder.write("b");
    folder.write(".a");
    CHECK(folder.walked({"b", ".a", "-", "missing"}) == Seen{"b", ".a", "-", "missing"});
}

TEST_CASE("links to files are followed, links to folders inside a folder are not") {
    const Folder folder;
    folder.write("in/a.txt");
    fs::create_directory_symlink("..", folder.at("in/loop"));
    fs::create_symlink("a.txt", folder.at("in/b.txt"));
    CHECK(folder.walked({"in"}) ==
          Seen{"in/a.txt", "in/b.txt", "# in/loop: a link to a folder, not followed"});
    fs::create_directory_symlink("in", folder.at("link"));
    CHECK(folder.walked({"link"}).front() == "link/a.txt");
}

TEST_CASE("a folder without files is a failure") {
    const Folder folder;
    fs::create_directory(folder.at("empty"));
    CHECK(folder.walked({"empty"}) == Seen{"! empty: a folder without files"});
    folder.write("empty/.hidden");
    CHECK(folder.walked({"empty"}) == Seen{"! empty: a folder without files"});
    folder.write("empty/sub/a.txt");
    CHECK(folder.walked({"empty"}) == Seen{"empty/sub/a.txt"});
}

TEST_CASE("a file is read byte for byte") {
    const Folder folder;
    const std::string bytes("a\0b\r\n\xFF", 6);
    folder.write("a.txt", bytes);
    const Source source = read_source(folder.at("a.txt"));
    CHECK(source.bytes == bytes);
    CHECK(source.path == folder.at("a.txt"));
    CHECK(source.modified > 0);
    CHECK(S_ISREG(source.mode));
    folder.write("empty", "");
    CHECK(read_source(folder.at("empty")).bytes.empty());
    const std::string large(300'000, 'a');
    folder.write("large", large);
    CHECK(read_source(folder.at("large")).bytes == large);
}

TEST_CASE("a file whose size the system does not tell is read to its end") {
    if (!fs::exists("/proc/self/status")) return;  // only Linux has it
    CHECK(read_source("/proc/self/status").bytes.size() > 100);
}

TEST_CASE("what cannot be read is an error with a hint, and never waits") {
    const Folder folder;
    REQUIRE(mkfifo(folder.at("fifo").c_str(), 0600) == 0);
    fs::create_symlink("self", folder.at("self"));
    CHECK(code_of_reading(folder.at("missing")) == ErrorCode::not_found);
    CHECK(code_of_reading(folder.at("fifo")) == ErrorCode::input);
    CHECK(code_of_reading("/dev/null") == ErrorCode::input);
    CHECK(code_of_reading(folder.at(".")) == ErrorCode::input);
    CHECK(code_of_reading(folder.at("self")) == ErrorCode::io);
    if (geteuid() == 0) return;  // root may read everything
    folder.write("secret");
    fs::permissions(folder.at("secret"), fs::perms::none);
    CHECK(code_of_reading(folder.at("secret")) == ErrorCode::io);
}
