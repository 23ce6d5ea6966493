"""What TCVN3 (ABC) text needs beyond its chart: the capitals and the ư at U+00AD.

The fonts of TCVN3 have no capitals with a tone: headings are set in upper-case fonts (.VnTimeH) over the
small letters. And ư is the byte of the soft hyphen, which many programs delete.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from vnreport.lexicon import table
from vnreport.patterns import lazy
from vnreport.repair.charts import decoder
from vnreport.repair.choice import Option, choose
from vnreport.repair.syllable import is_syllable, log_frequency

_WORD = lazy(r"[^\W\d_]+")

_LONGEST = 7
_COMPANY = 24
"""So many characters on either side of a run tell what its first and last words go with."""
_KNOWN = 1.5
"""The weight of what the table of capitals says, in nats."""


@lru_cache(maxsize=65536)
def restorations(word: str) -> tuple[str, ...]:
    """Give the syllables that a word becomes when one ư is put back into it."""
    found: list[str] = []
    if len(word) > _LONGEST:
        return ()
    for at in range(len(word) + 1):
        for letter in "ưƯ" if word[:1].isupper() else "ư":
            candidate = word[:at] + letter + word[at:]
            if is_syllable(candidate) and (log_frequency(candidate) or -99.0) > -16.0:
                found.append(candidate)
                break
    return tuple(found)


def restored_score(word: str) -> float | None:
    """Give the log frequency of the commonest restoration, less a little for the loss; None without one."""
    scores = [log_frequency(candidate) or -16.0 for candidate in restorations(word)]
    return max(scores) - 1.0 if scores else None


def has_lost(word: str) -> bool:
    """Tell whether a word shows that ư was lost: no syllable as it is, but one with ư put back."""
    return not word.isascii() and log_frequency(word) is None and bool(restorations(word))


def _likeliest(word: str) -> str:
    """Give the restoration of a word that is far commoner than the word itself, as in ``USD/ngêi``."""
    found = max(restorations(word), key=_commonness, default=word)
    return found if not word.isascii() and _commonness(found) > _commonness(word) + _FAR else word


def _commonness(word: str) -> float:
    return log_frequency(word) or -99.0


@lru_cache(maxsize=65536)
def readings(decoded: str) -> tuple[Option, ...]:
    """Give what a decoded chunk may be in a text that has lost its ư."""
    words = _WORD.findall(decoded)
    whole = Option(decoded, _score(words[0]) if words else 0.0)
    if len(words) != 1 or len(words[0]) > _LONGEST:
        return (whole._replace(text=_WORD.sub(lambda m: _likeliest(m[0]), decoded)),)
    return (
        whole,
        *(
            Option(decoded.replace(words[0], word), log_frequency(word) or _RARE)
            for word in restorations(words[0])
        ),
    )


_RARE, _FAR = -16.0, 4.0
_ODD, _INITIAL, _LETTER, _FOREIGN = -26.0, -4.0, -9.0, -12.0


def _score(word: str) -> float:
    score = log_frequency(word)
    if score is not None:
        return score
    if len(word) == 1 and word.islower():
        return _LETTER
    if len(word) == 1 or (len(word) > 2 and word.isupper() and word.isascii()):
        return _INITIAL
    return _FOREIGN if word.isascii() else _ODD


_CHUNK = lazy(r"[^ \t\n\r\f\v]+")


def decoded_run(
    text: str, spans: list[tuple[int, int]], decode: Callable[[str], str], lost: bool
) -> list[tuple[int, int, str]]:
    """Decode the chunks of a run, give their capitals back, and the ư where it was lost.

    Args:
        text: the text.
        spans: the chunks of the run, in order.
        decode: the decoder of the chart.
        lost: the text has lost its ư.
    """
    if lost:  # ASCII words of the run may have lost theirs too (th for thư)
        spans = [m.span() for m in _CHUNK.finditer(text, spans[0][0], _ascii_end(text, spans[-1][1]))]
        decoded = choose([readings(decode(text[first:last])) for first, last in spans])
    else:
        decoded = [decode(text[first:last]) for first, last in spans]
    raised = [
        _capitals(text, first, last, chunk) for (first, last), chunk in zip(spans, decoded, strict=True)
    ]
    return [
        (*span, chunk) for span, chunk in zip(spans, _by_company(text, spans, decoded, raised), strict=True)
    ]


_ASCII = lazy(r"(?: +[!-~]+(?!\S))*")


def _ascii_end(text: str, last: int) -> int:
    """Give where the plain words end that follow a run on its line: ``®Çu t.`` ends with one."""
    found = _ASCII.match(text, last)
    return found.end() if found else last


def _by_company(text: str, spans: list[tuple[int, int]], decoded: list[str], raised: list[str]) -> list[str]:
    """Let the language model say where a first letter without a capital in TCVN3 is one, within sentences."""
    number = {span: i for i, span in enumerate(spans)}
    slots: list[list[tuple[str, float]]] = []
    places: list[int | None] = []
    for found in _CHUNK.finditer(
        text, _word_start(text, spans[0][0]), min(len(text), spans[-1][1] + _COMPANY)
    ):
        index = number.get(found.span())
        places.append(index)
        if index is None:  # the same in all encodings
            slots.append([(found[0], 0.0)])
            continue
        chunk, at = decoded[index], _undecided(text, *found.span(), decoded[index])
        forms = [raised[index]] if at is None else [chunk, chunk[:at] + chunk[at].upper() + chunk[at + 1 :]]
        alone = log_frequency(chunk) or 0.0
        slots.append([(form, alone + _KNOWN * (form == raised[index])) for form in forms])
    if all(len(forms) == 1 for forms in slots):
        return raised
    from vnreport.repair.rescoring import reconsider

    start = [slot[0][0] if i is None else raised[i] for i, slot in zip(places, slots, strict=True)]
    chosen = reconsider(slots, start)
    return [form for i, form in zip(places, chosen, strict=True) if i is not None]


def _word_start(text: str, first: int) -> int:
    """Give where words begin, within the line, some way before a run."""
    low = max(0, first - _COMPANY)
    line = text.rfind("\n", low, first) + 1
    space = text.find(" ", low, first) + 1 if low else 0
    return line or (space if space or not low else first)


def _undecided(text: str, first: int, last: int, decoded: str) -> int | None:
    """Give where a word begins whose first letter may be a capital; None where that is settled."""
    plain = [c for c in text[first:last] if c.isascii() and c.isalpha()]
    at = next((i for i, c in enumerate(decoded) if c.isalpha()), 0)
    if decoded[at].isascii() or not decoded[at].islower() or decoded[at] in _WITH_CAPITAL:
        return None
    if not any(c.islower() for c in plain) and (len(plain) > 1 or _among_capitals(text, first, last)):
        return None
    return None if _is_start(text, first, last) else at


def _capitals(text: str, first: int, last: int, decoded: str) -> str:
    """Raise the letters that an upper-case font showed as capitals."""
    if decoded.isascii():
        return decoded
    plain = [c for c in text[first:last] if c.isascii() and c.isalpha()]
    if any(c.islower() for c in plain):
        return _initial(text, first, last, decoded)
    if len(plain) > 1 or _among_capitals(text, first, last):
        return decoded.upper()
    return _initial(text, first, last, decoded)


def _among_capitals(text: str, first: int, last: int) -> bool:
    """Tell whether the nearest words of the line whose case shows on both sides are in capitals."""
    line_start = max(text.rfind("\n", max(0, first - 40), first) + 1, first - 40, 0)
    line_end = text.find("\n", last, last + 40)
    before = reversed(text[line_start:first].split())
    behind = text[last : line_end if line_end >= 0 else last + 40].split()
    sides = [next((case for word in side if (case := _case(word))), None) for side in (before, behind)]
    return "upper" in sides and "lower" not in sides


def _case(word: str) -> str | None:
    """Give the case of a word by its ASCII letters; None where they do not show it."""
    plain = [c for c in word if c.isascii() and c.isalpha()]
    if any(c.islower() for c in plain):
        return "lower"
    return "upper" if len(plain) > 1 and not any(c.isdigit() for c in word) else None


_START = lazy(r"(?:\A|\n|[.!?…][\"”)]?\s)[\s\"“•*+–-]*\Z")
_LABEL = lazy(r"\( ?[^\s():]+ ?:")
_BEFORE = lazy(r"([^\s,.;:()]+) \Z")
_BEHIND = lazy(r" ([^\s,.;:()]+)")


def _initial(text: str, first: int, last: int, decoded: str) -> str:
    """Raise a first letter that has no capital in TCVN3: at the start of a sentence, in names."""
    at = next((i for i, c in enumerate(decoded) if c.isalpha()), 0)
    if decoded[at].isascii() or not decoded[at].islower() or decoded[at] in _WITH_CAPITAL:
        return decoded
    if _is_start(text, first, last) or _is_name(text, first, last, decoded):
        return decoded[:at] + decoded[at].upper() + decoded[at + 1 :]
    return decoded


_WITH_CAPITAL = "đăâêôơư"


def _is_start(text: str, first: int, last: int) -> bool:
    """Tell whether a sentence begins there, or a label in brackets: ``(Ảnh: …)``."""
    window = text[max(0, first - 12) : first]
    return (
        _START.search(window if len(window) == 12 else "\n" + window) is not None
        or _LABEL.search(text, max(0, first - 2), last + 2) is not None
    )


@cache
def _raised() -> frozenset[tuple[str, str, str]]:
    return frozenset((row["word"], row["beside"], row["neighbour"]) for row in table("initial_capitals"))


def _is_name(text: str, first: int, last: int, decoded: str) -> bool:
    """Tell whether a word is written with a capital in such company."""
    found = _WORD.search(decoded)
    word = found[0].lower() if found else ""
    known = _raised()
    if (word, "", "") in known:
        return True
    before = _BEFORE.search(text, max(0, first - 12), first)
    behind = _BEHIND.match(text, last)
    decode = decoder("tcvn3")
    for beside, match in (("before", before), ("behind", behind)):
        if match:
            neighbour = decode(match[1])
            sign = "+" if neighbour[0].isupper() else "-"
            if (word, beside, neighbour.lower()) in known or (word, beside, sign) in known:
                return True
    return False
