"""Citations and roles: what the report does with an instrument, who holds which office."""

from __future__ import annotations

import pytest

import vnreport

RELATIONS = [
    ("Căn cứ Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 của Chính phủ;", "based_on"),
    ("Triển khai thực hiện Quyết định số 846/QĐ-TTg ngày 09/6/2017.", "implements"),
    ("Mức thu theo Thông tư số 02/2019/TT-BYT.", "issued_under"),
    ("Triển khai Đề án 06 được phê duyệt theo Quyết định số 06/QĐ-TTg.", "issued_under"),
    ("UBND tỉnh đã ban hành Quyết định số 17/2019/QĐ-UBND ngày 30/8/2019.", "issues"),
    ("Tham mưu UBND tỉnh ban hành Quy chế quản lý (Quyết định số 12/2019/QĐ-UBND ngày 06/8/2019).", "drafts"),
    ("Tham mưu UBND thành phố thực hiện Nghị định số 09/2017/NĐ-CP.", "implements"),
    ("Quyết định này thay thế Quyết định số 12/2015/QĐ-UBND.", "repeals"),
    ("Thông tư hướng dẫn Nghị định số 100/2019/NĐ-CP.", "guides"),
    ("Danh mục kèm theo Quyết định số 846/QĐ-TTg.", "issued_under"),
    ("Nội dung nêu ở Công văn số 123/UBND-VX.", "cites"),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_relations(text: str, relation: str) -> None:
    assert [c.relation for c in vnreport.extract(text).citations if c.code is not None] == [relation]


def test_coordinated_instruments_share_the_relation() -> None:
    report = vnreport.extract("Thực hiện Nghị định số 10/2015/NĐ-CP và Nghị định số 12/2016/NĐ-CP.")
    assert [(c.code, c.relation) for c in report.citations] == [
        ("10/2015/NĐ-CP", "implements"),
        ("12/2016/NĐ-CP", "implements"),
    ]


def test_a_role_ties_person_title_and_organisation() -> None:
    [role] = vnreport.extract("Đồng chí Nguyễn Văn An, Giám đốc Sở Y tế, chủ trì hội nghị.").roles
    assert (role.person, role.title, role.organization) == ("Nguyễn Văn An", "Giám đốc", "Sở Y tế")


FURTHER = [
    ("Việc chi trả thực hiện theo Điều 5 Nghị định số 20/2015/NĐ-CP.", ["issued_under"]),
    ("Đoàn xử phạt 02 cơ sở, căn cứ Điều 9 Nghị định số 20/2015/NĐ-CP.", ["based_on"]),
    ("Quy chế làm việc (ban hành kèm theo Quyết định số 7/2019/QĐ-UBND).", ["issued_under"]),
    ("Theo đề nghị của Sở tại Tờ trình số 12/TTr-STC.", ["cites"]),
    (
        "Thực hiện Chỉ thị số 3/CT-TTg (bổ sung), Công văn số 8/BYT-DP, Kế hoạch số 9/KH-UBND.",
        ["implements", "implements", "implements"],
    ),
]


@pytest.mark.parametrize(("text", "relations"), FURTHER)
def test_grounds_objects_and_brackets(text: str, relations: list[str]) -> None:
    assert [c.relation for c in vnreport.extract(text).citations] == relations


def test_a_heading_tells_the_relation_of_list_items_only() -> None:
    text = "I. QUẢN LÝ XÂY DỰNG\nPhòng áp dụng Điều 13 Nghị định số 23/2009/NĐ-CP khi kiểm tra công trình."
    assert [c.relation for c in vnreport.extract(text).citations] == ["cites"]
