"""The agency that a document's own number names: ``145/BC-SYT`` is of a ``Sở Y tế``."""

from __future__ import annotations

import re

from vnreport.context.lexicon import Where, openings
from vnreport.report import OrganizationMention
from vnreport.symbols import agencies, is_kind, spell_agency
from vnreport.text import fold

_OWN = ("sở ", "thanh tra ", "liên đoàn ", "bảo hiểm xã hội", "cục ", "hội ")
"""What opens the names of local agencies whose symbol stands for themselves alone."""


def completed(text: str, body: OrganizationMention, number: Where | None) -> OrganizationMention:
    """Give a body of the whole country the rest of its name: ``Tòa án nhân dân`` *tối cao*."""
    name, scope = _agency(text, number)
    if scope == "central" and fold(name).startswith(f"{fold(body.name)} "):
        return body.model_copy(update={"name": name, "place": None})
    return body


def issuer(text: str, number: Where | None) -> OrganizationMention | None:
    """Give the agency that the number names, where the head names none."""
    name, scope = _agency(text, number)
    known = scope == "central" or (scope == "local" and f"{fold(name)} ".startswith(_OWN))
    if number is None or not known or not f"{fold(name)} ".startswith(openings("agency")):
        return None
    return OrganizationMention(text=text[slice(*number)], start=number[0], end=number[1], name=name)


def _agency(text: str, number: Where | None) -> tuple[str, str]:
    """Give the name and scope of the agency whose symbol stands behind the kind's: ``12/BC-SYT-VP``."""
    parts = re.split(r"\s*[-/–]\s*", text[slice(*number)])[1:] if number is not None else []
    for part in parts:
        symbol = spell_agency(part.strip())
        kind = is_kind(part) and part is not parts[-1]  # "CT": a directive, or a tax office
        if symbol is not None and not kind and agencies()[1].get(symbol, ("", "unit"))[1] != "unit":
            return agencies()[1][symbol]
    return "", ""
