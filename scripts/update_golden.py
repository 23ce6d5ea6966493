"""Write the full output for the samples to ``data/golden/``, after a change of it that is meant.

    python scripts/update_golden.py

``tests/test_golden.py`` holds every run to these files. Look at the difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path

from vnreport import extract

ROOT = Path(__file__).parent.parent
SAMPLES, GOLDEN = ROOT / "data" / "samples", ROOT / "data" / "golden"


def golden(raw: str) -> str:
    """Give the report of a raw text as indented JSON, a line for each field, so that a change is seen."""
    return json.dumps(extract(raw).model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write one file for each sample."""
    GOLDEN.mkdir(exist_ok=True)
    for sample in sorted(SAMPLES.glob("*.txt")):
        file = GOLDEN / f"{sample.stem}.json"
        file.write_text(golden(sample.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        print(file.relative_to(ROOT))


if __name__ == "__main__":
    main()
