"""vnreport turns Vietnamese official reports into structured facts that can be traced to their source.

    >>> import vnreport
    >>> report = vnreport.extract("Tổ chức 02 lớp tập huấn.")
    >>> [(m.value, m.unit) for m in report.quantities]
    [(Decimal('2'), 'lớp')]

Importing the package loads no model and none of the heavy packages.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# The function takes the name of its package, so it is imported at once; the package is light.
from vnreport.repair import repair as repair
from vnreport.repair.types import Repair as Repair
from vnreport.repair.types import RepairedText as RepairedText

if TYPE_CHECKING:
    from vnreport import instruments as instruments
    from vnreport.files import extract_file as extract_file
    from vnreport.mentions.numbers import parse_number as parse_number
    from vnreport.pipeline import extract as extract
    from vnreport.pipeline import pipe as pipe
    from vnreport.readers.errors import UnreadableError as UnreadableError
    from vnreport.readers.limits import Limits as Limits
    from vnreport.report import Report as Report

__version__ = "0.1.0"

_LAZY = {
    "Limits": "vnreport.readers.limits",
    "UnreadableError": "vnreport.readers.errors",
    "extract": "vnreport.pipeline",
    "extract_file": "vnreport.files",
    "pipe": "vnreport.pipeline",
    "parse_number": "vnreport.mentions.numbers",
    "Report": "vnreport.report",
}
_MODULES = {"instruments"}

__all__ = [
    "Limits",
    "Repair",
    "RepairedText",
    "Report",
    "UnreadableError",
    "extract",
    "extract_file",
    "instruments",
    "parse_number",
    "pipe",
    "repair",
]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"vnreport.{name}")
    if name in _LAZY:
        value = getattr(import_module(_LAZY[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'vnreport' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_LAZY, *_MODULES})
