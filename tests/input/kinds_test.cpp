#include "input/kinds.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace newsarc;

TEST_CASE("a file is known by its content first and by its ending second") {
    struct Row {
        std::string bytes;
        std::string path;
        std::string kind;
    };
    const std::vector<Row> rows{
        {"<!DOCTYPE html><p>x", "a.txt", "page"},
        {"---\ntitle: x\n---\n", "a.txt", "note"},
        {"\xEF\xBB\xBF---\r\ntags: [a]\r\n---\r\nx", "a.md", "note"},
        {"---\ntitle: x\nand more\n---\n", "a.md", "text"},
        {"---\nplace: Rome\n---\n", "a.md", "text"},
        {"---\ntitle: x\n", "a.md", "text"},
        {"\xEF\xBB\xBF \n<!-- saved -->\n<HTML>", "a", "page"},
        {"<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "a.xml", "page"},
        {"<head><title>x</title>", "", "page"},
        {"<p>A paragraph", "a.HTM", "page"},
        {"<p>A paragraph", "a.txt", "text"},
        {"The <html> tag was born in 1991.", "a.txt", "text"},
        {"From: a@b.example\nSubject: x\nDate: Tue, 21 Jan 2025 08:00:00 +0100\n\nText", "a.txt", "mail"},
        {"From a@b.example Tue Jan 21 08:00:00 2025\nSubject: x\n\nText", "a.eml", "mbox"},
        {"<?xml version=\"1.0\"?><rss version=\"2.0\">", "a.html", "feed"},
        {"\n<feed xmlns=\"http://www.w3.org/2005/Atom\">", "", "feed"},
        {"{\"version\": \"https://jsonfeed.org/version/1.1\"}", "a.txt", "feed"},
        {"{\"headline\": \"x\"}", "a.txt", "records"},
        {"[{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"articleBody\":\"It is shut.\"}]\n", "a.txt",
         "page"},
        {"{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"articleBody\":\"It is shut.\"}\nBridge\n",
         "a.txt", "text"},
        {"{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\"}\n", "a.txt", "text"},
        {"[\n  {\n \"headline\": \"x\"}]", "", "records"},
        {"{\"headline\": \"x\"}\n{\"headline\": \"y\"}\n", "", "records"},
        {"{\"headline\": \"x\"}\nnot JSON\n", "", "records"},
        {"[{\"@type\": \"NewsArticle\"}]\nRiver Port Reopens\n", "a.txt", "text"},
        {"headline;body\nx;y\n", "a.CSV", "records"},
        {"TY  - NEWS\n", "a.ris", "citations"},
        {"<?xml version=\"1.0\"?>\n<newsItem>", "a", "xml"},
        {"{Editors: see below}", "a.txt", "text"},
        {"[UPDATED] Port reopens", "a.txt", "text"},
        {"", "", "text"},
        {"A headline\n\nA paragraph.", "htm", "text"},
    };
    for (const Row& row : rows) {
        INFO(row.bytes << " in " << row.path);
        CHECK(input::kind_of(row.bytes, row.path).name == row.kind);
    }
}

TEST_CASE("each kind has a name of its own, and the last takes what no other does") {
    for (const input::Kind& kind : input::kinds()) {
        CHECK(input::kind_named(kind.name) == &kind);
        CHECK((kind.open == nullptr) == (&kind == &input::kinds().back()));
    }
    CHECK(input::kind_named("gramophone") == nullptr);
}
