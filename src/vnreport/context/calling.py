"""What a publisher is called: in full, with the unit that it is of."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from vnreport.context.heading import is_generic, small_levels
from vnreport.context.lexicon import level_words, openings, province_word, words
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.text import fold

_EXCHANGE = "sở giao dịch "
"""No department of a province."""
_TIERS = lazy(r"\s(?:hai|2|02)\scấp(?!\w)", re.IGNORECASE)
_FRONT = "mặt trận tổ quốc"
_COMMITTEE = ("ủy ban ", "uỷ ban ")
_STANDING = lazy(r"^ban thường trực (?=(?:ủy|uỷ) ban (?:mặt trận|mttq))", re.IGNORECASE)
"""The board that acts for the Front's committee, as a line of its own would be left out."""
_STATE_BANK = "ngân hàng nhà nước"
_BRANCH = "chi nhánh "
_PLAIN = 3
"""So many words a body's name may have that says no more than its kind."""
_DIVISION = ("phòng ", "đội ")


def called(best: OrganizationMention, agencies: list[OrganizationMention]) -> OrganizationMention:
    """Give the publisher its name in full; a ``Sở`` goes without its province, which has but one of each."""
    name = small_levels(_with_form(_as_body(best.name, agencies), agencies))
    levels = "|".join(words("level"))
    ending = re.search(rf"\s(?P<level>(?:{levels})\s)?(?P<name>{'|'.join(words('province'))})$", fold(name))
    place = best.place
    if ending is not None and fold(name).startswith("sở ") and not fold(name).startswith(_EXCHANGE):
        proper = name[ending.start("name") :]
        name, place = name[: ending.start()], place or f"{province_word(proper)} {proper}"
    elif ending is not None and not ending["level"] and _takes_level(fold(name)[: ending.start()]):
        at = ending.start("name")
        name = f"{name[:at]}{province_word(name[at:])} {name[at:]}"
    elif ending is None and not re.search(rf"\s(?:{level_words()})\s", fold(name)):
        longer = [m.name for m in agencies if fold(m.name).startswith(tuple(_with_levels(fold(name))))]
        name = Counter(longer).most_common(1)[0][0] if longer else name
    return best.model_copy(update={"name": name, "place": place}) if name != best.name else best


def _with_form(name: str, agencies: list[OrganizationMention]) -> str:
    """Give a body's name with the word for what it is that a title leaves out: *Chi cục* ``Hải quan …``."""
    tail, forms = f" {fold(name)}", words("form")
    longer = [m.name for m in agencies if fold(m.name).endswith(tail) and fold(m.name)[: -len(tail)] in forms]
    return Counter(longer).most_common(1)[0][0] if longer else name


def in_small_letters(best: OrganizationMention, agencies: list[OrganizationMention]) -> OrganizationMention:
    """Give the body that a title in capitals begins with, as small letters show where its name ends."""
    folded = fold(best.name)
    shorter = [m.name for m in agencies if not m.text.isupper() and folded.startswith(f"{fold(m.name)} ")]
    named = [name for name in shorter if name.split()[-1][0].isupper() and len(name.split()) > _PLAIN]
    if not best.text.isupper() or not named:
        return best
    return best.model_copy(update={"name": max(named, key=len)})


def seated(publisher: OrganizationMention, place: str) -> OrganizationMention:
    """Complete the name of a body that every unit has one of by the unit: ``Chi cục Thú y`` *tỉnh Hà Nam*.

    The unit is the one that its superior is of, or the document's: a province, for a ``Phòng`` a district.
    """
    if not is_generic(publisher.name):
        return publisher
    unit = publisher.place or place
    level = next((word for word in words("level") if fold(unit).startswith(f"{word} ")), "")
    province = fold(unit)[len(level) + 1 :] in words("province")
    local = fold(publisher.name).startswith(("phòng ", "hạt "))
    if not level or (publisher.place is None and province is local):
        return publisher
    return publisher.model_copy(update={"name": f"{publisher.name} {unit}", "place": unit})


def _takes_level(base: str) -> bool:
    """Tell whether a provincial body's full name says ``tỉnh``; behind ``Tỉnh ủy`` it is said already."""
    closed = base.endswith((" ủy", " uỷ", " đoàn", " -", " –", " tại"))
    plain = not closed and not base.startswith("ban quản lý ")
    return f"{base} ".startswith(openings("provincial")) and plain


def _as_body(name: str, agencies: list[OrganizationMention]) -> str:
    """Give the body that a name stands for, as the text names it elsewhere.

    The courts of both tiers are the upper one's; the Front acts through its committee; a branch of a bank
    is called by the bank's name and its province too; a level word may be left out.
    """
    name = _of_the_people().sub(r"\g<0> nhân dân", _TIERS.sub("", _STANDING.sub("", name)))
    front = name[len(_COMMITTEE[0]) :] if fold(name).startswith(_COMMITTEE) else name
    if fold(front).startswith(_FRONT):
        name = f"Ủy ban Mặt trận Tổ quốc Việt Nam{front[len(_FRONT) :].removeprefix(' Việt Nam')}"
    folded = fold(name)
    if folded == _STATE_BANK:
        return f"{name} Việt Nam"
    if folded.startswith(_BRANCH) and any(fold(m.name) == folded[len(_BRANCH) :] for m in agencies):
        return name[len(_BRANCH) :]
    if folded.endswith(tuple(f" {word}" for word in words("level"))) or folded.startswith(_DIVISION):
        # "Trạm Y tế phường" is "phường 4", a "Phòng" of the police that of a province.
        fuller = Counter(m.name for m in agencies if _goes_on(fold(m.name), folded))
        if fuller:
            return fuller.most_common(1)[0][0]
    twins = Counter(m.name for m in agencies if len(m.name) > len(name) and _unlevelled(m.name) == folded)
    return twins.most_common(1)[0][0] if twins else name


@cache
def _of_the_people() -> re.Pattern[str]:
    """A court or procuracy of a unit whose name leaves out ``nhân dân``: ``Tòa án`` *tỉnh Hà Nam*."""
    return re.compile(
        rf"^(?:tòa án|toà án|viện kiểm sát)(?=\s(?:{'|'.join(words('level'))})\s)", re.IGNORECASE
    )


def _goes_on(longer: str, name: str) -> bool:
    """Tell whether a folded name is another one with its unit's number or its owner behind it."""
    behind = longer.removeprefix(name)
    return behind != longer and (behind[1:].isdecimal() or behind.startswith(" công an "))


def _unlevelled(name: str) -> str:
    return re.sub(rf"(?<=\s)(?:{level_words()})\s", "", fold(name))


def _with_levels(name: str) -> list[str]:
    return [f"{name} {level} " for level in words("level")]
