"""Write the gold as JSON Lines and as spaCy ``DocBin`` files.

``python scripts/export_annotations.py`` writes ``data/annotated/dev.jsonl`` and ``test.jsonl``, which
``datasets.load_dataset("json", data_files=…)`` reads offline (the guideline there has the line);
``--spacy FOLDER`` writes ``dev.spacy`` and ``test.spacy`` with the mentions as ``doc.spans["vnreport"]``.
``--check`` fails where the files are old.
"""

from __future__ import annotations

import argparse
import json
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.gold import GoldDocument, documents  # noqa: E402


def record(document: GoldDocument) -> dict[str, Any]:
    """Give a document as one JSON object; every mention has every field, so that columns are typed alike."""
    return {
        "name": document.name,
        "kind": document.kind,
        "damage": document.damage,
        "raw": document.raw,
        "text": document.text,
        "document": document.document,
        "boilerplate": [{"start": line.start, "end": line.end} for line in document.boilerplate],
        # Fields differ by type; a string of JSON keeps the columns of a table the same for all.
        "mentions": json.dumps(document.mentions, ensure_ascii=False, default=_plain),
        "facts": json.dumps(document.facts, ensure_ascii=False, default=_plain),
    }


def _plain(value: object) -> int | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"cannot write {value!r}")


def lines(split: str) -> str:
    """Give a split as JSON Lines."""
    found = documents("dev" if split == "dev" else "test")
    return "".join(json.dumps(record(d), ensure_ascii=False) + "\n" for d in found)


def write_spacy(folder: Path) -> None:
    """Write a ``DocBin`` for each split; spans that no token boundary fits are widened to the tokens."""
    spacy = import_module("spacy")
    blank = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    folder.mkdir(parents=True, exist_ok=True)
    for split in ("dev", "test"):
        store = import_module("spacy.tokens").DocBin(store_user_data=True)
        for document in documents("dev" if split == "dev" else "test"):
            doc = blank.make_doc(document.text)
            spans = [
                doc.char_span(m["start"], m["end"], label=m["type"], alignment_mode="expand")
                for m in document.mentions
            ]
            doc.spans["vnreport"] = [span for span in spans if span is not None]
            store.add(doc)
        store.to_disk(folder / f"{split}.spacy")


def main() -> int:
    """Run the command line; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is old")
    parser.add_argument("--spacy", type=Path, metavar="FOLDER", help="write DocBin files too (needs spacy)")
    given = parser.parse_args()
    old = 0
    for split in ("dev", "test"):
        file = ROOT / "data" / "annotated" / f"{split}.jsonl"
        content = lines(split)
        if given.check:
            old += not file.exists() or file.read_text(encoding="utf-8") != content
        else:
            file.write_text(content, encoding="utf-8")
    if given.spacy:
        write_spacy(given.spacy)
    if old:
        print(f"{old} files are old: run python scripts/export_annotations.py", file=sys.stderr)
    return int(old > 0)


if __name__ == "__main__":
    sys.exit(main())
