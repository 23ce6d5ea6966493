"""Readers: files into raw text."""

from __future__ import annotations

from vnreport.readers.text import UnreadableError, decode, read_file

__all__ = ["UnreadableError", "decode", "read_file"]
