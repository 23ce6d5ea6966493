"""Damagers: each turns clean Vietnamese text into one kind of broken text, the inverse of a repair."""

from __future__ import annotations

import html.entities
import quopri
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from urllib.parse import quote

from vnreport.lexicon import table


def windows(raw: bytes, lost: str | None = None) -> str:
    """Read bytes as cp1252; its five undefined bytes stay C1 controls, or become ``lost``."""
    return "".join(_cp1252(byte, lost) for byte in raw)


def _cp1252(byte: int, lost: str | None) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte) if lost is None else lost


def latin1(raw: bytes, lost: str | None = None) -> str:
    """Read bytes as Latin-1; C1 controls become ``lost`` if that is given."""
    text = raw.decode("latin-1")
    return text if lost is None else re.sub("[\x80-\x9f]", lost, text)


@cache
def _letters(chart: str) -> dict[int, bytes]:
    rows = table("legacy_charts")
    if chart == "viqr":
        return {ord(row["letter"]): row["viqr"].encode() for row in rows}
    codes = {ord(row["letter"]): bytes.fromhex(row[chart]) for row in rows}
    if chart == "tcvn3":  # VN3 has no capitals with a tone: the upper-case fonts show the small letters so
        for row in rows:
            if codes[ord(row["letter"])][0] < 0xA0 or row["letter"] not in "ĂÂÊÔƠƯĐ":
                codes[ord(row["letter"])] = codes[ord(row["letter"].lower())]
    return codes


def legacy(text: str, chart: str) -> bytes:
    """Encode a text in one of the legacy charts; smart punctuation as cp1252 has it, the rest as ``?``."""
    if chart == "cp1258":
        spread = "".join(_cp1258(c) for c in text)
        return spread.encode("cp1258", "replace")
    codes = _letters(chart)
    plain = chart in ("viscii", "vps", "viqr")  # their charts have no room for smart punctuation
    if plain:
        text = text.translate(
            {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0x2013: "-", 0x2026: "..."}
        )
    other = "ascii" if plain else "cp1252"
    return b"".join(codes[ord(c)] if ord(c) in codes else c.encode(other, "replace") for c in text)


def _cp1258(c: str) -> str:
    try:
        c.encode("cp1258")
    except UnicodeEncodeError:
        spread = unicodedata.normalize("NFD", c)
        tone = [m for m in spread[1:] if m in "\u0300\u0301\u0303\u0309\u0323"]
        rest = unicodedata.normalize("NFC", "".join(m for m in spread if m not in tone))
        return rest + "".join(tone)
    return c


def viqr(text: str, escape: bool = True) -> str:
    """Write a text in VIQR; with ``escape``, a sign that could be taken for a mark gets its backslash."""
    toned = "áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    if escape:
        bare = f"(?<=[AEIOUYaeiouyăâêôơưĂÂÊÔƠƯ{toned}{toned.upper()}])(?=[.?'`~^+*(])|(?<=[Dd])(?=[Dd])"
        text = re.sub(bare, "\\\\", text)
    return legacy(text, "viqr").decode("ascii", "replace")


def mojibake(text: str, codec: str, times: int = 1, lost: str | None = None) -> str:
    """Write a text as UTF-8 and read it in another encoding, once or more."""
    for _ in range(times):
        raw = text.encode("utf-8")
        if codec == "cp1252":
            text = windows(raw, lost)
        elif codec == "latin1":
            text = latin1(raw, lost)
        elif codec == "cp1258":
            text = "".join(_either(byte, codec, lost) for byte in raw)
        else:
            text = raw.decode(codec)
    return text


def _either(byte: int, codec: str, lost: str | None) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte) if lost is None else lost


def entities(text: str, form: str) -> str:
    """Write the non-ASCII characters as HTML entities: ``named``, ``decimal``, ``hex`` or ``double``."""
    if form == "hex":
        return re.sub(r"[^\x00-\x7f]", lambda m: f"&#x{ord(m[0]):x};", text)
    decimal = text.encode("ascii", "xmlcharrefreplace").decode()
    if form == "decimal":
        return decimal
    if form == "double":
        return decimal.replace("&", "&amp;")
    names = html.entities.codepoint2name
    return re.sub(
        r"[^\x00-\x7f]", lambda m: f"&{names[ord(m[0])]};" if ord(m[0]) in names else f"&#{ord(m[0])};", text
    )


_SIMILAR = {
    "a": "а",
    "o": "о",
    "e": "е",
    "c": "с",
    "p": "р",
    "A": "А",
    "B": "В",
    "H": "Н",
    "T": "Т",
    "M": "М",
}


def _look_alikes(text: str) -> str:
    pattern = re.compile(r"(?<=[A-Za-z])[aoecpABHTM]|[aoecpABHTM](?=[A-Za-z])")
    count = iter(range(len(text)))
    return pattern.sub(lambda m: _SIMILAR[m[0]] if next(count) % 5 == 0 else m[0], text)


def _sprinkle(text: str, what: str, every: int = 7) -> str:
    return "".join(c + what if c.isalpha() and i % every == 0 else c for i, c in enumerate(text))


def _full_width(text: str) -> str:
    return re.sub("[0-9]", lambda m: chr(ord(m[0]) + 0xFEE0), text)


def blanks(text: str, gone: Callable[[str], bool], one: bool) -> str:
    """Put a space for each letter that is lost; ``one``: and one for several, as web pages show them."""
    text = "".join(" " if c.isalpha() and gone(c) else c for c in text)
    return re.sub(" {2,}", " ", text) if one else text


def _kinds() -> dict[str, Callable[[str], str]]:
    kinds: dict[str, Callable[[str], str]] = {}
    for codec in ("cp1252", "latin1", "cp1258", "mac_roman"):
        for times in (1, 2):
            kinds[f"utf-8 as {codec} x{times}"] = lambda t, c=codec, n=times: mojibake(t, c, n)  # type: ignore[misc]
    for lost, label in (("", "dropped"), ("\ufffd", "U+FFFD"), ("?", "?")):
        kinds[f"utf-8 as cp1252, C1 {label}"] = lambda t, s=lost: mojibake(t, "cp1252", 1, s)  # type: ignore[misc]
    kinds["utf-8 as cp1252 x2, C1 dropped"] = lambda t: mojibake(t, "cp1252", 2, "")
    for chart in ("tcvn3", "vni", "viscii", "vps", "cp1258"):
        kinds[f"{chart} as cp1252"] = lambda t, c=chart: windows(legacy(t, c))  # type: ignore[misc]
        kinds[f"{chart} as latin1"] = lambda t, c=chart: latin1(legacy(t, c))  # type: ignore[misc]
    kinds["tcvn3, U+00AD lost"] = lambda t: windows(legacy(t, "tcvn3")).replace("\xad", "")
    kinds["cp1258 combining"] = lambda t: legacy(t, "cp1258").decode("cp1258", "replace")
    kinds["viqr"] = viqr
    kinds["viqr, no backslashes"] = lambda t: viqr(t, escape=False)
    kinds["nfd"] = lambda t: unicodedata.normalize("NFD", t)
    for form in ("named", "decimal", "hex", "double"):
        kinds[f"entities, {form}"] = lambda t, f=form: entities(t, f)  # type: ignore[misc]
    kinds["\\u escapes"] = lambda t: re.sub(r"[^\x00-\x7f]", lambda m: f"\\u{ord(m[0]):04x}", t)
    kinds["%u escapes"] = lambda t: re.sub(r"[^\x00-\x7f]", lambda m: f"%u{ord(m[0]):04X}", t)
    kinds["percent"] = lambda t: re.sub(r"[^\x00-\x7f]+", lambda m: quote(m[0]), t)
    kinds["quoted-printable"] = lambda t: quopri.encodestring(t.encode("utf-8")).decode("ascii")
    kinds["Ð for Đ"] = lambda t: t.replace("Đ", "Ð").replace("đ", "ð")
    kinds["look-alikes"] = _look_alikes
    kinds["no-break spaces"] = lambda t: t.replace(" ", "\xa0")
    kinds["zero-width"] = lambda t: _sprinkle(t, "\u200b")
    kinds["soft hyphens"] = lambda t: _sprinkle(t, "\xad", 11)
    kinds["full-width digits"] = _full_width
    return kinds


REVERSIBLE = _kinds()
"""The reversible kinds by name."""
