"""Find organisations: agencies, companies, schools, associations that the text names.

A generic plural (``các sở, ngành``) is none, nor is an issuer inside the citation of an instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.base_model import made
from vnreport.layout import Layout
from vnreport.locality import Locality, locality
from vnreport.mentions.organizations.aliases import (
    DEFINED,
    MAX_ALIASES,
    is_alias,
    is_of_a_part,
    with_aliases,
)
from vnreport.mentions.organizations.grammar import Name, Reader
from vnreport.mentions.organizations.kinds import PEOPLES_BODIES, SMALL_BEFORE_FIELD
from vnreport.mentions.organizations.naming import abbreviates, place_of, spell
from vnreport.mentions.organizations.own_number import foreign_name
from vnreport.mentions.organizations.patterns import HALF_UNIT, REGION, SEVERAL, gap, numbered
from vnreport.mentions.organizations.tables import Head, accept, automaton, heads, inner_heads
from vnreport.names import UPPER, scannable
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.spans import Spans
from vnreport.text import fold, matches

__all__ = ["find"]

_SHARED = lazy(r"[ \xa0]?(?:,|và|&|-|–|, và)[ \xa0]?\Z")
_LOCAL = lazy(
    r"Ủy ban|Hội đồng nhân dân|Thường trực|Đảng ủy|Mặt trận|Hội |Liên đoàn|Ban Thường vụ"
    r"|Đoàn Thanh niên|Công an"
)
_ENDS_OTHERWISE = lazy(r"[ \xa0](?:viên|học|(?:ủy|uỷ)(?! (?:ban|quyền|nhiệm|thác)))(?!\w)", re.IGNORECASE)
"""What makes another word of a head: ``Tỉnh ủy`` *viên*, ``Khoa`` *học*, ``… xây dựng Đảng`` *ủy*."""
_PART = lazy(
    r"(?<=[a-zà-ỹ] )(?:Trung tâm|Bệnh viện|Trường|Học viện|Chi cục|Công ty|Tổng công ty|Ban Quản lý)(?= )"
)
"""Bodies that their own Party committees, unions and offices are named after."""
_LEVEL = lazy(r"(?<= )(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) ")


def find(text: str, layout: Layout, taken: Spans | None = None) -> list[OrganizationMention]:
    """Find the organisations of a text, in text order; their spans do not overlap.

    Args:
        text: the repaired text.
        layout: its shape.
        taken: spans in which an organisation is no mention of its own (citations of instruments).
    """
    taken = taken or Spans()
    names, bare = _read_all(text, taken)
    if not names:
        return []
    home = locality(text)
    _share_places(text, names)
    names = [name for name in names if (name.places or not name.tentative) and not _is_generic(text, name)]
    names = _of_one_branch(names)
    found: list[OrganizationMention] = []
    aliases: dict[str, OrganizationMention] = {}
    hosts = -1
    for name in names:
        if name.end <= hosts:
            continue  # "Bộ Chỉ huy Bộ đội Biên phòng (BĐBP)"
        mention = _mention(text, name, home)
        defined = DEFINED.match(text, name.end)
        if defined and is_of_a_part(defined[1], mention.name):
            hosts = defined.end()
        elif defined and len(aliases) < MAX_ALIASES and is_alias(defined[1], mention.name):
            mention.abbreviation = mention.abbreviation or defined[1]
            aliases[defined[1]] = mention
        if name.head.name == "Tổ chức" and len(aliases) < MAX_ALIASES:
            proper = text[slice(*name.middle)]
            if " " in proper and foreign_name(text, name.middle[0]):
                aliases.setdefault(proper, mention)
        found.append(mention)
    if aliases:
        found = with_aliases(text, found, aliases, taken)
    return _with_bare_heads(text, found, bare, taken)


def _is_generic(text: str, name: Name) -> bool:
    """Tell whether a name stands for several: ``02/11`` *huyện ủy*, *HĐND* ``, UBND cấp huyện``."""
    if name.places or name.inner:
        return False
    if _FILED.search(text, max(0, name.start - 24), name.start):
        return True
    if text[name.start].islower() and name.head.name in _COMMITTEES:
        return bool(
            _COUNTED.search(text, max(0, name.start - 16), name.start) or _IN_ROW.match(text, name.end)
        )
    return name.head.name in PEOPLES_BODIES and _OF_A_LEVEL.match(text, name.end) is not None


def _of_one_branch(names: list[Name]) -> list[Name]:
    """Leave out union branches without a name, ``CĐCS``, unless the text is about one that it names."""
    branches = [name for name in names if name.head.name == _BRANCH]
    if not branches or any(_is_named(name) for name in branches):
        return names
    return [name for name in names if name.head.name != _BRANCH]


def _is_named(name: Name) -> bool:
    return bool(name.places or name.inner or name.middle != (0, 0))


_BRANCH = "Công đoàn cơ sở"
_COMMITTEES = ("Huyện ủy", "Thành ủy", "Thị ủy", "Quận ủy", "Đảng ủy")
_COUNTED = lazy(r"(?:\d[ \xa0]|[ \xa0][uủ][ỷy],[ \xa0])\Z")
_IN_ROW = lazy(r",[ \xa0](?:huyện|thành|thị|quận|đảng)[ \xa0][uủ][ỷy](?!\w)")
"""What stands before and behind committees of which there are several: ``11`` *huyện ủy* ``, thành ủy``."""
_FILED = lazy(r"Lưu[ \xa0]?:[ \xa0]?VT[^\n]{0,14}\Z")
"""Where the shelves of a paper are listed: ``Lưu: VT,`` *PC07*."""
_OF_A_LEVEL = lazy(r"(?:,| và| -)[ \xa0](?:UBND|HĐND|Ủy ban nhân dân)[ \xa0](?:cấp|các|\d)")


_REACH = 200
_OFFICES = ("ục", "Viện", "Vụ", "Hạt", "Trạm", "Đồn")
"""Heads that *trưởng* and *phó* make an office of."""
_NOWHERE = Locality(None, None, None, new_map=False)


def read_at(text: str, start: int) -> tuple[str, int] | None:
    """Read the organisation whose name begins at an offset: the name in full, and where it ends.

    The name stays as the text has it where it leaves out a place; None where none begins there.
    """
    window = text[start : start + _REACH]
    hits = _hits(window, Spans())
    name = Reader(window, hits).read(0) if 0 in hits else None
    if name is None or name.tentative:
        return None
    return spell(window, name, _NOWHERE), start + name.end


def _hits(text: str, taken: Spans) -> dict[int, tuple[int, Head]]:
    """Where heads stand as whole words: start → (end, head)."""
    matcher, forms = automaton()
    by_form = heads()
    size = len(text)
    flat = _flat(fold(scannable(text)))
    hits = {}
    for which, start, end in matches(matcher, flat):
        if (start and (text[start - 1].isalnum() or text[start - 1] == "_")) or (
            end < size and text[end].isalnum()
        ):
            continue
        if text.startswith((".vn", ".VN", ".com"), end):
            continue
        head = accept(by_form[forms[which]], _flat(text[start:end]))
        if head is None and (inner := _CAPITAL_WITHIN.search(text, start, end)):
            start = inner.end()
            end, head = _hidden(text, flat, start)  # "toàn quốc" *Hội Luật gia*
        if head is None or not _on_one_line(text, start, end):
            continue
        if head.kind == "number" and not numbered(text, end):
            continue
        if head.name in SMALL_BEFORE_FIELD and text[start].islower() and not _opens_small(text, start, end):
            continue
        if head.name.endswith(_OFFICES) and text.startswith((" Trưởng ", " Phó ", " Trưởng,", " Phó,"), end):
            continue  # "Chi cục Trưởng", "Viện Phó": an office
        if _is_other(text, start, end, head):
            continue
        if _ENDS_OTHERWISE.match(text, end) and head.name.endswith(("ủy", "Khoa", "Đảng")):
            continue
        if head.name == "Bộ" and REGION.search(text, max(0, start - 6), start):
            continue
        hits[start] = (end, head)
    return hits


_CAPITAL_WITHIN = lazy(rf" (?=[{UPPER}])")
_LONGEST = 80


def _hidden(text: str, flat: str, start: int) -> tuple[int, Head | None]:
    """Where a head that begins at ``start`` ends, hidden by a longer word that began before it."""
    matcher, forms = automaton()
    for which, begin, end in matcher.find_matches_as_indexes(flat[start : start + _LONGEST]):
        stop = start + end
        if begin == 0 and not text[stop : stop + 1].isalnum():
            return stop, accept(heads()[forms[which]], _flat(text[start:stop]))
        break
    return start, None


def _is_other(text: str, start: int, end: int, head: Head) -> bool:
    """Tell whether a head is none: ``Ba`` *Đồn* ``331 mm``, *ĐH* ``tỉnh`` (a congress)."""
    if head.name == "Đồn":
        return _NAME_BEFORE.search(text, max(0, start - 8), start) is not None
    if head.name == "Đại học" and end - start == len("ĐH"):
        return _CONGRESS.match(text, end) is not None
    return head.name == "Cục" and text.endswith("Chi ", 0, start)


_NAME_BEFORE = lazy(rf"(?<=[\s(])[{UPPER}]\w{{1,5}}[ \xa0]\Z")
_CONGRESS = lazy(
    r"[ \xa0](?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|[Đđ]ảng|[Cc]ông đoàn|[Hh]ội|khóa|lần|nhiệm)(?!\w)"
)
"""What stands behind ``ĐH`` where that is a congress."""


def _opens_small(text: str, start: int, end: int) -> bool:
    """Whether a unit in small letters may open a name: ``phòng`` *Nội vụ*, no ``Nghiệp vụ Du lịch``."""
    return text[end + 1 : end + 2].isupper() and not HALF_UNIT.search(text, max(0, start - 8), start)


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\xa0", " ")


def _on_one_line(text: str, start: int, end: int) -> bool:
    """Whether a head stands on one line, or its line is broken as wrapped text is."""
    at = text.find("\n", start, end)
    return at < 0 or gap(text, at) > 0 or text[start:end].isupper()


def _read_all(text: str, taken: Spans) -> tuple[list[Name], list[tuple[int, int, Head]]]:
    """Read all names, and the heads of several syllables that stand alone."""
    hits = _hits(text, taken)
    reader = Reader(text, hits)
    names: list[Name] = []
    bare: list[tuple[int, int, Head]] = []
    end = 0
    for start, (stop, head) in list(hits.items()):
        if start < end or taken.overlaps(start, start + 1):
            continue
        name = reader.read(start) or _read_as_another(text, start, stop, reader)
        name = name or _read_within(text, start, stop, reader)
        if name is None and reader.stands_alone(start):
            bare.append((start, stop, head))
        listed = reader.read_list(start, name)
        if name and not listed:
            reader.add_branch(name)
        for found in listed or ([name] if name else []):
            names.append(found)
            end = found.end
    return names, bare


def _read_as_another(text: str, start: int, stop: int, reader: Reader) -> Name | None:
    """Read the name that another head of a short form opens: ``TT``, Thường trực or Trung tâm."""
    surface = _flat(text[start:stop])
    first = reader.hits[start]
    others = [form for form in heads()[fold(surface)] if form.head != first[1]]
    for form in others:
        head = accept([form], surface)
        if head is not None and head.kind not in ("none", "number"):
            reader.hits[start] = (stop, head)
            if (name := reader.read(start)) is not None:
                return name
    reader.hits[start] = first
    return None


def _read_within(text: str, start: int, stop: int, reader: Reader) -> Name | None:
    """Read the name that a shorter head opens, which the end of a longer one is: ``văn phòng`` *UBND*."""
    surface = text[start:stop]
    if SEVERAL.search(text, max(0, start - 10), start) or surface.startswith(("Chi cục", "chi cục")):
        return None
    for offset, form in inner_heads(_flat(fold(surface))):
        head = accept(heads()[form], _flat(surface[offset:]))
        if head is not None and head.kind not in ("none", "number"):
            reader.hits[start + offset] = (stop, head)
            return reader.read(start + offset)
    return None


def _share_places(text: str, names: list[Name]) -> None:
    """Give ``HĐND`` in ``HĐND, UBND tỉnh`` the place of its neighbour."""
    for left, right in zip(names[-2::-1], names[:0:-1], strict=False):
        if (
            left.places
            or left.inner
            or not right.places
            or left.head.kind not in ("whole", "nested", "local")
        ):
            continue
        if (
            right.start - left.end <= 6
            and _SHARED.match(text[left.end : right.start])
            and (left.tentative or _LOCAL.match(left.head.name))
        ):
            left.places = right.places


def _mention(text: str, name: Name, home: Locality) -> OrganizationMention:
    surface = text[name.start : name.end]
    spelled = spell(text, name, home)
    return made(OrganizationMention)(
        text=surface,
        start=name.start,
        end=name.end,
        name=spelled,
        abbreviation=surface if abbreviates(name) else None,
        place=place_of(name, home),
    )


def _with_bare_heads(
    text: str, found: list[OrganizationMention], bare: list[tuple[int, int, Head]], taken: Spans
) -> list[OrganizationMention]:
    """Add ``Trung tâm`` where the text has named one body before that is called so, and only one."""
    if not bare:
        return found
    spans = Spans((m.start, m.end) for m in found)
    known: dict[str, list[OrganizationMention]] = {}
    added: list[OrganizationMention] = []
    at = 0
    for start, end, head in bare:
        while at < len(found) and found[at].end <= start:
            for body in _parts(found[at]):
                words = body.name.split()
                for size in (2, 3):
                    known.setdefault(" ".join(words[:size]), []).append(body)
            at += 1
        source = _only(known.get(head.name, []))
        if source is not None and not spans.overlaps(start, end):
            added.append(
                source.model_copy(
                    update={
                        "text": text[start:end],
                        "start": start,
                        "end": end,
                        "abbreviation": text[start:end],
                    }
                )
            )
    return sorted([*found, *added], key=lambda m: m.start) if added else found


def _parts(mention: OrganizationMention) -> Iterator[OrganizationMention]:
    """Give a body, and those that it is named as a part of: ``Đảng ủy`` *Trung tâm Y tế …*."""
    yield mention
    for at in (m.start() for m in _PART.finditer(mention.name)):
        yield mention.model_copy(update={"name": mention.name[at:]})


def _only(mentions: list[OrganizationMention]) -> OrganizationMention | None:
    """The mention with the longest name if all are of one body, named with more or fewer words."""
    longest = max(mentions, key=lambda m: len(m.name), default=None)
    if longest is None:
        return None
    name = _unlevelled(longest.name)
    return longest if all(name.startswith(_unlevelled(m.name)) for m in mentions) else None


def _unlevelled(name: str) -> str:
    return _LEVEL.sub("", fold(name))
