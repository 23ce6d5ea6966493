"""Run the notebooks and keep their outputs: ``python -m tests.notebooks``.

The outputs are committed, so that a notebook can be read where it lies, charts included. What differs
from run to run (the names of objects, the version of Python) is left out; ``tests/test_notebooks.py`` checks
that the rest is up to date.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"


def run(path: Path) -> Any:
    """Execute a notebook in its own folder.

    Returns:
        The notebook with fresh outputs: text as it was printed, charts as PNG.

    Raises:
        nbclient.exceptions.CellExecutionError: if a cell fails.
    """
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", coalesce_streams=True, resources=where
    ).execute()
    notebook.metadata.pop("language_info", None)
    for cell in notebook.cells:
        cell.metadata.clear()
        for output in cell.get("outputs", ()):
            output.pop("metadata", None)
            if output.output_type == "display_data":
                output.metadata = {}
                output.data.pop("text/plain", None)
    return notebook


def printed(notebook: Any) -> list[list[str]]:
    """Give what each cell shows: printed text word for word, of other outputs the kinds."""
    shown = []
    for cell in notebook.cells:
        outputs = cell.get("outputs", ())
        shown.append([output.get("text") or "+".join(sorted(output.get("data", ()))) for output in outputs])
    return shown


def main() -> None:
    """Run all notebooks and write them back."""
    import nbformat

    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(run(path), path)
        print(path.name)  # noqa: T201


if __name__ == "__main__":
    main()
