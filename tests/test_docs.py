"""The pages under docs/ speak true: every Python block runs, those of an extra where it is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import vnreport

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
FENCE = "```python\n"
BLOCK = re.compile(r"<!-- (test|needs): (\w+) -->\n```python\n(.*?)```", re.DOTALL)
BLOCKS = [
    pytest.param(mark, name, code, id=f"{page.stem}-{number}-{name}")
    for page in PAGES
    for number, (mark, name, code) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize(("mark", "name", "code"), BLOCKS)
def test_blocks_run(mark: str, name: str, code: str, tmp_path: Path) -> None:
    if mark == "needs":
        pytest.importorskip(name)
    shutil.copytree(ROOT / "data/samples", tmp_path / "data/samples")
    script = tmp_path / "block.py"
    script.write_text(code, encoding="utf-8")
    # In a process of its own, as a reader would run it; some blocks start processes themselves.
    done = subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", str(script)],
        cwd=tmp_path,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_is_run(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.count(FENCE) == len(BLOCK.findall(text))


def test_the_site_is_built(tmp_path: Path) -> None:
    for needed in ("sphinx", "myst_nb", "furo"):
        pytest.importorskip(needed)
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "docs", str(tmp_path)],
        cwd=ROOT,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    # Pages, docstrings and the tour are in it.
    assert "vnreport.extract" in (tmp_path / "reference.html").read_text(encoding="utf-8")
    assert list((tmp_path / "_images").glob("*.png"))


def _environment() -> dict[str, str]:
    source = str(Path(vnreport.__file__).parents[1])
    return os.environ | {
        "PYTHONPATH": source,
        "PYTHONUTF8": "1",
        "HF_HUB_OFFLINE": "1",
        "HF_DATASETS_OFFLINE": "1",
        "RAY_USAGE_STATS_ENABLED": "0",
    }
