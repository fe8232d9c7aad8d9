#!/usr/bin/env python3
"""Known-item search by language, beside bare FTS5, and how languages are told.

    bench/languages/known_items.py PROGRAM FOLDER [LANGUAGE...] [--queries N]

FOLDER holds a file LANGUAGE.jsonl for each language, an object with `headline` and `body` a line. The bodies
are imported without their headlines; then each headline is a query, and its body the one right answer. What is
printed is the mean reciprocal rank among the first ten hits: of newsarc, of FTS5 with the tokenizers unicode61
and trigram (the words of the headline joined by OR, ordered by its own rank), and what share of what unicode61
misses newsarc finds; then for how many articles newsarc told the language of the file, and for how many none.
"""
import argparse
import collections
import json
import pathlib
import re
import sqlite3
import subprocess
import tempfile

# The first and the step of the articles that are queries: rules are chosen on one half, and measured on the other.
HALVES = {"both": (0, 1), "even": (0, 2), "odd": (1, 2)}


def rank_of(hits, wanted):
    return 1 / (hits.index(wanted) + 1) if wanted in hits else 0


def bare(articles, queries, tokenizer, shortest):
    database = sqlite3.connect(":memory:")
    database.execute(f'CREATE VIRTUAL TABLE f USING fts5(body, tokenize="{tokenizer}")')
    database.executemany("INSERT INTO f(rowid, body) VALUES (?, ?)",
                         [(i, a["body"]) for i, a in enumerate(articles)])
    total = 0
    for i in queries:
        words = [w for w in re.findall(r"[^\W_]+", articles[i]["headline"]) if len(w) >= shortest]
        if not words:
            continue
        match = " OR ".join(f'"{w}"' for w in words)
        rows = database.execute("SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 10", (match,))
        total += rank_of([row[0] for row in rows], i)
    return total / len(queries)


def newsarc(program, articles, queries, options):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run = [program, "-A", str(folder / "archive.db")]
        records = "".join(json.dumps({"key": f"k{i}", "body": a["body"]}) + "\n" for i, a in enumerate(articles))
        (folder / "in.jsonl").write_text(records)
        subprocess.run(run + ["import", "-q", str(folder / "in.jsonl")], check=True, stdout=subprocess.DEVNULL)
        lines = [f"{i}\t{' '.join(articles[i]['headline'].split())}\n" for i in queries]
        (folder / "queries").write_text("".join(lines))
        found = subprocess.run(run + ["search", "--batch", str(folder / "queries"), "--format", "trec", "-n", "10"]
                               + options, capture_output=True, text=True).stdout
        hits = collections.defaultdict(list)
        for line in found.splitlines():
            query, _, key = line.split()[:3]
            hits[query].append(key)
        told = subprocess.run(run + ["export", "--format", "jsonl"], capture_output=True, text=True).stdout
        told = collections.Counter(json.loads(line).get("language") for line in told.splitlines())
        size = (folder / "archive.db").stat().st_size
        return sum(rank_of(hits[str(i)], f"k{i}") for i in queries) / len(queries), told, size


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("languages", nargs="*")
    arguments.add_argument("--queries", type=int, default=1000)
    arguments.add_argument("--half", choices=HALVES, default="both", help="which articles' headlines are asked for")
    arguments.add_argument("--option", action="append", default=[], help="of newsarc search")
    arguments = arguments.parse_args()
    names = arguments.languages or sorted(f.stem for f in arguments.folder.glob("*.jsonl"))
    means = [0.0, 0.0, 0.0]
    print("language articles newsarc unicode61 trigram missed-found told absent bytes/text", flush=True)
    for name in names:
        with open(arguments.folder / f"{name}.jsonl") as lines:
            articles = [json.loads(line) for line in lines]
        queries = range(HALVES[arguments.half][0], len(articles), HALVES[arguments.half][1])[:arguments.queries]
        ours, told, size = newsarc(arguments.program, articles, queries, arguments.option)
        words = bare(articles, queries, "unicode61", 1)
        trigrams = bare(articles, queries, "trigram", 3)
        text = sum(len(a["body"].encode()) for a in articles)
        count = sum(told.values()) or 1
        print(f"{name} {len(articles)} {ours:.3f} {words:.3f} {trigrams:.3f} {(ours - words) / (1 - words):.2f} "
              f"{told[name] / count:.3f} {told[None] / count:.3f} {size / text:.2f}"
              f"{'' if ours >= words else ' BELOW'}", flush=True)
        for i, value in enumerate((ours, words, trigrams)):
            means[i] += value / len(names)
    print("mean", *(f"{mean:.3f}" for mean in means))


if __name__ == "__main__":
    main()
