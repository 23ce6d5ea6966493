"""Numbers that no noun follows and that are a quantity all the same: parts of a whole, tenths."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile

from vnreport.base_model import made
from vnreport.mentions.numbers import NumberSpan, tidy
from vnreport.mentions.numbers.patterns import LENGTHS, METRES
from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.lone import lone
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import QuantityMention
from vnreport.spans import Spans

_SURE = 2
"""More numbers than these that add up to a count are parts of it, whatever stands before them."""
_LARGE = 50
"""Two are enough if they are not small."""
_REACH = 240
_NAME = lazy(rf"[,; \u00a0]*(?:và )?[{UPPER}][^\d()\n,;]{{1,40}} ")
_ITEM = lazy(r"[ \u00a0]?[,;(]?[ \u00a0]?(?:trong đó[:,]?[ \u00a0])?(?:và )?[^\d,.;:()\n]{1,48}:?[ \u00a0]")
"""What stands between two numbers of a list: the name of the second one."""
_ENTRY = lazy(
    r"(?:[ \u00a0]?\([^()\n]{1,60}\))?[ \u00a0]?[,;(.:]?[ \u00a0]?(?:trong đó[:,]?[ \u00a0])?"
    r"(?:gồm:?[ \u00a0])?"
    r"(?:và )?[^\d,.;:()\n]{1,48}(?:,[^\d,.;:()\n]{1,32})?:?[ \u00a0]"
)
"""The same, with a remark in brackets behind the number before it and two names at most."""
_NAMED = lazy(
    r"(?:[ \u00a0]?\([^()\n]{1,60}\))?[ \u00a0]?[,;.]?[ \u00a0]?"
    r"(?:và[ \u00a0])?[^\d,.;:()\n]{1,48}(?::[ \u00a0])?(?<=[ \u00a0])"
)
"""The same behind a word that opens the list, which stands before the first."""
_SAID = lazy(r"(?:[ \u00a0]?\([^()\n]{1,60}\))?[^\d.()\n]{1,90}")
"""The same where the numbers add up: several names within one sentence."""
_OPENER = lazy(r"(?<!\w)(?:trong đó|gồm|bao gồm|cụ thể)(?:[ \u00a0]là)?:?[ \u00a0]?")
_GROWN = lazy(r"\((?:tăng|giảm|thêm)[ \u00a0]\Z")
"""Before a number in brackets that says by how much the one before it grew."""
_GRADE = lazy(r"[ \u00a0](?P<word>[^\W\d_]+(?:[ \u00a0][^\W\d_]+){0,2})(?=[,;.)\n]|[ \u00a0]và[ \u00a0]|\Z)")
"""What a number of a list is said to be, without a noun: ``04 xuất sắc, 14 đạt``."""
_OPENS_LIST = lazy(r"[ \u00a0]?(?::|\(|[,;(.]?[ \u00a0]?(?:trong đó|gồm|bao gồm)(?!\w))")
_HARMED = lazy(r"(?:[Cc]hết|[Bb]ị thương|mất tích|[Tt]ử vong|thiệt mạng)[ \u00a0]\Z")
"""Before a number behind a count of accidents: it counts people (``9 vụ, chết 8, bị thương 10``)."""
_AMONG = lazy(r"[ \u00a0]?[,;(.]?[ \u00a0]?trong đó[:, \u00a0]")
_A_THING = lazy(rf"(?<!\w)có[ \u00a0][^\W\d_][^\d,.;:()\n]*[ \u00a0][{UPPER}]\w+[ \u00a0]\Z")
"""What stands before the number of a thing by that name."""
_OPEN_LIST = lazy(r"[ \u00a0]?[(:][^()\n]{0,100}|[ \u00a0]?,?[ \u00a0](?:trong đó|gồm)[^()\n]{0,100}")
"""What stands between a count and one of the parts that a bracket, colon or word behind it lists."""
_CLOSES = lazy(r"[ \u00a0]?(?:[,;.)\n(]|và[ \u00a0]|\Z)")


def parts_of_a_whole(
    text: str, folded: str, numbers: list[NumberSpan], found: list[QuantityMention], taken: Spans
) -> list[QuantityMention]:
    """Give the bare numbers that share out the count before them.

    They add up to it (``120 đơn: khiếu nại 86, tố cáo 34``), brackets behind it list them by name
    (``438 nhà tốc mái (Lào Cai 28, Lai Châu 375)``), the list ends with the noun again (``tốt 24 tổ, khá 6,
    yếu 2 tổ``), ``trong đó`` sets one apart (``35 đảng viên, trong đó nữ 12``) or opens a list of them, as a
    colon does, that stays below the whole, or says what they are (``19 bài: 04 xuất sắc, 15 đạt``).

    Args:
        text: the text.
        folded: the same in lower case.
        numbers: all its numbers, in text order.
        found: the quantities among them, in text order.
        taken: what the other finders have claimed.
    """
    parts: list[QuantityMention] = []
    at = 0
    whole: QuantityMention | None = None
    earlier: list[QuantityMention] = []
    bare: list[NumberSpan] = []
    graded: list[tuple[NumberSpan, int]] = []
    inner = False
    for number in numbers:
        while at < len(found) and found[at].start <= number.start:
            if bare and whole is not None:
                parts += _parts(text, folded, whole, bare, found[at]) or _far_parts(
                    text, folded, earlier, bare
                )
                bare = []
            if graded and whole is not None:
                parts += _graded(text, whole, graded)
            inner = whole is not None and _continues(folded, whole, found[at])
            whole, graded, at = found[at], [], at + 1
            earlier = [*_same_line(text, earlier, whole), whole]
        if whole is None or number.start < whole.end or whole.value_max is not None:
            continue
        if number.start - whole.end > _REACH + 12 * len(bare) or "\n" in text[whole.end : number.start]:
            parts += _closed(text, folded, earlier, bare, graded, inner=inner)
            whole, bare = None, []
            continue
        if taken.overlaps(number.start, number.end):
            continue
        if _is_bare(folded, number):
            bare.append(number)
        elif not bare and _is_share(folded, number) and lone(text, folded, whole, number):
            parts.append(like(text, number, whole))
        elif grade := _grade(folded, number):
            graded.append((number, grade))
    if whole is not None:
        parts += _closed(text, folded, earlier, bare, graded, inner=inner)
    return parts


def _closed(
    text: str,
    folded: str,
    earlier: list[QuantityMention],
    bare: list[NumberSpan],
    graded: list[tuple[NumberSpan, int]],
    *,
    inner: bool,
) -> list[QuantityMention]:
    """Give the parts of a list that no count follows; the last count before it is its nearest whole."""
    if not bare:
        return _graded(text, earlier[-1], graded)
    parts = _parts(text, folded, earlier[-1], bare, None, inner=inner)
    return parts or _far_parts(text, folded, earlier, bare)


def _same_line(text: str, earlier: list[QuantityMention], whole: QuantityMention) -> list[QuantityMention]:
    """Keep the few counts that stand on the line of the next one, in text order."""
    return [each for each in earlier[-3:] if "\n" not in text[each.end : whole.start]]


def _far_parts(
    text: str, folded: str, earlier: list[QuantityMention], bare: list[NumberSpan]
) -> list[QuantityMention]:
    """Give bare numbers behind ``gồm:`` as parts of a count before the last one.

    ``12 người (trong đó 08 người do lũ cuốn), gồm: Quảng Trị 05, Đà Nẵng 07``; what grew in brackets
    behind each (``Quảng Bình 02 (tăng 01)``) has the same noun.
    """
    grown = [each for each in bare if _GROWN.search(folded, max(0, each.start - 8), each.start)]
    items = [each for each in bare if each not in grown]
    total = sum(each.value for each in items)
    if len(items) < 2 or not earlier or any(each.value == total for each in items):
        return []
    wholes = [each for each in reversed(earlier) if each.value_max is None and each.value >= total]
    equal = [each for each in wholes if each.value == total and (len(items) > _SURE or total > _LARGE)]
    opened = _OPENER.search(folded, earlier[-1].end, items[0].start)
    ends = [opened.end() if opened else items[0].start, *(each.end for each in items)]
    gaps = [(end, each.start) for end, each in zip(ends, items, strict=False)]
    shape = _SAID if equal else _NAMED
    if not wholes or not all(shape.fullmatch(folded, *gap) for gap in gaps[0 if opened else 1 :]):
        return []
    return [like(text, each, (equal or wholes)[0]) for each in bare] if opened or equal else []


def _grade(folded: str, number: NumberSpan) -> int:
    """Give the end of the words that say what a number of a list is, up to its next mark; 0 for none."""
    if number.label or number.value_max is not None or number.of is not None:
        return 0
    match = _GRADE.match(folded, number.end)
    return match.end() if match else 0


def _graded(text: str, whole: QuantityMention, graded: list[tuple[NumberSpan, int]]) -> list[QuantityMention]:
    """Give the numbers behind a colon that are said to be this or that and add up to the count before it."""
    if len(graded) < 2 or text[whole.end : whole.end + 2].strip()[:1] not in {":", "("}:
        return []
    if sum(number.value for number, _ in graded) != whole.value:
        return []
    return [like(text, number, whole, end, f" {text[number.end : end].strip()}") for number, end in graded]


def _continues(folded: str, whole: QuantityMention, part: QuantityMention) -> bool:
    """Tell whether a count is the first of the parts of the one before: ``trong đó đúng hạn 12 hồ sơ``."""
    if whole.unit != part.unit or part.value >= whole.value or not _OPENS_LIST.match(folded, whole.end):
        return False
    return _ENTRY.fullmatch(folded, whole.end, part.start) is not None


def _parts(
    text: str,
    folded: str,
    whole: QuantityMention,
    bare: list[NumberSpan],
    behind: QuantityMention | None,
    *,
    inner: bool = False,
) -> list[QuantityMention]:
    """Give those bare numbers behind a count that are parts of it.

    ``behind`` is the next count; ``inner`` tells that the count is itself the first part of another.
    """
    size, total = 0, Decimal(0)
    if whole.value == whole.value.to_integral_value():  # 15 đồng chí, tuổi bình quân 42,6
        bare = list(takewhile(lambda each: each.value == each.value.to_integral_value(), bare))
    if not bare:
        return []
    for index, number in enumerate(bare, 1):
        total += number.value
        adds_up = total == whole.value and all(each.value < total for each in bare[:index])
        if index > 1 and (adds_up or _listed(text, bare[:index], whole)):
            size = index
            break
    if any(text[each.start - 1] == "(" for each in bare):
        return [like(text, each, whole) for each in bare[:size]]
    if behind and size < len(bare) and _ends_list(folded, whole, bare, behind):
        size = len(bare)
    harmed = whole.unit == "vụ" and _HARMED.search(folded, max(0, bare[0].start - 14), bare[0].start)
    alone = text[whole.end : whole.end + 2] == ", " and len(bare) > 1
    if not size and (inner or harmed or alone or _OPENS_LIST.match(folded, whole.end)):
        size = _entries(folded, whole, bare, inner=inner or bool(harmed))
    size = size or _is_named(text, folded, whole, bare)
    return [like(text, each, whole) for each in bare[:size]] or _lone(text, folded, whole, bare)


def _lone(text: str, folded: str, whole: QuantityMention, bare: list[NumberSpan]) -> list[QuantityMention]:
    """Give those bare numbers that go on, one by one, with the count before them."""
    found: list[QuantityMention] = []
    last = whole
    for number in bare:
        kind = lone(text, folded, last, number)
        if not kind:
            break
        part = like(text, number, whole)
        if kind == "people":
            part.unit = part.what = "người"
        found.append(part)
        last = last.model_copy(update={"end": number.end})
    return found


def _is_share(folded: str, number: NumberSpan) -> bool:
    """Tell whether a part of a whole has no noun behind it: ``xử lý xong 94/96``."""
    return number.of is not None and number.label == "" and bool(_CLOSES.match(folded, number.end))


def _ends_list(folded: str, whole: QuantityMention, bare: list[NumberSpan], behind: QuantityMention) -> bool:
    """Tell whether the next count says the noun for all (``tốt 24 tổ, khá 6, yếu 2 tổ``) or fills the sum."""
    if len(bare) > 1 and sum(each.value for each in bare) + behind.value == whole.value:
        return True
    if whole.unit != behind.unit:
        return False
    starts, ends = [*(each.start for each in bare), behind.start], [whole.end, *(each.end for each in bare)]
    return all(_ENTRY.fullmatch(folded, *gap) for gap in zip(ends, starts, strict=True))


def _entries(folded: str, whole: QuantityMention, bare: list[NumberSpan], *, inner: bool) -> int:
    """Give how many numbers from the first on, two or more, are named one by one and stay below the whole."""
    size, end, total = 0, whole.end, Decimal(0)
    for number in bare:
        total += number.value
        if number.label or not _ENTRY.fullmatch(folded, end, number.start):
            break
        size, end = size + 1, number.end
    if size < len(bare) or (total > whole.value and not inner):
        return 0
    return size if size > 1 else 0


def _is_named(text: str, folded: str, whole: QuantityMention, bare: list[NumberSpan]) -> bool:
    """Tell whether ``trong đó`` sets one number apart by its name; several are the business of facts."""
    if len(bare) > 1 or bare[0].value > whole.value or not _AMONG.match(folded, whole.end):
        return False
    named = _ITEM.fullmatch(folded, whole.end, bare[0].start) is not None
    if _A_THING.search(text, whole.end, bare[0].start):
        return False  # trong đó có cầu Rạch Ngỗng 2
    return named and folded[whole.end : bare[0].start].split()[-1] not in role("no_part")


def _listed(text: str, bare: list[NumberSpan], whole: QuantityMention) -> bool:
    """Tell whether bare numbers, each behind a name, are all that one pair of brackets holds."""
    if text[bare[-1].end : bare[-1].end + 1] != ")" or any(each.value > whole.value for each in bare):
        return False
    opens = text.find("(", whole.end, bare[0].start)
    if opens < 0 or text.find(")", opens, bare[-1].end) >= 0:
        return False
    starts = [opens + 1, *(each.end for each in bare)]
    return all(_NAME.fullmatch(text, start, each.start) for start, each in zip(starts, bare, strict=False))


def _is_bare(folded: str, number: NumberSpan) -> bool:
    """Tell whether a count has a word before it and none behind."""
    if number.label == "strong" or number.value_max is not None or number.of is not None:
        return False
    if number.label and number.label_word in role("label_naming"):
        return False
    before = folded[number.start - 2 : number.start - 1]
    if folded[number.start - 1 : number.start] == "(":  # Long An (01), Bình Phước (02)
        return before == " " and folded[number.end : number.end + 1] == ")"
    return (before.isalpha() or before == ":") and bool(_CLOSES.match(folded, number.end))


def like(
    text: str, number: NumberSpan, whole: QuantityMention, end: int = 0, grade: str = ""
) -> QuantityMention:
    """Make a count of what another counts, with what it is said to be."""
    unit, what = whole.unit, whole.what
    if unit != "đ/c":
        unit, what = unit.partition("/")[0], what.partition("/")[0]
    if unit == "vụ" and _HARMED.search(text, max(0, number.start - 14), number.start):
        unit = what = "người"
    return made(QuantityMention)(
        text=text[number.start : end or number.end],
        start=number.start,
        end=end or number.end,
        value=tidy(number.value),
        unit=unit,
        what=f"{what}{grade}",
        modifier=number.modifier,
        of=None if number.of is None else tidy(number.of),
    )


def name_by_whole(text: str, found: list[QuantityMention]) -> None:
    """Give levels of schools that share out a count its noun: ``12 trường (5 mầm non, 7 tiểu học)``."""
    levels = role("school")
    whole: QuantityMention | None = None
    for mention in found:
        inside = whole is not None and mention.what.lower() in levels and mention.value < whole.value
        if whole is not None and inside and _OPEN_LIST.fullmatch(text, whole.end, mention.start):
            mention.unit, mention.what = whole.unit, f"{whole.unit} {mention.what}"
        elif mention.what.lower() not in levels:
            whole = mention


def with_tenths(text: str, folded: str, number: NumberSpan) -> QuantityMention | None:
    """Read a number whose tenths stand behind the unit: ``1m75``, ``2kg5``; ``2m3`` behind ``cao``."""
    match = METRES.match(folded, number.end)
    if match is None or not number.raw.isdigit():
        return None
    if match[0] in {"m2", "m3"} and number.value >= 20:
        return None
    if match[0] in {"m2", "m3"} and not LENGTHS.search(folded[max(0, number.start - 24) : number.start]):
        return None
    return made(QuantityMention)(
        text=text[number.start : match.end()],
        start=number.start,
        end=match.end(),
        value=tidy(number.value + Decimal(f"0.{match[2]}")),
        unit=match[1],
        what=match[1],
        modifier=number.modifier,
    )
