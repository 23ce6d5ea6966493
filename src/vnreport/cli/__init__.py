"""The command line: ``vnreport extract | repair | show | bench``."""

from __future__ import annotations

from vnreport.cli.app import main

__all__ = ["main"]
