"""One report in every format: the same text, the same facts, and the way back to paragraph and cell."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path

import pytest

import vnreport
from vnreport.files import extract_document
from vnreport.readers import Limits, MissingExtraError, UnreadableError, read, read_bytes

FILES = Path(__file__).parent / "files"
NEEDS = {"doc": "olefile", "pdf": "pypdfium2"}
FORMATS = ["docx", "doc", "rtf", "html", "pdf"]


def path_of(name: str) -> Path:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    return FILES / f"report.{name}"


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_is_read(name: str) -> None:
    report = vnreport.extract_file(path_of(name))
    document = report.document
    assert (document.number, document.publisher, str(document.published)) == (
        "164/BC-SYT",
        "Sở Y tế",
        "2018-06-28",
    )
    assert report.source is not None
    assert report.source.format == name
    values = {(fact.indicator, str(fact.value)) for fact in report.measurements}
    assert {("ca sốt xuất huyết", "214"), ("cán bộ", "45"), ("số tiền", "45000000")} <= values


@pytest.mark.parametrize("name", FORMATS)
def test_legacy_fonts_are_read(name: str) -> None:
    text = vnreport.extract_file(path_of(name)).text
    assert "Tổ chức 02 lớp tập huấn cho 45 cán bộ, tước giấy phép." in text
    assert "Xử phạt 12 tổ chức với số tiền 45 triệu đồng." in text
    assert "Đây là văn bản Unicode trong phông cũ." in text
    assert "kết quả thực hiện nhiệm vụ" in text.lower()


@pytest.mark.parametrize("name", ["docx", "rtf", "html"])
def test_fonts_that_show_capitals_give_capitals(name: str) -> None:
    document = read(path_of(name))
    assert "KẾT QUẢ THỰC HIỆN NHIỆM VỤ" in document.text
    assert document.source is not None
    assert any("TCVN3" in note for note in document.source.notes)


@pytest.mark.parametrize("name", ["docx", "doc", "rtf", "html"])
def test_rows_are_lines_with_their_cells(name: str) -> None:
    document = read(path_of(name))
    lines = document.text.splitlines()
    assert "2 | Tiền phạt | triệu đồng | 236,5" in lines
    assert "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH" in lines  # the head is a table for its layout only
    start = document.text.index("236,5\n")
    assert document.source is not None
    [part] = document.source.locate(start, start + 5)
    assert (part.table, part.row, part.column) == (2, 3, 4)
    assert document.text[part.start : part.end] == "236,5"


@pytest.mark.parametrize("name", ["docx", "rtf", "html", "pdf"])
def test_numbers_of_lists_are_kept(name: str) -> None:
    lines = read(path_of(name)).text.splitlines()
    assert "1. Triển khai Nghị định số 15/2020/NĐ-CP" in lines
    assert "2. Cấp 21 giấy phép" in lines


@pytest.mark.parametrize("name", FORMATS)
def test_every_mention_and_fact_leads_back(name: str) -> None:
    document = read(path_of(name))
    report = vnreport.extract_file(path_of(name))
    assert document.source is not None
    parts = document.source.parts
    assert all(a.end <= b.start for a, b in itertools.pairwise(parts))
    for item in [*report.mentions, *report.facts]:
        found = report.locate(item)
        assert found
        assert all(part.page or part.paragraph for part in found)
    if name == "pdf":
        assert report.locate(report.money[-1])[0].page == 2


@pytest.mark.parametrize("name", FORMATS)
def test_the_name_does_not_matter(name: str) -> None:
    data = path_of(name).read_bytes()
    assert read_bytes(data, "report.txt").text == read(path_of(name)).text


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_off_file_is_refused_or_read_in_part(name: str, share: float) -> None:
    data = path_of(name).read_bytes()
    with contextlib.suppress(UnreadableError):
        assert read_bytes(data[: int(len(data) * share)]).text


@pytest.mark.parametrize(("name", "module"), [("doc", "olefile"), ("pdf", "pypdfium2")])
def test_a_missing_library_is_told(name: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(MissingExtraError, match=rf'pip install "vnreport\[{name}\]"'):
        read(FILES / f"report.{name}")


def test_sizes_are_limited() -> None:
    with pytest.raises(UnreadableError, match="file_size"):
        read(FILES / "report.html", Limits(file_size=1000))
    for name in ("report.html", "report.docx", "report.rtf"):
        with pytest.raises(UnreadableError, match="characters"):
            read(FILES / name, Limits(characters=1000))


def test_plain_text_has_no_map_and_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Tổ chức 02 lớp tập huấn.", encoding="utf-8")
    report = vnreport.extract_file(path)
    assert report.source is None
    assert report.locate(report.mentions[0]) == []
    assert report.file == str(path)


def test_facts_behind_repairs_are_located() -> None:
    page = "<p>Ðầu tiên, Ðà Nẵng.</p><p>Tổ chức 02 lớp tập huấn.</p>"
    report = extract_document(read_bytes(page.encode(), "a.html"), "a.html")
    assert report.repairs
    [part] = report.locate(report.facts[-1])
    assert part.paragraph == 2


def test_the_json_leaves_out_what_does_not_apply() -> None:
    report = vnreport.extract_file(FILES / "report.html")
    assert report.source is not None
    assert report.model_dump(mode="json")["source"]["parts"][0].keys() == {
        "start",
        "end",
        "paragraph",
        "table",
        "row",
        "column",
    }
    assert vnreport.Report.model_validate_json(report.model_dump_json()) == report
