"""Which format some bytes are in. The content decides; the suffix is asked only between text and HTML."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal["text", "html", "docx", "doc", "rtf", "pdf", "zip", "mht", "picture"]

SUFFIXES = frozenset({
    ".txt", ".text", ".htm", ".html", ".xhtml", ".shtml", ".docx", ".docm", ".doc", ".rtf", ".pdf",
    ".zip", ".mht", ".mhtml", ".eml",
})  # fmt: skip
"""Names of files that a folder is searched for."""

PICTURES = frozenset({
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp",
})  # fmt: skip
"""Those that are searched for too where pictures are read (OCR)."""

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
)
_HEAD = 4096
_PDF = re.compile(rb"(?:\A|[\r\n])%PDF-\d")
_MAIL = re.compile(
    rb"\A(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,20}){0,40}?"
    rb"(?:MIME-Version:|Content-Type:[ \t]*(?:multipart|text)/)",
    re.IGNORECASE,
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--|<!doctype html|<html|<head|<body|<meta|<table|<div|<p[ >])", re.I
)
_HTML_SUFFIX = re.compile(r"\.(?:s|x)?html?\Z", re.IGNORECASE)


def sniff(data: bytes, name: str = "") -> Format:
    """Tell the format of some bytes.

    Args:
        data: all of the file, or its first few thousand bytes.
        name: the name of the file; ``.html`` makes HTML of what could be text too.
    """
    head = data[:_HEAD]
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    # Some writers put a mark, blank lines or rubbish before the PDF or RTF.
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if _PDF.search(head[:1024]):
        return "pdf"
    if bare.startswith(b"{\\rtf"):
        return "rtf"
    if _MAIL.match(bare):
        return "mht"
    narrow = bare.replace(b"\x00", b"").lstrip(b"\xff\xfe")  # UTF-16 too
    if _HTML.match(narrow) or (_HTML_SUFFIX.search(name) and b"<" in narrow):
        return "html"
    return "text"
