"""The JSON Lines that others load are those of the documents."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def test_exported_files_are_up_to_date() -> None:
    lines = runpy.run_path(str(ROOT / "scripts" / "export_annotations.py"))["lines"]
    for split in ("dev", "test"):
        file = ROOT / "data" / "annotated" / f"{split}.jsonl"
        assert file.read_text(encoding="utf-8") == lines(split), "run python scripts/export_annotations.py"


def test_the_documented_line_loads_the_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets = pytest.importorskip("datasets")
    guideline = (ROOT / "data" / "annotated" / "GUIDELINE.md").read_text(encoding="utf-8")
    [line] = re.findall(r"`(datasets\.load_dataset\(.+\))`", guideline)
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path)
    loaded = eval(line, {"datasets": datasets})
    assert set(loaded) == {"dev", "test"}
    first = loaded["dev"][0]
    assert all(first["text"][m["start"] : m["end"]] == m["text"] for m in json.loads(first["mentions"]))


def test_docbins_hold_the_mentions(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from benchmarks.gold import documents
    from spacy.tokens import DocBin

    runpy.run_path(str(ROOT / "scripts" / "export_annotations.py"))["write_spacy"](tmp_path)
    vocab = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}}).vocab
    docs = list(DocBin().from_disk(tmp_path / "dev.spacy").get_docs(vocab))
    assert len(docs) == len(documents("dev"))
    assert {span.label_ for span in docs[0].spans["vnreport"]} <= {
        m["type"] for m in documents("dev")[0].mentions
    }
