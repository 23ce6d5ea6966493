"""Word files: what Word shows is read, what it hides is not, and nothing in them can hurt."""

from __future__ import annotations

import pytest

from tests.readers.build import W, docx, paragraph, zipped
from vnreport.readers import UnreadableError, read_bytes


def lines(body: str, **parts: str) -> list[str]:
    return read_bytes(docx(body, **parts)).text.splitlines()


def cell(*texts: str) -> str:
    return "<w:tc>" + "".join(map(paragraph, texts)) + "</w:tc>"


def test_paragraphs_tabs_and_breaks() -> None:
    body = "<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>Hai</w:t><w:noBreakHyphen/></w:r></w:p>"
    assert lines(body + paragraph("Ba")) == ["Số:\t12", "Hai-", "Ba"]


def test_deleted_moved_and_hidden_text_is_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>Có</w:t></w:r><w:del><w:r><w:delText>xóa</w:delText><w:t>xóa</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t> thêm</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert lines(body) == ["Có thêm"]


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent>" + paragraph("Trong khung") + "</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    twins = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent {mc}>{twins}</mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>Ngoài</w:t></w:r><w:r>{both}</w:r></w:p>"
    assert lines(body) == ["Trong khung", "Ngoài"]


def test_tables_nest() -> None:
    inner = "<w:tbl><w:tr>" + cell("1") + cell("2") + "</w:tr></w:tbl>"
    row = "<w:tr>" + cell("Trái") + "<w:tc>" + inner + paragraph("Dưới") + "</w:tc></w:tr>"
    assert lines(f"<w:tbl>{row}</w:tbl>" + paragraph("Hết")) == ["Trái", "1 | 2", "Dưới", "Hết"]


def test_numbers_stay_below_their_heads() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Năm 2018") + "</w:tc>"
    rows = [
        cell("Xã") + wide,
        cell("") + cell("Vụ") + cell("Người"),
        cell("Tân Dân") + cell("5") + cell("7"),
        cell("An Thắng") + cell("") + cell("2"),
    ]
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    expected = ["Xã | Năm 2018 | |", "| | Vụ | Người", "Tân Dân | 5 | 7", "An Thắng | | 2"]
    assert lines(table) == expected


def test_footnotes_come_last() -> None:
    note = f'<w:footnote w:id="2">{paragraph("Chú thích")}</w:footnote>'
    assert lines(paragraph("Thân"), footnotes=note) == ["Thân", "Chú thích"]


NUMBERING = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
"""


def item(text: str, level: int, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_are_numbered_as_word_shows_them() -> None:
    body = (
        item("A", 0) + item("B", 1) + item("C", 1) + item("D", 2) + item("E", 3) + item("F", 0) + item("G", 1)
    )
    assert lines(body, numbering=NUMBERING) == ["I. A", "I.1 B", "I.2 C", "c) D", "- E", "II. F", "II.1 G"]


def test_a_list_may_restart() -> None:
    body = item("A", 0) + item("B", 0, 2) + item("C", 0, 2)
    assert lines(body, numbering=NUMBERING) == ["I. A", "IX. B", "X. C"]


def test_styles_bring_lists_and_fonts() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
    )
    body = paragraph("giÊy phÐp", '<w:pStyle w:val="H"/>')
    assert lines(body, styles=styles, numbering=NUMBERING) == ["I. giấy phép"]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("tæ chøc 02 líp", ".VnTime", "tổ chức 02 lớp"),
        ("tæ chøc 02 líp", ".VnTimeH", "TỔ CHỨC 02 LỚP"),
        ("ñöôïc caáp", "VNI-Times", "được cấp"),
        ("giữ nguyên ạ", ".VnTime", "giữ nguyên ạ"),
        ("là bà và cá", ".VnTime", "là bà và cá"),
        ("26/6/2018", ".VnTime", "26/6/2018"),
        ("©2018", "Times New Roman", "©2018"),
    ],
)
def test_fonts_tell_the_encoding(text: str, font: str, expected: str) -> None:
    assert lines(paragraph(text, font=font)) == [expected]


def test_a_letter_may_be_split_between_runs() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>{}</w:t></w:r>'
    assert lines(f"<w:p>{run.format('toa')}{run.format('ù')}{run.format('n caù')}</w:p>") == ["toán cá"]


def test_the_lost_letter_of_tcvn3_may_be_a_soft_hyphen() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>t</w:t><w:softHyphen/><w:t>íc</w:t></w:r>'
    assert lines(f"<w:p>{run}</w:p>") == ["tước"]


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = zipped({"[Content_Types].xml": "", "word/document.xml": f"{bomb}<w:document {W}>&b;</w:document>"})
    with pytest.raises(UnreadableError, match="entities"):
        read_bytes(data)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(UnreadableError, match="nested"):
        read_bytes(docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000))


def test_macros_are_noted_and_not_run() -> None:
    data = zipped(
        {
            "[Content_Types].xml": "",
            "word/vbaProject.bin": b"x",
            "word/document.xml": f"<w:document {W}>{paragraph('Có')}</w:document>",
        }
    )
    source = read_bytes(data).source
    assert source is not None
    assert source.notes == ["has macros, which were not run"]


@pytest.mark.parametrize("inside", ["", "<w:document", "<a/>", "\x00\x01"])
def test_broken_insides_are_told(inside: str) -> None:
    with pytest.raises(UnreadableError):
        read_bytes(zipped({"[Content_Types].xml": "", "word/document.xml": inside}))


@pytest.mark.parametrize(
    ("name", "what"),
    [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("content.xml", "OpenDoc")],
)
def test_other_office_files_are_told(name: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=what):
        read_bytes(zipped({"[Content_Types].xml": "", name: "x"}))
