"""What the columns of a table tell: their name, role, unit and period, read off their heads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vnreport.facts.calendar_parts import calendar_part, from_january, part_of_year, year_before
from vnreport.facts.cells import Cell
from vnreport.facts.held import Held
from vnreport.facts.scope import Scope
from vnreport.facts.words import action_verb, alternatives, measures, squeeze
from vnreport.lexicon import table as lexicon
from vnreport.mentions.numbers.spelling import tone_variants
from vnreport.mentions.quantities.grammar import grammar, longest
from vnreport.patterns import lazy
from vnreport.report import Interval, TimeMention

_NUMBER_OF = lazy(r"(?:tổng\s+)?số(?:\s+lượng)?\s+", re.IGNORECASE)
BRACKET = lazy(r"\s*\((?P<unit>[^()]{1,30})\)\s*$")
_MONEY = lazy(
    r"(?P<scale>nghìn\s+tỷ|nghìn|ngàn|ng|triệu|tr|tỷ|tỉ|1\.000|1000)?[.\s]*(?P<currency>đồng|vnđ|vnd|usd|đô\s+la(?:\s+mỹ)?|đ)(?:\s*/.*)?"
)
_SCALES = {
    "ng": 3,
    "tr": 6,
    "nghìn": 3,
    "ngàn": 3,
    "1.000": 3,
    "1000": 3,
    "triệu": 6,
    "tỷ": 9,
    "tỉ": 9,
    "nghìn tỷ": 12,
}
COUNTED = lazy(r"(?:tổng\s+)?số\s+(?:lượng\s+)?(?!tiền|vốn|thu|chi|nợ|thuế|dư|kinh|nộp)")
"""A head that counts, whatever sums are told of."""
_INNER = ("target", "change", "ratio", "share", "plain")
"""The roles that a word anywhere in a head tells."""
_YEAR = lazy(r"(?:năm\s+)?(?<!\d)(?P<year>(?:19|20)\d\d)(?=\s*(?:\(|$))")
_YEARLY = lazy(
    r"(?:kế\s+hoạch|kh|dự\s+toán|chỉ\s+tiêu)(?:\s+giao)?\s+(?:cả\s+)?năm(?![^\W_])(?!\s+(?:\d|trước))"
)
"""A plan for the year of the document."""
_DONE = lazy(r"(?:ước|thực\s+hiện|th|kết\s+quả|lũy\s+kế|cùng\s+kỳ|cộng|tổng\s+(?:cộng|số)|kỳ)?(?![^\W_])")
_SCALED = lazy(r"^(?:nghìn|ngàn|triệu|tỷ|1\.000)\s+(?!đồng)")
_COMPARED = lazy(r"(?<![^\W_])so(?:\s+(?:sánh\s+)?với|\s+sánh)?\s+[^()\d]{0,20}$")
"""What stands before a time that a column is compared with."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What the numbers of a column or row are counted in."""

    name: str
    scale: int = 0
    """Power of ten."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, as its head describes it."""

    name: str
    """The head without unit and time."""
    role: str
    unit: Unit | None
    period: Held[Interval] | None


def read_column(scope: Scope, head: tuple[Cell, ...]) -> Column:
    """Read the head of a column, the upper and the lower line of it as one."""
    parts = [_part(scope, cell) for cell in head]
    if not parts:
        return Column("", "", None, None)
    last = parts[-1]
    above = next((p for p in parts if p.role in ("target", "change", "ratio")), last)
    return Column(
        " ".join(part.name for part in parts if part.name and part.role != "value") or last.name,
        last.role or above.role,
        last.unit or next((p.unit for p in reversed(parts) if p.unit is not None), None),
        next((p.period for p in reversed(parts) if p.period is not None), None),
    )


def _part(scope: Scope, cell: Cell) -> Column:
    """Read one cell of a head."""
    text, folded = scope.text, squeeze(scope.folded[cell.start : cell.end])
    role = _whole_roles().get(BRACKET.sub("", folded), "")
    role = "target" if role == "aim" else role
    bracket = BRACKET.search(folded)
    unit = read_unit(bracket.group("unit")) if bracket else Unit("%") if "%" in folded else None
    period = _period(scope, cell)
    name = text[cell.start : cell.end]
    if period is not None and period.start is not None and period.end is not None:
        name = text[cell.start : period.start] + text[min(period.end, cell.end) : cell.end]
    name = squeeze(BRACKET.sub("", name)).strip(" ,:-–%")
    if not role and _whole_roles().get(name.lower()) == "value":
        # "Kết quả đạt được 6 tháng 2018"
        role = "value"
    if not role and (match := _inner_roles().search(folded)):
        role = _roles()[squeeze(match.group())]
        # "Đạt (% kế hoạch)" is a result; a column of labels has no numbers.
        percent = unit is not None and unit.name == "%"
        role = "" if role == "plain" or (role == "target" and percent) else role
    return Column(name, role, unit, period)


def _period(scope: Scope, cell: Cell) -> Held[Interval] | None:
    """Give the period that a head names, none that it is compared with."""
    time = next((m for m in scope.between(cell.start, cell.end) if isinstance(m, TimeMention)), None)
    document = scope.document.period
    if time is not None:
        if _COMPARED.search(scope.folded, cell.start, time.start):
            return None
        return Held(time.period, "head", time.start, time.end)
    if (year := _YEAR.search(scope.folded, cell.start, cell.end)) is not None:
        if _COMPARED.search(scope.folded, cell.start, year.start()):
            return None
        return Held(year_of(int(year.group("year"))), "head", *year.span())
    if document is None:
        return None
    words = squeeze(scope.folded[cell.start : cell.end])
    if (part := part_of_year(words, document.end.year)) is not None:
        return Held(part, "head", cell.start, cell.end)
    if words == "cùng kỳ":
        return Held(year_before(document), "head", cell.start, cell.start)
    if words.startswith(("cả năm", "ước cả năm", "ước thực hiện cả năm")) or _YEARLY.match(words):
        return Held(calendar_part("cả", "năm", document), "head", cell.start, cell.start)
    if words.startswith(("lũy kế", "luỹ kế", "cộng dồn", "từ đầu năm")):
        return Held(from_january(document), "head", cell.start, cell.start)
    return None


def counted(head: str) -> str:
    """Give the noun that a head without a unit counts (``Số đơn đã nộp``: ``đơn``), else the head itself."""
    number = _NUMBER_OF.match(head)
    if number is None and action_verb().match(head.lower()):
        return head
    words = head[number.end() if number else 0 :].split()
    folded = [word.lower() for word in words]
    noun = longest(folded, 0, grammar().nouns, grammar().noun_sizes) if words else None
    return " ".join(words[: noun[1]]) if noun is not None else head or "số"


def read_unit(words: str) -> Unit:
    """Read the unit of a column: ``tỷ đồng``, ``%``, ``con``."""
    words = squeeze(words)
    money = _MONEY.fullmatch(words.lower())
    if money is not None:
        currency = "USD" if money.group("currency")[:2] in ("us", "đô") else "VND"
        return Unit(currency, _SCALES.get(squeeze(money.group("scale") or ""), 0))
    scaled = re.match(r"(nghìn|ngàn|triệu|tỷ|1\.000)\s+(.+)", words)
    if scaled is not None:
        return Unit(scaled.group(2), _SCALES[scaled.group(1)])
    return Unit("%" if "%" in words else words)


def is_bare(column: Column) -> bool:
    """Tell whether a head says of its numbers only whether they are planned or done (``Thực hiện``)."""
    return column.role in ("target", "value") or _DONE.match(column.name.lower()) is not None


def is_unit(words: str) -> bool:
    """Tell whether folded words are a unit or a counted noun and no more: ``tỷ đồng``, ``người``, ``ha``."""
    parts = _SCALED.sub("", words).split()
    if not parts or words[0] == "%" or _MONEY.fullmatch(words) is not None:
        return bool(parts)
    noun = longest(parts, 0, grammar().nouns, grammar().noun_sizes)
    return (noun is not None and noun[1] == len(parts)) or (
        len(parts) == 1 and parts[0].partition("/")[0] in measures()
    )


def year_of(year: int) -> Interval:
    """Give a year."""
    return Interval.model_validate({"start": f"{year}-01-01", "end": f"{year}-12-31"})


@cache
def _roles() -> dict[str, str]:
    return {form: row["role"] for row in lexicon("table_heads") for form in tone_variants(row["word"])}


@cache
def _whole_roles() -> dict[str, str]:
    return {word: role for word, role in _roles().items() if role not in _INNER}


@cache
def _inner_roles() -> re.Pattern[str]:
    return re.compile(
        alternatives([word for word, role in _roles().items() if role in _INNER and word[-1] != ")"])
    )
