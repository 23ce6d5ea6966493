"""Where the words of an indicator end: conjunctions, asides, verbs of listing, names behind a count."""

import pytest

import vnreport


def told(text: str) -> list[str]:
    """Give indicator, value and change of each measurement."""
    out = []
    for fact in vnreport.extract(text, repair=False).measurements:
        change = fact.change
        way = f" {change.direction} {change.value} {change.unit}" if change else ""
        out.append(f"{fact.indicator}|{'-' if fact.value is None else fact.value}{way}")
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a share that something is to change by, behind its name
        ("Phấn đấu giảm tai nạn giao thông từ 5-10%.", ["tai nạn giao thông|- down 5 %"]),
        ("Kéo giảm tội phạm xâm hại trẻ em 7%.", ["tội phạm xâm hại trẻ em|- down 7 %"]),
        ("Mục tiêu là tăng diện tích trồng cây ăn quả 8%.", ["diện tích trồng cây ăn quả|- up 8 %"]),
        ("Năm 2020, huyện đã giảm giá bán lẻ nước sạch 10%.", ["giá bán lẻ nước sạch|- down 10 %"]),
        # growth is a change where a noun before it grows
        ("Dư nợ cho vay tăng trưởng 12,5% so với đầu năm.", ["Dư nợ cho vay|- up 12.5 %"]),
        ("Tốc độ tăng trưởng kinh tế đạt 8,1%.", ["Tốc độ tăng trưởng kinh tế|8.1"]),
        ("Chỉ số sản xuất công nghiệp tăng cao ở mức 9,1%.", ["Chỉ số sản xuất công nghiệp|- up 9.1 %"]),
        ("Số hồ sơ đăng ký cao gấp 3 lần năm trước.", ["Số hồ sơ đăng ký|- up 3 lần"]),
        # where another phrase opens
        ("Doanh thu tăng nhanh nhưng thu ngân sách chỉ đạt 85% dự toán.", ["thu ngân sách|85"]),
        ("Chi phí vẫn cao khi chi phí tài chính là 3,3 tỷ đồng.", ["chi phí tài chính|3300000000"]),
        ("Hồ sơ quá hạn nhưng chưa trả 61 hồ sơ.", ["Hồ sơ quá hạn nhưng chưa trả|61"]),
        ("Đường song song với đường sắt dài 5 km.", ["Đường song song với đường sắt dài|5"]),
        # where a phrase ends
        ("Công an huyện phát hiện 8 đối tượng có liên quan gồm: Nam, Bắc.", ["đối tượng có liên quan|8"]),
        ("Học phí giữ nguyên ở mức 500.000 đồng/tháng.", ["Học phí|500000"]),
        ("Giá xăng niêm yết ở mức 22.500 đồng/lít.", ["Giá xăng|22500"]),
        ("Huyện giảm chi ngân sách mỗi năm hơn 20 tỷ đồng.", ["giảm chi ngân sách|20000000000"]),
        ("Bình quân ngày có 2,5 người chết.", ["người chết|2.5"]),
        ("Tổ chức vi phạm có thể bị xử phạt 5 triệu đồng.", ["xử phạt|5000000"]),
        ("Diện tích khu đất là trên 10 ha.", ["Diện tích khu đất|10"]),
        # an aside names nothing
        (
            "Công an thu giữ số tiền 56 triệu đồng trên chiếu bạc và 37 triệu đồng trên người.",
            ["thu giữ số tiền|56000000", "thu giữ số tiền|37000000"],
        ),
        # the noun of an amount opens its own indicator behind a count
        (
            "Đội phát hiện 47 vụ hàng giả, giá trị hàng vi phạm lên đến 18 tỷ đồng.",
            ["vụ hàng giả|47", "giá trị hàng vi phạm|18000000000"],
        ),
        # names behind a count, numbers of houses
        ("Cơ quan điều tra khởi tố 2 bị can Lê Xuân Hòa và Trần Minh.", ["bị can|2"]),
        ("Đối tượng trú tại số 12, 19 và 24 đường Lê Lợi.", []),
        ("Đối tượng trú 10/27 đường Trần Phú, phường 5.", []),
    ],
)
def test_where_the_words_of_an_indicator_end(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuy nhiên, so với cùng kỳ, số vụ tai nạn tăng 3 vụ.", ["cùng kỳ"]),
        ("Đã thụ lý 120 vụ án; so với năm trước, số vụ án giảm 6 vụ.", [None, "năm trước"]),
        # a share of a plan is nothing that a change starts from
        ("Thu ngân sách đạt 69% so với kế hoạch, tăng 12%.", [None]),
    ],
)
def test_baselines_before_the_subject(text: str, expected: list[str | None]) -> None:
    facts = vnreport.extract(text, repair=False).measurements
    assert [fact.change.baseline if fact.change else None for fact in facts] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số giường bệnh bình quân 1 vạn dân là 35 giường.", ["35"]),
        ("Năm 2020, án hình sự giảm 5,83% (3.389/3.599 vụ).", ["- down 5.83 %"]),
    ],
)
def test_bases_and_pairs_in_brackets_are_no_facts(text: str, expected: list[str]) -> None:
    assert [line.split("|")[1] for line in told(text)] == expected


def test_closed_brackets_keep_their_status() -> None:
    facts = vnreport.extract(
        "Tỷ lệ hủy án đạt 0,8% (chỉ tiêu không quá 5%); giải quyết tin báo đạt 99%."
    ).measurements
    assert [fact.status for fact in facts] == ["result", "target", "result"]
