"""The notebooks run, and the outputs that are kept in them are those of today's code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.notebooks import FOLDER, printed, run

nbformat = pytest.importorskip("nbformat")
for needed in ("nbclient", "ipykernel", "matplotlib", "pandas"):
    pytest.importorskip(needed)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebooks(path: Path) -> None:
    kept = nbformat.read(path, as_version=4)
    nbformat.validate(kept)
    # Charts are not compared: their pixels depend on the version of matplotlib.
    assert printed(run(path)) == printed(kept), "run `python -m tests.notebooks`"
