"""How the names of units are written where they have more than one spelling."""

from __future__ import annotations

from vnreport.gazetteer import Unit

_DAK = frozenset(("đăk", "đắk", "đak"))
"""The spellings of a word of the highlands, each official somewhere: ``Đắk Song``, ``Đăk Hà``, ``Đak Pơ``."""


def written(unit: Unit, surface: str) -> str:
    """Give the name of a unit below the provinces with its first word as the text has it: *Đắk* ``Hà``."""
    first, _, rest = unit.name.partition(" ")
    own = surface.split(maxsplit=1)[0] if surface.strip() else ""
    if unit.level == "province" or not rest or not {first.lower(), own.lower()} <= _DAK:
        return unit.name
    return f"{own.capitalize()} {rest}"
