"""A report as one HTML page that needs nothing else: the text with its mentions, repairs and facts."""

from __future__ import annotations

from vnreport.view.page import render

__all__ = ["render"]
