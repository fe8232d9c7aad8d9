#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace bench {

struct Document {
    std::string id;
    std::string title;
    std::string text;
};

/// A search test collection: a folder of docs.jsonl (objects of id, title, text), queries.tsv
/// (`query<TAB>text`) and qrels.txt (`query 0 document gain`).
struct Collection {
    std::vector<Document> documents;
    std::vector<std::pair<std::string, std::string>> queries;      ///< number and text
    std::map<std::string, std::map<std::string, int>> judgements;  ///< query, then document
};

inline std::ifstream open(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    return file;
}

inline Collection read_collection(const std::string& folder) {
    Collection out;
    std::string line;
    auto documents = open(folder + "/docs.jsonl");
    while (std::getline(documents, line)) {
        const auto json = nlohmann::json::parse(line);
        out.documents.push_back({json.at("id"), json.value("title", ""), json.value("text", "")});
    }
    auto queries = open(folder + "/queries.tsv");
    while (std::getline(queries, line)) {
        const std::size_t tab = line.find('\t');
        if (tab != std::string::npos) out.queries.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    auto judgements = open(folder + "/qrels.txt");
    std::string query;
    std::string zero;
    std::string document;
    int gain = 0;
    while (judgements >> query >> zero >> document >> gain)
        out.judgements[query][document] = gain;
    return out;
}

/// Every collection in a folder, by name; at least one.
inline std::vector<Collection> read_collections(const std::string& folder) {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (std::filesystem::exists(entry.path() / "docs.jsonl")) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    std::vector<Collection> out;
    for (const auto& each : folders)
        out.push_back(read_collection(each.string()));
    if (out.empty()) throw std::runtime_error("no test collection in " + folder);
    return out;
}

}  // namespace bench
