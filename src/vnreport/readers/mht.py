"""Saved web pages (.mht) and mails (.eml): the page inside, or the plain text where there is none."""

from __future__ import annotations

import email
import email.message
import email.policy

from vnreport.readers.builder import Builder, SourceText
from vnreport.readers.errors import UnreadableError
from vnreport.readers.html import decode_page, walk_page
from vnreport.readers.limits import Limits
from vnreport.readers.text import decode

_MAX_PARTS = 2000


def read_mht(data: bytes, limits: Limits) -> SourceText:
    """Read a saved page or mail; pictures, styles and attachments in it are passed over.

    Raises:
        UnreadableError: if it is damaged or holds no text.
    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    builder = Builder(limits)
    parts = _parts(message)
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    # The page comes first, the frames and advertisements in it later: all of them may hold text.
    for part in pages:
        walk_page(decode_page(_bytes(part), part.get_content_charset()), builder)
    if builder.is_empty:
        for part in parts:
            if part.get_content_type() == "text/plain" and _bytes(part).strip():
                _add_plain(_bytes(part), part.get_content_charset(), builder)
    return builder.finish("mht")


def _parts(message: email.message.Message) -> list[email.message.Message]:
    """Give the parts that are no containers, in order, without recursion."""
    found: list[email.message.Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if len(found) + len(waiting) > _MAX_PARTS:
            raise UnreadableError("is a mail of more parts than any report")
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting += [p for p in reversed(inner) if isinstance(p, email.message.Message)]
        else:
            found.append(part)
    return found


def _bytes(part: email.message.Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _add_plain(data: bytes, charset: str | None, builder: Builder) -> None:
    try:
        text = data.decode(charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = decode(data)
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        builder.paragraph(paragraph)
