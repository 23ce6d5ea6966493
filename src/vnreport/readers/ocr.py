"""Text recognition by Tesseract with its Vietnamese data, where both are installed."""

from __future__ import annotations

import io
from typing import Any

from vnreport.readers.builder import Builder, SourceText
from vnreport.readers.errors import MissingExtraError, UnreadableError, require
from vnreport.readers.limits import Limits

_MEND = "install Tesseract with its Vietnamese data (on Debian: apt-get install tesseract-ocr-vie)"
_MAX_PIXELS = 40_000_000


def recognise(picture: Any) -> str:
    """Read the text in a picture of PIL.

    Raises:
        MissingExtraError: if Tesseract, its Vietnamese data or pytesseract is not installed.
    """
    tesseract: Any = require("pytesseract", "ocr", "a scan")
    try:
        text: str = tesseract.image_to_string(picture, lang="vie")
    except tesseract.TesseractNotFoundError as error:
        raise MissingExtraError(f"is a scan; to read it, {_MEND}") from error
    except tesseract.TesseractError as error:
        if "vie" in str(error):
            raise MissingExtraError(f"is a scan; to read it, {_MEND}") from error
        raise UnreadableError(f"could not be recognised ({error})") from error
    return text.replace("\x0c", "")


def read_picture(data: bytes, limits: Limits, ocr: bool = False) -> SourceText:
    """Read a picture of a page.

    Raises:
        UnreadableError: if ``ocr`` is False, or the picture is damaged, too large or shows no text.
    """
    if not ocr:
        raise UnreadableError("is a picture; --ocr reads it (with Tesseract installed)")
    image: Any = require("PIL.Image", "ocr", "a picture")
    builder = Builder(limits)
    try:
        with image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > _MAX_PIXELS:
                raise UnreadableError(f"is a picture of more than {_MAX_PIXELS:,} points; make it smaller")
            for number in range(getattr(picture, "n_frames", 1)):
                limits.check("pages", number + 1, "has more pages than are let in")
                picture.seek(number)
                builder.page(recognise(picture.convert("L")), number + 1)
    except (OSError, SyntaxError, image.DecompressionBombError) as error:
        raise UnreadableError("is a damaged picture; fetch it again") from error
    builder.notes.append("was read by text recognition")
    return builder.finish("picture")
