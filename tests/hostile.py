"""Hostile strings for a regular expression: what makes a backtracking engine try, fail and try again.

From the parsed pattern: an example of every unbounded repetition, pumped, behind an example of all that
stands before it, with an end that does not match; and an example of the whole, repeated. What grows by more
than the length on one of these grows so on some input of a user.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as codes
    from re import _parser as parser
else:  # the same modules under their older names
    import sre_constants as codes
    import sre_parse as parser

MISFIT = "\x01"
_CATEGORIES = {
    codes.CATEGORY_DIGIT: "7",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_WORD: " ",
}


def hostile_strings(pattern: re.Pattern[Any], size: int) -> Iterator[str]:
    """Give strings of about ``size`` characters that press the pattern's repetitions."""
    whole, pumps = _walked(pattern)
    for before, body in pumps:
        if body.strip():  # white space has a test of its own
            yield before + body * (size // len(body)) + MISFIT
            if before:
                yield body * (size // len(body)) + before + MISFIT
    if whole:
        yield whole * (size // len(whole)) + MISFIT


def examples(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Give an example of the whole pattern, if it has one that is not empty."""
    whole, _ = _walked(pattern)
    if whole:
        yield whole


def pumped(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Give an example of each thing that the pattern repeats without end, and of what stands before it."""
    yield from ((before, body) for before, body in _walked(pattern)[1] if body)


def _walked(pattern: re.Pattern[Any]) -> tuple[str, list[tuple[str, str]]]:
    return _walk(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))


def _walk(tree: Any, before: str = "") -> tuple[str, list[tuple[str, str]]]:
    """Give an example of the tree, and for each unbounded repetition what stands before it and its body."""
    text, pumps = "", []
    for code, value in tree:
        piece, inner = _example(code, value, before + text)
        text += piece
        pumps += inner
    return text, pumps


def _example(code: Any, value: Any, before: str) -> tuple[str, list[tuple[str, str]]]:
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) or code == getattr(codes, "POSSESSIVE_REPEAT", None):
        least, most, body = value
        text, pumps = _walk(body, before)
        if most == codes.MAXREPEAT or most > 20:
            pumps = [*pumps, (before, text)]
        return text * max(1, least), pumps
    if code == codes.SUBPATTERN:
        return _walk(value[-1], before)
    if code == getattr(codes, "ATOMIC_GROUP", None):
        return _walk(value, before)
    if code == codes.BRANCH:
        walked = [_walk(branch, before) for branch in value[1]]
        longest = max((text for text, _ in walked), key=len, default="")
        return longest, [pump for _, pumps in walked[:8] for pump in pumps]
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        # A look to the side consumes nothing, but what it repeats is walked at each step.
        return "", _walk(value[1], before)[1]
    return _single(code, value), []


def _single(code: Any, value: Any) -> str:
    if code == codes.LITERAL:
        return chr(value)
    if code in (codes.NOT_LITERAL, codes.ANY):
        return "b" if value == ord("a") else "a"
    if code == codes.IN:
        return _member(value)
    return ""


def _member(items: Any) -> str:
    negated = items[0][0] == codes.NEGATE
    if negated:
        refused = re.compile("[" + "".join(_source(item) for item in items[1:]) + "]")
        return next((c for c in "a 7,;.-\nÂđ" if not refused.match(c)), MISFIT)
    code, value = items[0]
    if code == codes.RANGE:
        return chr(value[0])
    return _CATEGORIES.get(value, "a") if code == codes.CATEGORY else chr(value)


def _source(item: Any) -> str:
    code, value = item
    if code == codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if code == codes.CATEGORY:
        example = _CATEGORIES[value]
        return {"7": r"\d", " ": r"\s"}.get(example, r"\w")
    return re.escape(chr(value))
