"""The site: ``pip install -e '.[docs]'``, then ``sphinx-build -W docs site``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import vnreport

ROOT = Path(__file__).resolve().parent.parent

project = "vnreport"
copyright = "The vnreport authors"
version = release = vnreport.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "vnreport"
myst_heading_anchors = 3
# The notebooks are shown as they were run last; tests run them.
nb_execution_mode = "off"

autodoc_default_options = {"members": True, "member-order": "bysource", "show-inheritance": False}
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_class_signature = "separated"
# The extras: the site is the same whether they are installed or not.
autodoc_mock_imports = ["datasets", "pyarrow", "ray", "spacy"]

# Sphinx reads one folder only, so the tour comes as a copy.
_tour = (ROOT / "notebooks" / "tour.ipynb").read_text(encoding="utf-8").replace("../docs/", "")
(ROOT / "docs" / "tour.ipynb").write_text(_tour, encoding="utf-8")


def _keep_sentences_whole(
    app: object, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Napoleon takes what stands before a colon in the docstring of a field for its type; put it back."""
    if what in ("attribute", "data", "property") and lines and lines[-1].startswith(":type: "):
        start = lines.pop().removeprefix(":type: ")
        lines[0] = f"{start}: {lines[0]}"


def setup(app: Any) -> None:
    """Register the above behind Napoleon."""
    app.connect("autodoc-process-docstring", _keep_sentences_whole, priority=900)
