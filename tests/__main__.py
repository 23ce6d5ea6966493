"""Run every check: ruff, mypy, the import contract, pytest, the guard.

Arguments go to pytest; the guard is left out then.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main(arguments: list[str]) -> int:
    """Run the checks in the project's root; stop at the first that fails and give its status."""
    python = [sys.executable, "-m"]
    scripts = Path(sys.executable).parent
    for command in (
        [*python, "ruff", "check", "."],
        [*python, "ruff", "format", "--check", "."],
        [*python, "mypy"],
        [str(scripts / "lint-imports")],
        [*python, "pytest", "-n", "auto", "--dist", "worksteal", *arguments],
        # Accuracy and speed against their marks; not where some tests only are asked for.
        *([] if arguments else [[*python, "benchmarks.guard"]]),
    ):
        print("$", " ".join(command), flush=True)  # noqa: T201
        status = subprocess.run(command, cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
