#include "cli/terminal/progress.hpp"

#include <vector>

#include "support/catch.hpp"

using namespace newsarc::cli;

TEST_CASE("progress is told in the columns there are") {
    struct Row {
        ProgressState state;
        std::size_t columns;
        std::string line;
    };
    const std::vector<Row> rows{
        {{8400, 2, 0.5}, 80, "[===============               ]  50 %  8400 articles  0:02 left  4200/s"},
        {{8400, 2, 0.5}, 40, "50 %  8400 articles  0:02 left  4200/s"},
        {{8400, 2, 0.5}, 30, "50 %  8400 articles  0:02 left"},
        {{8400, 2, 0.5}, 24, "50 %  8400 articles"},
        {{8400, 2, 0.5}, 4, ""},
        {{1, 0, 0.0}, 60, "[                              ]  0 %  1 article"},
        {{100000, 50, 0.01},
         80,
         "[                              ]  1 %  100000 articles  1:22:30 left  2000/s"},
        {{70, 65, 0.5}, 80, "[===============               ]  50 %  70 articles  1:05 left  1/s"},
        {{20000, 5, 1.0}, 80, "[==============================]  100 %  20000 articles  4000/s"},
        {{20000, 5, 1.7}, 50, "[=================]  100 %  20000 articles  4000/s"},
        {{20000, 5, std::nullopt}, 80, "20000 articles  4000/s"},
    };
    for (const Row& row : rows) {
        const std::string line = progress_line(row.state, row.columns);
        CHECK(line == row.line);
        CHECK(line.size() <= row.columns);
    }
}
