#include "store/index/stem_reader.hpp"

namespace newsarc::store {

StemReader::Run StemReader::words_of(std::string_view stretch) {
    if (words_.size() > most_known || stretches_.size() > most_known) {
        stretches_ = {};
        runs_.clear();
        words_.clear();
    }
    const bool is_kept = stretch.size() <= longest_known;
    if (is_kept) {
        const std::uint32_t known = stretches_.number(stretch);
        if (known < runs_.size()) return runs_[known];
    }
    Run run{static_cast<std::uint32_t>(words_.size()), 0};
    tokenizer_->tokenize(stretch, [&](std::string_view stem, std::size_t begin, std::size_t end) {
        const std::uint32_t number = numbered_ == Numbered::all ? stems_.number(stem) : find(stem);
        words_.push_back(
            {std::string(stem), number, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        return true;
    });
    run.last = static_cast<std::uint32_t>(words_.size());
    if (is_kept) runs_.push_back(run);
    return run;
}

}  // namespace newsarc::store
