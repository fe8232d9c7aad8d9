#include "parse/name/byline_words.hpp"

#include <algorithm>
#include <iterator>

namespace newsarc::parsing {
namespace {

constexpr std::string_view particles[] = {
    "van", "von", "der",   "den", "de",  "del", "los", "las", "della", "di",  "da",
    "das", "do",  "dos",   "du",  "des", "la",  "le",  "el",  "al",    "bin", "bint",
    "ibn", "ben", "abu",   "ter", "ten", "zu",  "zur", "af",  "av",    "ap",  "mc",
    "st",  "dit", "dello", "op",  "t",   "ul",  "ur",  "os",  "as",    "ad",  "din",
};

constexpr std::string_view job_words[] = {
    "staff",
    "writer",
    "writers",
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "editor",
    "editors",
    "chief",
    "senior",
    "associate",
    "assistant",
    "columnist",
    "contributor",
    "contributors",
    "contributing",
    "special",
    "political",
    "bureau",
    "freelance",
    "freelancer",
    "journalist",
    "journalists",
    "photographer",
    "producer",
    "anchor",
    "analyst",
    "intern",
    "author",
    "professor",
    "director",
    "deputy",
    "managing",
    "executive",
    "national",
    "foreign",
    "international",
    "local",
    "business",
    "sports",
    "sport",
    "health",
    "science",
    "technology",
    "tech",
    "politics",
    "economics",
    "financial",
    "legal",
    "royal",
    "education",
    "environment",
    "climate",
    "crime",
    "investigative",
    "investigations",
    "digital",
    "multimedia",
    "general",
    "assignment",
    "diplomatic",
    "white",
    "congressional",
    "press",
    "times",
    "post",
    "news",
    "newsroom",
    "reuters",
    "agency",
    "agencies",
    "media",
    "network",
    "tribune",
    "journal",
    "herald",
    "gazette",
    "magazine",
    "today",
    "daily",
    "weekly",
    "radio",
    "tv",
    "television",
    "broadcasting",
    "bbc",
    "cnn",
    "ap",
    "afp",
    "upi",
    "pti",
    "ani",
    "ians",
    "bloomberg",
    "guardian",
    "telegraph",
    "ledger",
    "chronicle",
    "star",
    "globe",
    "mail",
    "express",
    "mirror",
    "independent",
    "observer",
    "review",
    "wire",
    "wires",
    "service",
    "services",
    "desk",
    "team",
    "board",
    "editorial",
    "research",
    "fellow",
    "expert",
    "specialist",
    "lecturer",
    "phd",
    "md",
    "dr",
    "prof",
    "redaktion",
    "redaccion",
    "redazione",
    "redacao",
    "reporteur",
    "journaliste",
    "reportera",
    "reportero",
    "periodista",
    "korrespondent",
    "korrespondentin",
    "jornalista",
    "giornalista",
    "corresponsal",
    "envoye",
    "nbc",
    "abc",
    "cbs",
    "fox",
    "npr",
    "pbs",
    "usa",
    "online",
    "com",
    "inc",
    "ltd",
    "group",
    "society",
    "university",
    "institute",
    "report",
    "reports",
    "newsdesk",
    "webdesk",
    "web",
    "admin",
    "webmaster",
    "desks",
    "redaction",
};

constexpr std::string_view outlet_words[] = {
    "news",     "newsroom",  "press",   "times",   "post",       "reuters",   "agency",   "agencies",
    "media",    "network",   "tribune", "journal", "herald",     "gazette",   "magazine", "today",
    "daily",    "weekly",    "radio",   "tv",      "television", "bbc",       "cnn",      "ap",
    "afp",      "upi",       "pti",     "ani",     "ians",       "bloomberg", "guardian", "telegraph",
    "ledger",   "chronicle", "star",    "globe",   "mail",       "express",   "mirror",   "independent",
    "observer", "review",    "wire",    "service", "business",   "sport",     "nbc",      "abc",
    "cbs",      "fox",       "npr",     "pbs",     "online",     "com",       "staff",    "desk",
};

constexpr std::string_view never_names[] = {
    "the",      "a",          "an",       "this",     "that",       "these",    "those",     "his",
    "her",      "its",        "their",    "our",      "my",         "your",     "some",      "any",
    "all",      "no",         "not",      "every",    "each",       "both",     "many",      "most",
    "one",      "two",        "three",    "now",      "then",       "monday",   "tuesday",   "wednesday",
    "thursday", "friday",     "saturday", "sunday",   "today",      "tomorrow", "yesterday", "late",
    "early",    "mid",        "midday",   "midnight", "noon",       "dawn",     "dusk",      "morning",
    "evening",  "night",      "minutes",  "minute",   "hours",      "hour",     "days",      "day",
    "weeks",    "week",       "months",   "month",    "years",      "year",     "published", "updated",
    "posted",   "date",       "last",     "next",     "first",      "second",   "third",     "half",
    "contrast", "comparison", "design",   "default",  "definition", "law",      "accident",  "chance",
    "far",      "way",        "hand",     "hook",     "numbers",    "popular",  "request",   "demand",
    "land",     "sea",        "air",      "force",    "choice",     "doing",    "using",     "making",
    "taking",   "being",      "having",   "getting",  "going",      "and",      "or",        "but",
    "if",       "when",       "while",    "what",     "who",        "which",    "how",       "why",
    "in",       "on",         "at",       "of",       "for",        "from",     "to",        "with",
    "without",  "about",      "after",    "before",   "during",     "it",       "he",        "she",
    "they",     "we",         "you",      "i",        "is",         "are",      "was",       "were",
    "be",       "been",       "has",      "have",     "had",        "will",     "would",     "can",
    "could",    "should",     "may",      "might",    "must",       "more",     "less",      "email",
    "phone",
};

constexpr std::string_view ends[] = {
    "in",      "at",    "for",      "from", "of",  "on",    "published", "updated",
    "posted",  "last",  "modified", "is",   "was", "has",   "reports",   "reporting",
    "writes",  "via",   "special",  "to",   "en",  "pour",  "fur",       "aus",
    "minutes", "hours", "read",     "with", "who", "about", "|",
};

constexpr std::string_view joiners[] = {"and", "y",  "et",  "und", "e",  "ed",
                                        "en",  "og", "och", "و",   "और", "и"};

template <typename Words>
bool holds(const Words& words, std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

bool is_name_particle(std::string_view folded) {
    return holds(particles, folded);
}
bool is_job_word(std::string_view folded) {
    return holds(job_words, folded);
}
bool is_outlet_word(std::string_view folded) {
    return holds(outlet_words, folded);
}
bool is_never_name(std::string_view folded) {
    return holds(never_names, folded);
}
bool ends_names(std::string_view folded) {
    return holds(ends, folded);
}
bool joins_names(std::string_view folded) {
    return holds(joiners, folded);
}

}  // namespace newsarc::parsing
