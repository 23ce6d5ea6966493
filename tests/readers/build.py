"""Small files of each format, made by hand so that a test can say exactly what is in them."""

from __future__ import annotations

import io
import struct
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def zipped(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this inside of ``w:body`` and such further parts (``numbering``, ``styles`` …)."""
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{_TYPE}{name}" Target="{name}.xml"/>' for i, name in enumerate(parts)
    )
    main = f'<Relationship Id="r" Type="{_TYPE}officeDocument" Target="word/document.xml"/>'
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _RELS.format(main),
        "word/_rels/document.xml.rels": _RELS.format(relations),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"<w:{name} {W}>{content}</w:{name}>"
    return zipped(members)


def paragraph(text: str, properties: str = "", font: str = "") -> str:
    run = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def pdf(pages: list[str]) -> bytes:
    """A PDF of such pages: text in ASCII, ``<image>`` for a picture, or operators behind ``<draw>``."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
        b"stream\nx\nendstream",
    ]
    kids = []
    for page in pages:
        drawn = f"BT /F 12 Tf 50 700 Td ({page}) Tj ET"
        if page == "<image>":
            drawn = "q 500 0 0 700 0 0 cm /I Do Q"
        elif page.startswith("<draw>"):
            drawn = page.removeprefix("<draw>")
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream".encode())
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, count = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n" % (count, table)
    return out + b"<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start)


def lying(data: bytes, size: int) -> bytes:
    """A ZIP whose headers state another unpacked size for its only member."""
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    for place in (local + 22, central + 24):
        data = data[:place] + struct.pack("<I", size) + data[place + 4 :]
    return data
