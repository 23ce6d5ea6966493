"""What keeps a file from being read."""

from __future__ import annotations

import importlib
from types import ModuleType


class UnreadableError(ValueError):
    """A file that cannot be read as text; its message says why and how to mend it.

    The message goes on from the name of the file: ``is empty: there is nothing to read``.
    """

    kind = "unreadable"
    """The word for the problem in ``errors.jsonl``."""


class LimitError(UnreadableError):
    """A file that is beyond one of the :class:`~vnreport.Limits`."""

    kind = "limit"


class MissingExtraError(UnreadableError):
    """A file of a format whose library is not installed."""

    kind = "missing extra"


def require(module: str, extra: str, what: str) -> ModuleType:
    """Import a library that comes with an extra.

    Args:
        module: its name.
        extra: the extra that installs it.
        what: what the file is: ``a PDF``.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtraError(f'is {what}; to read it: pip install "vnreport[{extra}]"') from error
