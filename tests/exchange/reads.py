"""Reads a golden file with modules that are not newsarc's: reads.py FORMAT FOLDER.

Exit status 77 when a module that is needed is not there.
"""

import csv
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent


def check(condition, what):
    if not condition:
        sys.exit(f"failed: {what}")


def records(golden):
    with open(golden / "export.jsonl", encoding="utf-8", newline="") as file:
        return [json.loads(line) for line in file.read().split("\n")[:-1]]


def read_jsonl(golden):
    articles = records(golden)
    check(len(articles) == 3, "three articles, one a line")
    check(articles[1]["body"].endswith("\x1b]0;title\x07\x9b31m\u202eturned\u2028line"), "text is kept")


def read_csv(golden):
    with open(golden / "export.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    for row, article in zip(rows, records(golden), strict=True):
        check(None not in row and None not in row.values(), "as many fields as the header names")
        for name in ("headline", "deck", "credit", "byline", "body", "key"):
            text = row[name]
            check(not text.startswith(("=", "+", "-", "@")), "no formula")
            if text.startswith("'") and text[1:2] in set("=+-@"):
                text = text[1:]
            check(text == (article[name] or ""), f"{name} is that of the record")


def read_with_schema(golden, name, is_array):
    try:
        import jsonschema
    except ImportError:
        print("skipped: the module jsonschema is not installed")
        sys.exit(77)
    with open(golden / f"export.{name}", encoding="utf-8") as file:
        document = json.load(file)
    with open(HERE / f"{name}.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)(
        schema, format_checker=jsonschema.FormatChecker())
    check(len(document) == 3, "three articles")
    for item in [document] if is_array else document:
        for error in validator.iter_errors(item):
            sys.exit(f"failed: {error.json_path}: {error.message}")
    # A schema that lets anything pass would hold nothing.
    check(list(validator.iter_errors([{"colour": "red"}] if is_array else {"colour": "red"})),
          "the schema refuses an unknown property")
    return document


def read_ninjs(golden):
    first = read_with_schema(golden, "ninjs", False)[0]
    check(first["headlines"][0]["value"] == "River Port Reopens After U.S. Flood", "the headline")
    check(first["contentCreated"] == "2025-01-21T14:05:00+02:00", "the moment")


def read_jsonld(golden):
    for item in read_with_schema(golden, "jsonld", False):
        check(item["@type"] == "NewsArticle", "the type")


def read_csl_json(golden):
    first = read_with_schema(golden, "csl-json", True)[0]
    check(first["issued"] == {"date-parts": [[2025, 1, 21]]}, "the date")


def read_markdown(golden):
    try:
        import yaml
    except ImportError:
        print("skipped: the module yaml is not installed")
        sys.exit(77)
    with open(golden / "export.markdown", encoding="utf-8", newline="") as file:
        text = file.read()
    heads = [part for part in text.split("---\n")[1::2]]
    check(len(heads) == 3, "three heads")
    for head, article in zip(heads, records(golden), strict=True):
        fields = yaml.safe_load(head)
        check(fields.get("title") == article["headline"], "the title")
        check(fields.get("subtitle") == article["deck"], "the subtitle")
        check(fields.get("tags", []) == article["tags"], "the tags")
        check(fields["id"] == article["id"], "the id")


READERS = {
    "jsonl": read_jsonl,
    "csv": read_csv,
    "ninjs": read_ninjs,
    "jsonld": read_jsonld,
    "csl-json": read_csl_json,
    "markdown": read_markdown,
}

READERS[sys.argv[1]](pathlib.Path(sys.argv[2]))
