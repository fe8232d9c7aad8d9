#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/random.hpp"

// `fuzz_TARGET ROUNDS FOLDER...`: what libFuzzer does, for compilers without it. Runs every file of
// the folders, then ROUNDS mixtures and mutations of them, the same each time. When one breaks a
// promise the program aborts and leaves it in the file `fuzz_TARGET.last`.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using newsarc::test::Random;

void run(const std::string& input, const std::string& last) {
    std::ofstream(last, std::ios::binary) << input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

/// A piece of one input behind a piece of another, with some bytes changed.
std::string mixed(const std::vector<std::string>& inputs, Random& random) {
    static const char* const spices[] = {"\n",
                                         "\r",
                                         "\f",
                                         "\n\n",
                                         ":",
                                         " - ",
                                         "***\n",
                                         "\xC2\xA0",
                                         "\xE2\x80\xA8",
                                         "\xFF",
                                         "\xE2",
                                         "(",
                                         ")",
                                         "READ ALSO:",
                                         "By ",
                                         "Credit: ",
                                         "https://",
                                         "www.",
                                         "](",
                                         "@",
                                         "21 Jan 2025",
                                         "1 of 2 DOCUMENTS\n",
                                         "Document 1 of 2\n",
                                         "Full text: ",
                                         "    ",
                                         "\x1B[",
                                         "\x1B]8;;",
                                         "\xC2\x9B",
                                         "\xE2\x80\xAE",
                                         "\"",
                                         "{",
                                         "}",
                                         ",",
                                         "\\u",
                                         " OR ",
                                         " NEAR/2 ",
                                         "*",
                                         "published:"};
    std::string out;
    for (int part = 0; part < 2; ++part) {
        const std::string& from = inputs[random.below(inputs.size())];
        const std::size_t begin = random.below(from.size() + 1);
        out += from.substr(begin, random.below(from.size() - begin + 1));
    }
    for (std::size_t change = random.below(8); change > 0; --change) {
        const std::size_t at = random.below(out.size() + 1);
        switch (random.below(3)) {
            case 0: out.insert(at, spices[random.below(std::size(spices))]); break;
            case 1: out.erase(at, random.below(12)); break;
            default:
                if (at < out.size()) out[at] = static_cast<char>(random.below(256));
        }
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: %s ROUNDS FOLDER...\n", argv[0]);
        return 2;
    }
    const std::string last = std::filesystem::path(argv[0]).filename().string() + ".last";
    std::vector<std::string> inputs;
    for (int i = 2; i < argc; ++i) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(argv[i]))
            if (entry.is_regular_file()) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            std::ifstream in(file, std::ios::binary);
            inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
            run(inputs.back(), last);
        }
    }
    Random random;
    for (unsigned long round = std::strtoul(argv[1], nullptr, 10); round > 0 && !inputs.empty(); --round)
        run(mixed(inputs, random), last);
    std::filesystem::remove(last);
    return 0;
}
