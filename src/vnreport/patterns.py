"""Regular expressions that are compiled when they are first used.

The library has some five hundred; compiling them all takes a third of its start, and a short text needs few.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _LazyPattern:
    """Looks like a compiled pattern. From the first use on its methods are those of the compiled one."""

    __slots__ = ("_flags", "_source", "compiled", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only for what is not there yet; several threads at once do the same twice, no more.
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        self.compiled = compiled
        return compiled if name == "compiled" else getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern as :func:`re.compile` does, compiled on first use; an error in it shows only then."""
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
