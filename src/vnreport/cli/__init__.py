"""The command line: ``vnreport extract | repair | show | bench``."""

from __future__ import annotations

import os

from vnreport.processes import settle

__all__ = ["main"]


def main() -> None:
    """Run the command line; the entry point of ``vnreport``."""
    # Before all imports: what they build is half of what the collector of garbage would look through.
    settle()
    # Looking for plugins of pydantic, of which there are none here, takes a twentieth of a short run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from vnreport.cli.app import main as run

    run()
