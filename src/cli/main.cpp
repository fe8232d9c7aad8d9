#include "cli/program.hpp"

int main(int argc, char** argv) {
    return newsarc::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc});
}
