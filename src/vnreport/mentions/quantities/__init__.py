"""Find counted and measured quantities."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise, zip_longest

from vnreport.base_model import made
from vnreport.layout import Layout
from vnreport.mentions.numbers import NumberSpan, look_after, tidy
from vnreport.mentions.numbers.bracketed import bracketed
from vnreport.mentions.numbers.ranges import UNTIL
from vnreport.mentions.numbers.roles import GAP, any_of, role
from vnreport.mentions.quantities.ages import with_ages
from vnreport.mentions.quantities.compounds import NEAR, Compound, compound
from vnreport.mentions.quantities.decoys import is_decoy
from vnreport.mentions.quantities.ellipsis import elliptic
from vnreport.mentions.quantities.grammar import grammar
from vnreport.mentions.quantities.named import is_house, without_person
from vnreport.mentions.quantities.parts import name_by_whole, parts_of_a_whole, with_tenths
from vnreport.mentions.quantities.phrase import WINDOW, Phrase, Reader
from vnreport.mentions.quantities.shares import before_their_noun, shared_out
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import Modifier, QuantityMention
from vnreport.spans import Spans

_FARTHEST = 24


def find(text: str, layout: Layout, numbers: list[NumberSpan], taken: Spans) -> list[QuantityMention]:
    """Find counted and measured quantities.

    Args:
        text: the repaired text.
        layout: its shape.
        numbers: what :func:`vnreport.mentions.numbers.find` gave for it.
        taken: boilerplate, instruments, times, percentages and sums of money.

    Returns:
        The mentions in text order. The span is the number and its counted noun phrase; ``what`` is that
        phrase with its white space made single.
    """
    folded = layout.folded
    reader = Reader(text, folded)
    found: list[QuantityMention] = []
    first_end: NumberSpan | None = None
    closing = layout.signature or (len(text), len(text))
    for number, following in zip_longest(numbers, numbers[1:]):
        free = not taken.overlaps(number.start, number.end) and not (found and number.start < found[-1].end)
        free = free and not closing[0] <= number.start < closing[1]
        near = following is not None and following.start - number.end <= NEAR
        spelled = following.start if following is not None and following.spelled else None
        mention = _read(text, folded, reader, number, taken, near=near, end=spelled) if free else None
        if mention is None and free and following and folded.startswith(_OUT, number.end):
            mention = _out_of_whole(text, folded, reader, number, following, taken)
        if mention is None:
            first_end = number if number.paired and free else None
            continue
        if first_end is not None and number.start - first_end.end < _FARTHEST:
            found.append(_first_of_pair(text, first_end, mention))
        first_end = number if number.paired else None
        if found and _is_range(folded, found[-1], mention):
            _extend(text, found[-1], mention)
        elif found and _is_whole(text, found[-1], mention):
            found[-1].of, found[-1].end = mention.value, mention.end
            found[-1].text = text[found[-1].start : mention.end]
        else:
            found.append(mention)
    name_by_whole(text, found)
    for mention, following in pairwise(found):
        _without_label(text, mention, following)
    with_ages(text, folded, found)
    named = elliptic(text, folded, numbers, found, taken, reader)
    if named:
        found = sorted([*found, *named], key=lambda mention: mention.start)
    for more in (parts_of_a_whole, shared_out, before_their_noun):
        if parts := more(text, folded, numbers, found, taken):
            found = sorted([*found, *parts], key=lambda mention: mention.start)
    return found


def _read(
    text: str,
    folded: str,
    reader: Reader,
    number: NumberSpan,
    taken: Spans,
    *,
    near: bool,
    end: int | None = None,
) -> QuantityMention | None:
    """Give the mention of a number; its phrase goes no farther than ``end``, where words say the next one."""
    if number.label == "strong" and not (number.label_word in _ROADS and _ROUTES.match(folded, number.end)):
        return None
    if folded[number.end : number.end + 1] in _TENTHS and (mention := with_tenths(text, folded, number)):
        return mention
    limit = taken.next_start(number.end)
    if end is not None and (limit is None or end < limit):
        limit = end
    joined = compound(folded, number) if near else None
    begin = joined.end if joined else number.end
    phrase = reader.read(begin, begin + WINDOW if limit is None else limit, number.start)
    if phrase is not None and joined is not None:
        return _joined(text, number, joined, phrase)
    if (
        phrase is None
        and number.of is not None
        and folded.startswith(")", number.end)
        and text[number.start - 1] == "("
    ):
        phrase = reader.read(
            begin + 1, begin + WINDOW if limit is None else limit, number.start
        )  # (12/12) xã
    if phrase is None and number.label == "" and (aside := _aside(text, folded, number)):
        return aside
    if phrase is None and number.label == "" and (name := _QUOTED.match(text, number.end)):
        return _mention(text, number, name.start("name"), name.end(), number.modifier)
    if phrase is None or is_decoy(folded, number, phrase) or _numbers_line(text, number, phrase):
        return None
    if _ends_a_name(text, number, phrase) or is_house(text, folded, number, phrase.unit, phrase.unit_end):
        return None
    if (end := without_person(text, phrase.unit, phrase.unit_end, phrase.end)) != phrase.end:
        phrase = phrase._replace(end=end)
    half = _HALF.match(folded, phrase.unit_end) if phrase.measure and not number.spelled else None
    what = " ".join(_GLUED.sub(", ", text[phrase.start : phrase.end]).split())
    if half is not None:
        number, phrase, what = _with_half(number, phrase, what, half.end())
    if not what:
        return None
    unit = " ".join(text[phrase.start : phrase.unit_end].split()).lstrip('“"«')
    once = reader.words.setdefault  # a long text has most of them many times
    return made(QuantityMention)(
        text=text[number.start : phrase.end],
        start=number.start,
        end=phrase.end,
        value=tidy(number.value),
        value_max=None if number.value_max is None else tidy(number.value_max),
        unit=once(unit, unit),
        what=once(what, what),
        modifier=_modifier(folded, number, phrase, reader),
        of=None if number.of is None else tidy(number.of),
    )


_ROADS = frozenset(("quốc lộ", "tỉnh lộ", "hương lộ", "đường tỉnh", "đường huyện"))
_ROUTES = lazy(
    r"[ \u00a0](?:tuyến|đoạn)(?=[,;.)]|[ \u00a0](?:dài|với|có|tổng|chiều|đi|được|là|bị|,|và)(?!\w))"
)
"""What counts roads of a class instead of naming one: ``quốc lộ 5`` *tuyến dài 141,6 km*."""
_HALF = lazy(r"[ \u00a0]rưỡi(?!\w)")
"""Behind a unit: half of it more (``2 tấn rưỡi thóc``)."""


def _with_half(number: NumberSpan, phrase: Phrase, what: str, end: int) -> tuple[NumberSpan, Phrase, str]:
    """Give number, phrase and counted thing of an amount whose half stands behind the unit."""
    ends = None if number.value_max is None else number.value_max + Decimal("0.5")
    value = number.value + Decimal("0.5") if ends is None else number.value
    number = number._replace(value=value, value_max=ends)
    return number, phrase._replace(end=max(phrase.end, end)), what.replace(" rưỡi", "", 1)


_OUT = (" trong", " trên", "\u00a0trong", "\u00a0trên")


_OF = lazy(r"[ \u00a0](?:trên|trong)[ \u00a0]")
"""What may stand between a part and its whole where the part has no noun: ``50 trên 53 đại biểu``."""
_YEARS = 1900


@cache
def _out_of() -> re.Pattern[str]:
    return re.compile(rf"{GAP}{any_of(role('out_of'))}{GAP}(?:(?:hơn|gần|khoảng|trên){GAP})?")


def _out_of_whole(
    text: str, folded: str, reader: Reader, number: NumberSpan, whole: NumberSpan, taken: Spans
) -> QuantityMention | None:
    """Give the mention of a part whose whole is said in words: ``12 trong tổng số 45 dự án``."""
    if number.label == "strong" or number.value > whole.value or number.of or number.value_max:
        return None
    between = _out_of().match(folded, number.end)
    if between is None and number.label == "" and number.value < _YEARS:
        between = _OF.match(folded, number.end)
    if between is None or between.end() != whole.start or taken.overlaps(whole.start, whole.end):
        return None
    # What stands before the part tells whether a verb behind the noun closes the phrase.
    mention = _read(text, folded, reader, whole._replace(start=number.start), taken, near=False)
    if mention is None or mention.of is not None or mention.value_max is not None:
        return None
    return mention.model_copy(
        update={
            "text": text[number.start : mention.end],
            "start": number.start,
            "value": tidy(number.value),
            "of": mention.value,
            "modifier": number.modifier,
        }
    )


def _joined(text: str, number: NumberSpan, joined: Compound, phrase: Phrase) -> QuantityMention:
    """Give the mention of an amount in two units: ``12 km 300 m kênh`` counts in ``km``."""
    unit = text[slice(*joined.unit)]
    return made(QuantityMention)(
        text=text[number.start : phrase.end],
        start=number.start,
        end=phrase.end,
        value=tidy(joined.value),
        unit=unit,
        what=" ".join(f"{unit}{text[phrase.unit_end : phrase.end]}".split()),
        modifier=number.modifier,
    )


_QUOTED = lazy(rf"[ \u00a0](?P<name>[“\"](?:[{UPPER}][^“”\"\n]{{3,80}}|[^\W\d][^“”\"\n,.;:]{{2,32}})[”\"])")
"""A counted thing that only a name in quotes says: ``04 “Mái ấm tình thương”``, ``5 “điểm nghẽn”``."""


def _mention(text: str, number: NumberSpan, start: int, end: int, modifier: Modifier) -> QuantityMention:
    """Give the mention of a number whose counted thing stands at ``[start, end)``."""
    what = " ".join(text[start:end].split())
    return made(QuantityMention)(
        text=text[number.start : end],
        start=number.start,
        end=end,
        value=tidy(number.value),
        unit=what.split()[0].strip('“"'),
        what=what,
        modifier=modifier,
    )


def _aside(text: str, folded: str, number: NumberSpan) -> QuantityMention | None:
    """Give the mention of a number whose unit stands in brackets: ``1.250 (ha)``, ``Số hộ (hộ): 350``."""
    told = bracketed(folded, number)
    if told is None or not (told.unit in grammar().units or told.unit in grammar().nouns):
        return None
    begin = text.rfind("(", 0, told.end if told.end > number.end else number.start)
    at = folded.find(told.unit, begin)
    mention = _mention(text, number, at, at + len(told.unit), number.modifier)
    most = None if number.value_max is None else tidy(number.value_max * told.scale)
    return mention.model_copy(
        update={
            "text": text[number.start : told.end],
            "end": told.end,
            "value": tidy(number.value * told.scale),
            "value_max": most,
            "unit": mention.what,
            "of": None if number.of is None else tidy(number.of * told.scale),
        }
    )


def _numbers_line(text: str, number: NumberSpan, phrase: Phrase) -> bool:
    """Tell whether a bare small number opens a line that begins with a capital: it numbers that line."""
    if number.value >= 20 or number.raw.startswith("0") or number.spelled or phrase.measure:
        return False
    head = text[max(0, number.start - 8) : number.start].rpartition("\n")
    opens = (number.start < 8 or head[1] == "\n") and not head[2].strip(" \t\u00a0-–•*+")
    return opens and text[number.end : number.end + 3].strip()[:1].isupper()


def _ends_a_name(text: str, number: NumberSpan, phrase: Phrase) -> bool:
    """Tell whether a number belongs to the name before it: ``tàu KG 91234 TS``, ``Bệnh viện Nhi Đồng 2``."""
    if number.spelled or number.of is not None or number.value_max is not None:
        return False
    if phrase.kind:
        return False
    before = text[max(0, number.start - 24) : number.start]
    if phrase.unit == "TS":
        return _BOAT.search(before) is not None
    if number.value >= 20 or number.raw.startswith("0") or phrase.unit.isupper():
        return False
    return _PROPER_NAME.search(before) is not None


_GLUED = lazy(r",(?=[^\s\d])")
"""A comma without a space behind it: ``121 tin,bài``."""
_TENTHS = frozenset("mkh")
"""The letters that begin a unit with tenths behind it."""
_BOAT = lazy(r"(?<![^\W_])[A-ZĐ]{1,3}[a-zđ]?[ \u00a0]?-?[ \u00a0]?\Z")
_PROPER_NAME = lazy(rf"[ \u00a0][{UPPER}]\w+[ \u00a0][{UPPER}]\w+[ \u00a0]\Z")


def _modifier(folded: str, number: NumberSpan, phrase: Phrase, reader: Reader) -> Modifier:
    modifier = number.modifier
    if modifier == "over" and not number.spelled:
        before = folded[max(0, number.start - 6) : number.start].split()
        # "trên 8 tuyến đường" is a place: nobody rounds to eight.
        located = before[-1:] == ["trên"] and phrase.unit in reader.grammar.locative
        if located and number.value % 10 != 0 and number.value_max is None:
            modifier = "exact"
        if before[-1:] == ["vượt"] and phrase.unit in {"chỉ tiêu", "tiêu chí", "lần"}:
            modifier = "exact"
    return look_after(folded, phrase.end, modifier)


def _first_of_pair(text: str, number: NumberSpan, mention: QuantityMention) -> QuantityMention:
    return made(QuantityMention)(
        text=text[number.start : number.end],
        start=number.start,
        end=number.end,
        value=tidy(number.value),
        unit=mention.unit,
        what=mention.what,
        modifier=number.modifier,
    )


def _without_label(text: str, mention: QuantityMention, following: QuantityMention) -> None:
    """Take from a counted phrase the label of the next count: ``118 đơn | , kiến nghị, phản ánh 7 đơn``."""
    head, comma, label = mention.text.partition(",")
    if not comma or mention.unit != following.unit or not head.endswith(mention.unit):
        return
    if mention.what == following.what or " " not in label.strip():
        return  # 84 vụ, việc, giải quyết 69 vụ, việc
    near = 0 < following.start - mention.end <= _FARTHEST * 2
    if near and _MORE_LABEL.fullmatch(text, mention.end, following.start):
        mention.end = mention.start + len(head)
        mention.text, mention.what = head, mention.unit


_MORE_LABEL = lazy(
    r"[ \u00a0]|(?:,|[ \u00a0]và)[ \u00a0](?!tăng|giảm|còn|đạt|trong|có|gồm|riêng|vượt|thêm)"
    r"[^\W\d_][^\d,.;:()\n]*[ \u00a0]"
)
"""More of a label of several parts, before its number."""


def _is_range(folded: str, last: QuantityMention, mention: QuantityMention) -> bool:
    return (
        0 < mention.start - last.end < _FARTHEST
        and last.value_max is None
        and mention.value_max is None
        and last.of is None
        and last.unit.lower() in {mention.unit.lower(), mention.unit.lower().partition("/")[0]}
        and Decimal(last.value) < mention.value
        and bool(UNTIL.match(folded[last.end : mention.start]))
    )


def _is_whole(text: str, last: QuantityMention, mention: QuantityMention) -> bool:
    """Tell whether a quantity is the whole of the one before: ``14.980 ha/14.500 ha``."""
    gap = mention.start - last.end
    return (
        0 < gap <= 3
        and last.of is None
        and (
            last.what == mention.what
            or (last.what == last.unit == mention.unit and last.unit in grammar().units)
        )
        and text[last.end : mention.start].strip(" \u00a0") == "/"
    )


def _extend(text: str, last: QuantityMention, mention: QuantityMention) -> None:
    """Make one range of two quantities of the same unit."""
    last.end, last.value_max, last.what = mention.end, mention.value, mention.what
    last.unit = mention.unit if "/" in mention.unit else last.unit  # 30 tạ đến 40 tạ/ha
    last.text = text[last.start : last.end]
    if mention.modifier in {"at_least", "at_most"}:
        last.modifier = mention.modifier
