"""Legal instruments on their own: parse a code, compare and print citations."""

from __future__ import annotations
