"""How much of a file is let in."""

from __future__ import annotations

from dataclasses import dataclass, fields

from vnreport.readers.errors import LimitError

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep a hostile or broken file from taking the machine; what is beyond one is refused.

    The defaults let every ordinary report through.
    """

    file_size: int = 100 * _MIB
    """Bytes of a file."""
    unpacked_size: int = 500 * _MIB
    """Bytes that the members of an archive or of a Word file may unpack to, together."""
    ratio: int = 300
    """How many times its packed size a member may unpack to; the first MiB is free."""
    members: int = 10_000
    """Files in an archive."""
    pages: int = 3_000
    """Pages of a PDF."""
    characters: int = 10_000_000
    """Characters of the text."""
    seconds: float = 600.0
    """Time for one file, in a batch."""
    memory: int = 4096 * _MIB
    """Bytes of address space of a worker in a batch, on Linux."""

    def check(self, name: str, value: float, what: str) -> None:
        """Compare a value with the limit of that name.

        Args:
            name: the limit.
            value: what the file has.
            what: the same in words, as the message is to go on from the file's name: ``has 10,000 pages``.

        Raises:
            LimitError: if the value is greater.
        """
        allowed = getattr(self, name)
        if value > allowed:
            raise LimitError(f"{what}; the limit is {allowed:,g} (raise it with --limit {name}=…)")


def parse_limits(settings: list[str]) -> Limits:
    """Read ``NAME=NUMBER`` settings.

    Raises:
        ValueError: if one is no limit or no positive number.
    """
    names = {field.name for field in fields(Limits)}
    values: dict[str, float] = {}
    for setting in settings:
        name, _, number = setting.partition("=")
        if name not in names:
            raise ValueError(f"{name!r} is no limit; the names are {', '.join(sorted(names))}")
        try:
            values[name] = float(number) if name == "seconds" else int(number.replace("_", ""))
        except ValueError:
            raise ValueError(f"{number!r} is no number for the limit {name}") from None
        if not values[name] > 0:
            raise ValueError(f"the limit {name} must be above 0")
    return Limits(**values)  # type: ignore[arg-type]  # whole numbers, but for the seconds
