"""How provisions lie within each other: runs of them as read, and the provisions that they name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from vnreport.base_model import made
from vnreport.report import Provision

_LEVELS = ("point", "clause", "article", "section", "chapter", "part", "appendix")
RANK: dict[str, float] = {"subpoint": -1, **{level: i for i, level in enumerate(_LEVELS)}}
RANK["subsection"] = RANK["section"]
RANK["inner section"] = RANK["clause"] + 0.5  # "Mục 1, Mục 2 Điều 38": sections of an article
_MOST = 2000
"""More provisions than any citation names."""


class Items(NamedTuple):
    """A run of provisions of one level: ``khoản 1, 2``; ``link`` is what stands before."""

    level: str
    values: list[str]
    link: str
    apart: bool = False
    """Whether a bracket has closed before it, so that it is no part of what the bracket belongs to."""

    @property
    def tight(self) -> bool:
        """Whether the run follows the one before without a comma or và."""
        return self.link in ("", "của", "thuộc", "tại", "/", "-", "trong")


@dataclass
class _Group:
    """Provisions of one rank that may still wait for a larger one around them."""

    rank: float
    found: list[dict[str, str]]
    below: float | None = None
    """Rank of the smaller provisions that were tied to the last one (``Điều 5 khoản 2``)."""


def _descends(items: list[Items], index: int) -> bool:
    """Tell whether the smaller item at ``index`` belongs to the larger one before it (``Điều 5 khoản 2``)."""
    item = items[index]
    rank = RANK[item.level]
    following = next((i for i in items[index + 1 : index + 12] if RANK[i.level] != rank), None)
    if following is None:
        return item.link not in ("và", "hoặc", ";")
    if RANK[following.level] < rank:
        return _descends(items, index + 1) and item.link not in ("và", "hoặc", ";")
    return not following.tight and (item.tight or following.link in ("và", "hoặc", ";"))


def expand(items: list[Items]) -> list[Provision]:
    """Give the provisions that runs of them name, one by one."""
    items = _without_subsections(items)
    groups: list[_Group] = []
    for index, run in enumerate(items):
        rank = RANK[run.level]
        if rank < 0:
            continue
        top = groups[-1] if groups else None
        parted = top is not None and run.level == "article" and run.link == "," and _several(items, index)
        if top is not None and top.rank > rank and not (run.apart or parted) and _ties(items, index, top):
            last = top.found.pop()
            # "Khoản 3 Mục II Điều 1": what was put into the section before stays in it.
            base = last if top.below is None else {k: v for k, v in last.items() if RANK[k] > rank}
            if top.below is not None and top.below == rank:
                top.found.append(last)
            top.found.extend({**base, run.level: v} for v in run.values)
            top.below = rank
            continue
        waiting: list[dict[str, str]] = []
        # "Điều 7 và Phụ lục I", "Điều 26 và Chương IV": a larger one beside an article.
        beside = run.level == "appendix" and not run.tight and not _in_appendix(run, groups)
        beside = beside or (run.level in ("chapter", "section") and run.link in ("và", "hoặc", ";"))
        while groups and groups[-1].rank < rank and not beside:
            waiting = groups.pop().found + waiting
        product = ({run.level: v, **w} for v in run.values for w in waiting or [{}])
        found = list(islice(product, _MOST))
        if groups and groups[-1].rank == rank:
            groups[-1].found.extend(found)
            groups[-1].below = None
        else:
            groups.append(_Group(rank, found))
    return _models([f for group in groups for f in group.found])


def _without_subsections(items: list[Items]) -> list[Items]:
    """Put ``tiểu mục 2.1 mục 2`` into one section: the more exact of the two numbers names it."""
    kept: list[Items] = []
    for item in items:
        if kept and kept[-1].level == "subsection" and item.level == "section" and len(item.values) == 1:
            inner = [v for v in kept[-1].values if v.startswith(f"{item.values[0]}.")]
            kept[-1] = item._replace(values=inner or item.values, link=kept[-1].link)
        else:
            kept.append(item)
    return _inside_articles([i._replace(level="section") if i.level == "subsection" else i for i in kept])


def _inside_articles(items: list[Items]) -> list[Items]:
    """Put sections that share the article right behind them into it: ``Mục 1, Mục 2 Điều 38``."""
    found = list(items)
    shared = False
    for index in range(len(items) - 2, -1, -1):
        item, behind = items[index], items[index + 1]
        ends = behind.level == "article" and behind.link == "" and _several_sections(items, index)
        shared = item.level == "section" and (ends or (shared and behind.level == "section"))
        if shared:
            found[index] = item._replace(level="inner section")
    return found


def _several_sections(items: list[Items], index: int) -> bool:
    """Tell whether sections before the one at ``index`` share its article."""
    before = items[index - 1] if index else None
    listed = before is not None and before.level == "section" and items[index].link in (",", "và", "")
    return listed or len(items[index].values) > 1


def _several(items: list[Items], index: int) -> bool:
    """Tell whether chapters of which there are several stand before: ``Chương II, III, Điều 10``."""
    return items[index - 1].level in ("chapter", "section", "part") and len(items[index - 1].values) > 1


def _in_appendix(run: Items, groups: list[_Group]) -> bool:
    """Tell whether a comma parts an appendix from its own section: ``Mục 3, Phần II, Phụ lục I``."""
    inner = [group for group in groups if group.rank < RANK["appendix"]]
    return run.link == "," and bool(inner) and inner[-1].rank not in (RANK["article"], RANK["chapter"])


def _ties(items: list[Items], index: int, top: _Group) -> bool:
    """Tell whether a smaller item goes under the last of the group, as its first or as one more."""
    if top.below is None:
        return _descends(items, index)
    rank = RANK[items[index].level]
    following = next((i for i in items[index + 1 : index + 12] if RANK[i.level] > rank), None)
    return following is None or not following.tight


def _models(found: list[dict[str, str]]) -> list[Provision]:
    seen: set[tuple[tuple[str, str], ...]] = set()
    models = []
    for fields in found:
        kept = {"section" if k == "inner section" else k: v for k, v in fields.items() if k != "part"}
        key = tuple(sorted(kept.items()))
        if kept and key not in seen:
            seen.add(key)
            models.append(made(Provision)(**kept))
    return models
