"""The JSON Lines that others load are those of the documents."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_exported_files_are_up_to_date() -> None:
    lines = runpy.run_path(str(ROOT / "scripts" / "export_annotations.py"))["lines"]
    for split in ("dev", "test"):
        file = ROOT / "data" / "annotated" / f"{split}.jsonl"
        assert file.read_text(encoding="utf-8") == lines(split), "run python scripts/export_annotations.py"
