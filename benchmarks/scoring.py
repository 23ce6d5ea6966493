"""Scoring as the contract orders it: what counts as right, matched one to one.

An item of the gold marked ``optional`` and lines that are ``ignored`` never count, whether a system
gives them or not; see ``data/annotated/GUIDELINE.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from benchmarks.gold import GoldDocument
from benchmarks.prediction import Prediction, fold
from benchmarks.tables import Counts

Item = dict[str, Any]
MENTION_TYPES = (
    "instrument", "money", "percent", "quantity", "time", "person", "organization", "place", "programme",
)  # fmt: skip
# A place in an agency's name or a date in a programme's is not annotated apart; finding it is no fault.
_NESTING = {"organization", "instrument", "programme", "person"}
_NUMERIC = {"quantity", "money", "percent"}
_DURATIONS = {"năm", "tháng", "ngày", "giờ", "phút", "tuần"}
_NESTED = {"place", "organization", "time", "person", "programme"}


@dataclass
class Outcome:
    """How a system's items of one kind met the gold of one document."""

    pairs: list[tuple[Item, Item]] = field(default_factory=list)
    missed: list[Item] = field(default_factory=list)
    spurious: list[Item] = field(default_factory=list)

    @property
    def counts(self) -> Counts:
        """The numbers alone."""
        return Counts(len(self.pairs), len(self.spurious), len(self.missed))


# --- comparing values ------------------------------------------------------------------------------------


def decimal(value: Any) -> Decimal | None:
    """Give a JSON number as a decimal; None for None and for what is no number."""
    try:
        return None if value is None else Decimal(str(value)).normalize()
    except InvalidOperation:
        return None


def token_f1(first: str, second: str) -> float:
    """Overlap of two phrases as the F1 of their syllables."""
    one, two = Counter(_tokens(first)), Counter(_tokens(second))
    common = sum((one & two).values())
    return 2 * common / (one.total() + two.total()) if common else 0.0


def _tokens(text: str) -> list[str]:
    return [word.strip(".,;:()\"'“”") for word in fold(text).split()]


def unit_class(unit: str | None) -> str:
    """Classify a unit: a currency, ``%``, or something counted or measured."""
    if unit is None:
        return ""
    plain = fold(unit)
    if plain in {"%", "điểm phần trăm", "điểm %"}:
        return "%"
    return unit if unit.isupper() and len(unit) == 3 and unit.isascii() else "counted"


def iou(first: Item, second: Item) -> float:
    """Intersection over union of two spans."""
    common = min(first["end"], second["end"]) - max(first["start"], second["start"])
    return (
        common / (max(first["end"], second["end"]) - min(first["start"], second["start"]))
        if common > 0
        else 0
    )


def same_mention(gold: Item, guess: Item) -> bool:
    """Tell whether the key fields of two mentions of one type agree."""
    match gold["type"]:
        case "instrument":
            same_date = (gold["date"] or None) == (guess.get("date") or None)
            return gold["kind"] == guess.get("kind") and same_date and same_title(gold, guess)
        case "money":
            keys = ("value", "value_max")
            same = all(decimal(gold[k]) == decimal(guess.get(k)) for k in keys)
            return same and gold["currency"] == guess.get("currency")
        case "percent":
            return decimal(gold["value"]) == decimal(guess.get("value"))
        case "quantity":
            readings = [gold["what"], *gold.get("readings", [])]
            overlap = max(token_f1(what, str(guess.get("what") or "")) for what in readings)
            return decimal(gold["value"]) == decimal(guess.get("value")) and overlap >= 0.5
        case "time":
            return all(gold[k] == guess.get(k) for k in ("start_date", "end_date"))
        case "person":
            return fold(gold["name"]) == fold(str(guess.get("name") or ""))
        case _:
            return iou(gold, guess) >= 0.5


def same_title(gold: Item, guess: Item) -> bool:
    """Tell whether two citations name one instrument: compare codes, or names where the gold has no code."""
    if gold["code"]:
        return fold(gold["code"]) == fold(str(guess.get("code") or ""))
    if not gold["name"] and gold.get("number"):
        # ``QĐ 846`` has no more than its number.
        return bool(gold["number"] == (guess.get("code") or guess.get("number")))
    return fold(str(gold["name"] or "")) == fold(str(guess.get("name") or ""))


def same_change(gold: Item | None, guess: Item | None) -> bool:
    """Tell whether direction, value and unit class of two changes agree, or there is none in both."""
    if not gold or not guess:
        return not gold and not guess
    same_value = decimal(gold["value"]) == decimal(guess.get("value"))
    # A change without a value has no unit to compare.
    same_unit = gold["value"] is None or unit_class(gold["unit"]) == unit_class(guess.get("unit"))
    return gold["direction"] == guess.get("direction") and same_value and same_unit


def same_measurement(gold: Item, guess: Item) -> bool:
    """Tell whether value, unit class and change agree and the indicators overlap by half."""
    return (
        decimal(gold["value"]) == decimal(guess.get("value"))
        and unit_class(gold["unit"]) == unit_class(guess.get("unit"))
        and same_change(gold["change"], guess.get("change"))
        and max(token_f1(i, str(guess.get("indicator") or "")) for i in _indicators(gold)) >= 0.5
    )


def _indicators(gold: Item) -> list[str]:
    return [gold["indicator"], *gold.get("readings", [])]


def same_measurement_strictly(gold: Item, guess: Item) -> bool:
    """The same, with the period and the modifier."""
    return (
        same_measurement(gold, guess)
        and (gold["period"] or None) == (guess.get("period") or None)
        and gold["modifier"] == guess.get("modifier")
    )


def same_citation(gold: Item, guess: Item) -> bool:
    """Tell whether instrument and relation agree."""
    return same_title(gold, guess) and guess.get("relation") in [gold["relation"], *gold.get("readings", [])]


def same_role(gold: Item, guess: Item) -> bool:
    """Tell whether person and title agree; the title may carry the organisation's name."""
    if fold(gold["person"]) != fold(str(guess.get("person") or "")):
        return False
    title = fold(str(guess.get("title") or ""))
    if not title.startswith(fold(gold["title"])):
        return False
    # Any part of the owner's name may follow: ``Ủy viên Ban Thường vụ`` of ``Ban Thường vụ Huyện ủy``.
    rest = title.removeprefix(fold(gold["title"]))
    return not rest or any(fold(t).startswith(title) for t in gold.get("titles_with_owner", []))


# --- matching --------------------------------------------------------------------------------------------


def match(
    gold: list[Item],
    guesses: list[Item],
    same: Callable[[Item, Item], bool],
    closeness: Callable[[Item, Item], float],
) -> Outcome:
    """Pair items one to one, the closest first; closeness 0 forbids a pair."""
    candidates = [
        (near, -i, -j)
        for i, g in enumerate(gold)
        for j, p in enumerate(guesses)
        if (near := closeness(g, p)) > 0 and same(g, p)
    ]
    outcome = Outcome()
    used_gold: set[int] = set()
    used_guess: set[int] = set()
    for _, i, j in sorted(candidates, reverse=True):
        if -i not in used_gold and -j not in used_guess:
            used_gold.add(-i)
            used_guess.add(-j)
            if not gold[-i].get("optional"):
                outcome.pairs.append((gold[-i], guesses[-j]))
    outcome.missed = [g for i, g in enumerate(gold) if i not in used_gold and not g.get("optional")]
    outcome.spurious = [p for j, p in enumerate(guesses) if j not in used_guess]
    return outcome


def score_mentions(document: GoldDocument, prediction: Prediction, kind: str) -> Outcome:
    """Match the mentions of one type."""
    gold = [_with_readings(document, m) for m in document.mentions if m["type"] == kind]
    guesses = [m for m in prediction.mentions if m["type"] == kind]
    outcome = match(gold, guesses, same_mention, iou)
    outcome.spurious = [p for p in outcome.spurious if not _excused(document, p, kind)]
    return outcome


def _with_readings(document: GoldDocument, mention: Item) -> Item:
    """Add to a quantity the indicator of its measurement: ``4.981 người (kê khai)`` may be cut either way."""
    if mention["type"] != "quantity":
        return mention
    facts = [f for f in document.facts if f["type"] == "measurement" and f["mentions"][:1] == [mention["id"]]]
    return {**mention, "readings": [f["indicator"] for f in facts]}


def _excused(document: GoldDocument, guess: Item, kind: str) -> bool:
    """Tell whether an unmatched mention is beyond judgement rather than wrong."""
    if any(start < guess["end"] and guess["start"] < end for start, end in document.ignored):
        return True
    for mention in document.mentions:
        if mention["start"] >= guess["end"] or mention["end"] <= guess["start"]:
            continue
        if mention.get("optional"):
            return True
        if mention["type"] == kind:
            continue
        # A full stop behind an abbreviation may be taken with it.
        inside = mention["start"] <= guess["start"] and guess["end"] <= mention["end"] + 1
        if inside and kind in _NESTED and mention["type"] in _NESTING:
            return True
    # A relative time without a figure (``trong quý``) is judged only where it is annotated.
    named = any(m["type"] == "time" and iou(m, guess) > 0 for m in document.mentions)
    return (
        kind == "time"
        and not named
        and not any(c.isdigit() for c in document.text[guess["start"] : guess["end"]])
    )


def near(document: GoldDocument, prediction: Prediction) -> Callable[[Item, Item], float]:
    """Closeness of facts: evidence must overlap; sharing the mention of the value decides between several."""
    mine = {m["id"]: m for m in document.mentions}
    theirs = {m.get("id"): m for m in prediction.mentions}

    def closeness(gold: Item, guess: Item) -> float:
        evidence = iou(gold["evidence"], guess["evidence"])
        if not evidence:
            return 0.0
        shared = sum(
            iou(mine[a], theirs[b]) > 0
            for a in gold["mentions"][:1]
            for b in guess.get("mentions", [])
            if b in theirs
        )
        alike = token_f1(gold["indicator"], str(guess.get("indicator") or "")) if "indicator" in gold else 0.0
        return 10.0 * bool(shared) + alike + evidence / 10

    return closeness


_SAME: dict[str, Callable[[Item, Item], bool]] = {
    "measurement": same_measurement,
    "measurement, strict": same_measurement_strictly,
    "citation": same_citation,
    "role": same_role,
}
FACT_KINDS = tuple(_SAME)


def score_facts(document: GoldDocument, prediction: Prediction, kind: str) -> Outcome:
    """Match the facts of one kind (one of :data:`FACT_KINDS`)."""
    plain = kind.partition(",")[0]
    gold = [_with_owner(document, f) for f in document.facts if f["type"] == plain]
    guesses = [f for f in prediction.facts if f["type"] == plain]
    outcome = match(gold, guesses, _SAME[kind], near(document, prediction))
    outcome.spurious = [p for p in outcome.spurious if not _unjudged(document, prediction, p)]
    return outcome


def _unjudged(document: GoldDocument, prediction: Prediction, guess: Item) -> bool:
    """Tell whether an unmatched fact is beyond judgement.

    It is so in ignored lines, and for a measurement made of a number that the gold marks without a fact
    (a threshold, the former of two ends), unless that is a duration.
    """
    if _in_ignored(document, guess["evidence"]):
        return True
    if guess["type"] == "citation":
        unsure = [f["evidence"] for f in document.facts if f["type"] == "citation" and f.get("optional")]
        judged = [f for f in document.facts if f["type"] == "citation" and not f.get("optional")]
        own = any(same_title(f, guess) for f in judged)
        return not own and any(iou(guess["evidence"], e) > 0 for e in unsure)
    if guess["type"] != "measurement":
        return False
    used = {name for fact in document.facts if not fact.get("optional") for name in fact["mentions"]}
    spare = [
        m
        for m in document.mentions
        if m["type"] in _NUMERIC and m["id"] not in used and m.get("unit") not in _DURATIONS
    ]
    numbers = [
        m for m in prediction.mentions if m["type"] in _NUMERIC and m.get("id") in guess.get("mentions", [])
    ]
    return bool(numbers) and all(any(iou(m, s) > 0 for s in spare) for m in numbers)


def _in_ignored(document: GoldDocument, span: Item) -> bool:
    return any(start <= span["start"] and span["end"] <= end for start, end in document.ignored)


def _with_owner(document: GoldDocument, fact: Item) -> Item:
    """Add to a role the forms of its title that name the organisation (``Giám đốc Sở Y tế``)."""
    if fact["type"] != "role":
        return fact
    owners = {fact["organization"] or ""} | {
        m["text"]
        for m in document.mentions
        if m["type"] == "organization" and m["name"] == fact["organization"]
    }
    return {**fact, "titles_with_owner": [f"{fact['title']} {o}" for o in owners if o]}


# --- the document and its lines --------------------------------------------------------------------------


def score_document(document: GoldDocument, prediction: Prediction) -> dict[str, bool]:
    """Tell for each field of the document whether it is right; null is right where the text does not say."""
    gold, guess = document.document, prediction.document
    place = str(gold["place"] or "")
    return {
        "title": _alike(gold["title"], guess.get("title"), lambda a, b: token_f1(a, b) >= 0.9),
        "publisher": same_agency(gold["publisher"], guess.get("publisher"), place),
        "place": same_place(place, guess.get("place")),
        "published": (gold["published"] or None) == (guess.get("published") or None),
        "period": (gold["period"] or None) == (guess.get("period") or None),
    }


def same_agency(gold: str | None, guess: str | None, place: str) -> bool:
    """Tell whether two names are of one agency: the document's own place may be left out of either."""
    return _alike(gold, guess, lambda a, b: _bare(a, place) == _bare(b, place))


def same_place(gold: str | None, guess: str | None) -> bool:
    """Tell whether two names are of one place: the level may be left out of either."""
    return _alike(gold, guess, lambda a, b: _unlevelled(a) == _unlevelled(b))


def _alike(gold: str | None, guess: str | None, same: Callable[[str, str], bool]) -> bool:
    if not gold or not guess:
        return not gold and not guess
    return same(gold, guess)


def _unlevelled(name: str) -> str:
    plain = fold(name)
    for word in ("tỉnh ", "thành phố ", "tp. ", "tp "):
        plain = plain.removeprefix(word)
    return plain


def _bare(name: str, place: str) -> str:
    """An agency's name without its place: ``Sở Y tế tỉnh Nam Định`` is ``sở y tế``, if the place is that."""
    plain = fold(name)
    for tail in (fold(place), _unlevelled(place)):
        if tail and plain.endswith(" " + tail) and len(plain) > len(tail) + 1:
            plain = plain[: -len(tail) - 1]
    return plain.removesuffix(" tỉnh").removesuffix(" thành phố")


def score_lines(document: GoldDocument, prediction: Prediction) -> Counts:
    """Count the lines told right (of both kinds), the text taken for boilerplate, and the reverse."""
    counts = Counts()
    for line in document.lines:
        covered = sum(max(0, min(line.end, e) - max(line.start, s)) for s, e in prediction.boilerplate)
        says = covered * 2 > line.end - line.start
        counts += Counts(
            int(says == line.boilerplate), int(says > line.boilerplate), int(says < line.boilerplate)
        )
    return counts
