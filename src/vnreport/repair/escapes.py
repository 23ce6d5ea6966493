"""Characters written out in ASCII: HTML entities, escapes with a backslash or ``%``, quoted-printable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html.entities import html5
from itertools import chain

from vnreport.patterns import lazy
from vnreport.repair.look import Look
from vnreport.repair.types import Damage, Replacement
from vnreport.repair.utf8_images import LETTERS

_ENTITY = lazy(r"&(?:amp;){0,4}(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?|[A-Za-z][A-Za-z0-9]{1,31};)")
_CODE_POINTS = (
    re.compile(r"\\u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*"),
    re.compile(r"%u[0-9a-fA-F]{4}(?:%u[0-9a-fA-F]{4})*"),
    re.compile(r"\\x\{[0-9a-fA-F]{4}\}"),
    re.compile(r"\\u\{[0-9a-fA-F]{2,4}\}"),
    re.compile(r"<U\+[0-9a-fA-F]{4}>"),
)
_RTF = lazy(r"\\u([0-9]{3,5})(?: ?\?|\\'3[fF])")
"""A character of RTF by its decimal number, with the sign that older programs show instead."""
_HEX_BYTES = lazy(r"\\x[89a-fA-F][0-9a-fA-F](?:\\x[89a-fA-F][0-9a-fA-F])*")
_PERCENT = lazy(r"%[89A-Fa-f][0-9A-Fa-f](?:%[89A-Fa-f][0-9A-Fa-f])*")
_PERCENT_ASCII = lazy("%[23][0-9A-Fa-f]")
_ADDRESS = lazy(r"//|www\.|[?&][\w.-]{1,50}=|\.(?:vn|com|html?|aspx?|php|pdf|docx?)\b")
_QUOTED = lazy(r"=[89A-Fa-f][0-9A-Fa-f](?:(?:=\r?\n)?=[89A-Fa-f][0-9A-Fa-f])*")
_SOFT_BREAK = lazy(r"=[ \t]*\r?\n")
_QUOTED_ASCII = lazy(r"=(?:3D|20|09|2E|0A|0D)")
_WORTHY = LETTERS | frozenset("“”‘’–—…•«»°§·²³½±×\u00a0\u00ad\ufeff\u200b€™®©ðÐ")
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find the escapes of a text that stand for characters of Vietnamese text.

    Args:
        seen: the text.
        damage: for ``escapes``, escapes in web addresses are decoded too.
    """
    text = seen.text
    found: list[Replacement] = []
    if "&" in text:
        found += _entities(text)
        found += _broken_entities(text)
    forced = damage == "escapes"
    if "\\u" in text or "%u" in text or "\\x" in text or "<U+" in text:
        found += _if_vietnamese(_code_points(text), forced)
    if "%" in text:
        found += _if_vietnamese(_percents(text, forced), forced)
    if "=" in text:
        found += _if_vietnamese(_quoted_printable(text), forced)
    found.sort(key=lambda r: r.start)
    return _disjoint(found)


def _if_vietnamese(found: Iterable[Replacement], forced: bool) -> list[Replacement]:
    """Keep escapes only where one is a letter of Vietnamese alone; program code has the others too."""
    kept = list(found)
    ours = forced or any(c > "\xff" and c in LETTERS for r in kept for c in r.replacement)
    return kept if ours else []


def _disjoint(found: list[Replacement]) -> list[Replacement]:
    result: list[Replacement] = []
    for r in found:
        if not result or r.start >= result[-1].end:
            result.append(r)
    return result


def _is_worthy(text: str) -> bool:
    return bool(text) and all(c in _WORTHY or c in _MARKS for c in text)


def _entities(text: str) -> Iterator[Replacement]:
    for match in _ENTITY.finditer(text):
        body = match[0].removeprefix("&")
        while body.startswith("amp;") and len(body) > 4:
            body = body[4:]
        character = _entity(body)
        if _is_quoted(text, *match.span()):
            continue
        if character in ("<", ">") and text[match.end() : match.end() + 1] not in (" ", "", "=", "\n"):
            continue  # markup that is meant to be seen
        if character is not None and not match[0].endswith(";") and character not in LETTERS:
            continue
        if (
            character is not None and not unicodedata.category(character[0]).startswith("C")
        ) or character in ("\u00ad", "\u200b", "\ufeff"):
            yield Replacement(*match.span(), character, "entity", 0.99)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether an entity is spoken of, or parts the parameters of an address."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before and before in "\"'`" and behind and behind in "\"'`":
        return True
    return bool(before) and _PARAMETER.match(text, end) is not None


_PARAMETER = lazy(r"[A-Za-z_][\w.-]{0,40}=")


# An entity whose # became something else on the way: a line break, or nothing.
_BROKEN_ENTITY = lazy(r"&\s{0,4}([0-9]{3,4});")


def _broken_entities(text: str) -> Iterator[Replacement]:
    for match in _BROKEN_ENTITY.finditer(text):
        if chr(int(match[1])) in LETTERS:
            yield Replacement(*match.span(), chr(int(match[1])), "entity", 0.95)


def _entity(body: str) -> str | None:
    """Give the character of an entity without its ampersand; None if there is none."""
    if not body.startswith("#"):
        return html5.get(body)
    digits = body[1:].rstrip(";")
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if 0x80 <= code < 0xA0:  # HTML reads these as cp1252
        return bytes([code]).decode("cp1252", "ignore") or None
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code < 0xE000:
        return None
    return chr(code)


def _code_points(text: str) -> Iterator[Replacement]:
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _CODE_POINTS):
        decoded = "".join(chr(int(code, 16)) for code in re.findall("[0-9a-fA-F]{2,4}", match[0]))
        if _is_worthy(decoded):
            yield Replacement(*match.span(), decoded, "escape", 0.98)
    for match in _RTF.finditer(text):
        if _is_worthy(decoded := chr(int(match[1]))):
            yield Replacement(*match.span(), decoded, "escape", 0.95)
    for match in _HEX_BYTES.finditer(text):
        raw = bytes.fromhex(match[0].replace("\\x", ""))
        decoded = _utf8(raw) or raw.decode("latin-1")
        if _is_worthy(decoded):
            yield Replacement(*match.span(), decoded, "escape", 0.95)


def _percents(text: str, forced: bool) -> Iterator[Replacement]:
    """Find percent bytes that are Vietnamese, and the percent signs of ASCII in the same words."""
    done = 0
    while hit := _PERCENT.search(text, done):
        start, end = _chunk_around(text, hit.start(), hit.end())
        start = max(start, done)
        done = end
        if not forced and _ADDRESS.search(text, start, end):
            continue
        found = []
        for match in _PERCENT.finditer(text, start, end):
            decoded = _utf8(bytes.fromhex(match[0].replace("%", "")))
            if decoded is not None and _is_worthy(decoded):
                found.append(Replacement(*match.span(), decoded, "percent", 0.97))
        if found:
            found += [
                Replacement(*m.span(), chr(int(m[0][1:], 16)), "percent", 0.95)
                for m in _PERCENT_ASCII.finditer(text, start, end)
            ]
        yield from found


def _chunk_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to the spaces around it, by 300 characters at most."""
    floor, ceiling = max(0, start - 300), min(len(text), end + 300)
    while start > floor and not text[start - 1].isspace():
        start -= 1
    while end < ceiling and not text[end].isspace():
        end += 1
    return start, end


def _utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _quoted_printable(text: str) -> list[Replacement]:
    """Find quoted-printable bytes; where there are any, soft line breaks and quoted ASCII go too."""
    found = []
    for match in _QUOTED.finditer(text):
        decoded = _utf8(bytes.fromhex(_SOFT_BREAK.sub("", match[0]).replace("=", "")))
        if decoded is not None and _is_worthy(decoded):
            found.append(Replacement(*match.span(), decoded, "quoted-printable", 0.98))
    if len(found) < 2:
        return found
    start, end = found[0].start, found[-1].end
    start = text.rfind("\n\n", 0, start) + 1
    stop = text.find("\n\n", end)
    end = stop if stop >= 0 else len(text)
    found += [
        Replacement(*m.span(), "", "quoted-printable", 0.95) for m in _SOFT_BREAK.finditer(text, start, end)
    ]
    found += [
        Replacement(*m.span(), chr(int(m[0][1:], 16)), "quoted-printable", 0.95)
        for m in _QUOTED_ASCII.finditer(text, start, end)
    ]
    return found
