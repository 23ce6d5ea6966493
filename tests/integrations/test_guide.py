"""The guide speaks true: its blocks run, those of an extra where it is installed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "integrations.md"
BLOCK = re.compile(r"<!-- (test|needs): (\w+) -->\n```python\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize(("mark", "name", "code"), BLOCK.findall(GUIDE.read_text(encoding="utf-8")))
def test_blocks_run(mark: str, name: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if mark == "needs":
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")
        pytest.importorskip(name)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, str(GUIDE), "exec"), {})
