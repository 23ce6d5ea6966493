"""The command line: ``vnreport extract | repair | show | bench``."""

from __future__ import annotations

import os

# Looking for plugins of pydantic, of which there are none here, takes a twentieth of a short run.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
from vnreport.cli.app import main

__all__ = ["main"]
