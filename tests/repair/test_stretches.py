"""Letters lost in a few words, in a few lines, or throughout: each stretch is read by its own damage."""

from __future__ import annotations

import pytest
from benchmarks.letters import lose

from vnreport import repair

TEXT = (
    "Đoàn kiểm tra liên ngành đã làm việc với các cơ sở chăn nuôi trên địa bàn huyện từ đầu tháng Ba.\n"
    "Kết quả, hầu hết các hộ chấp hành tốt quy định về vệ sinh thú y và bảo vệ môi trường nông thôn.\n"
    "Tuy nhiên, một số cơ sở chưa thực hiện đầy đủ hồ sơ theo dõi sức khỏe của đàn vật nuôi.\n"
    "Ủy ban nhân dân huyện yêu cầu các xã, thị trấn tiếp tục tuyên truyền để người dân biết và thực hiện."
)
KINDS = (
    "additional",
    "extended",
    "ascii",
    "low_byte",
    "marked_additional",
    "marked_extended",
    "marked_fitted",
    "ufffd",
)


def damaged(text: str, stretch: str, kind: str) -> str:
    assert stretch in text
    return text.replace(stretch, lose(kind)(stretch))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_between_whole_words(kind: str) -> None:
    run = "chưa thực hiện đầy đủ hồ sơ theo dõi"
    assert repair(damaged(TEXT, run, kind)).text == TEXT


@pytest.mark.parametrize("kind", [*KINDS, "stripped"])
def test_a_line_between_whole_lines(kind: str) -> None:
    line = TEXT.splitlines()[1]
    assert repair(damaged(TEXT, line, kind)).text == TEXT


@pytest.mark.parametrize("kind", [*KINDS, "stripped"])
def test_short_lines_of_a_text_damaged_throughout(kind: str) -> None:
    short = ("BÁO CÁO KẾT QUẢ", "1. Tổ chức thực hiện", "Lượt truy cập: 1.204", "Nơi nhận: như trên")
    text = "\n".join((*short[:2], TEXT, *short[2:]))
    assert set(short) <= set(repair(lose(kind)(text)).text.splitlines())  # type: ignore[arg-type]


def test_what_is_sure_elsewhere_needs_less_evidence() -> None:
    lone = "Trạm Y tế xã khám sức khỏe cho ngưi cao tuổi tại nhà văn hóa thôn."
    sure = damaged(TEXT, TEXT.splitlines()[1], "additional")
    assert repair(lone).text == lone
    assert repair(f"{sure}\n{lone}").text == f"{TEXT}\n{lone.replace('ngưi', 'người')}"


def test_low_bytes_are_no_letters_of_vps() -> None:
    text = "\n".join(
        f"{n}. Năm {n}, địa phương đạt được kết quả đáng ghi nhận trong văn hóa." for n in range(6)
    )
    assert repair(lose("low_byte")(text)).text == text


@pytest.mark.parametrize(
    "text", ["THÔNG TIN   Giới thiệu   Văn bản   Liên hệ", "Trang chủ  ›  Du lịch  ›  Tin"]
)
def test_nothing_vanished_between_the_columns_of_a_menu(text: str) -> None:
    mended = repair(lose("ascii")(f"{text}\n{TEXT}")).text.splitlines()[0]
    assert len(mended.split()) == len(text.split())


@pytest.mark.parametrize("kind", [*KINDS, "stripped"])
def test_repaired_text_is_left_alone(kind: str) -> None:
    words = TEXT.split(" ")
    for first in range(0, 60, 6):
        broken = [lose(kind)(word) if first <= at < first + 3 else word for at, word in enumerate(words)]  # type: ignore[arg-type]
        once = repair(" ".join(broken)).text
        assert repair(once).text == once
