"""Reports as columns of a Hugging Face dataset."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import vnreport
from vnreport.integrations.datasets import COLUMNS, extract, features

TEXTS = [
    "Trong tháng 7 năm 2017, Sở đã thực hiện Quyết định số 846/QĐ-TTg ngày 09/6/2017 của Thủ tướng "
    "Chính phủ; tổng số tiền xử phạt hành chính: 26 triệu đồng, tăng 15,2% so với cùng kỳ.",
    "",
    "Ủy ban thành phố Ðà Nẵng: ông Nguyễn Văn An, Chủ tịch UBND thành phố.",
]


def test_the_function_needs_no_library() -> None:
    columns = extract({"text": [*TEXTS, None]})
    assert tuple(columns) == COLUMNS
    assert {len(values) for values in columns.values()} == {4}
    report = vnreport.extract(TEXTS[0])
    measured = columns["measurements"][0][0]
    assert (measured["value"], measured["unit"]) == (26_000_000.0, "VND")
    assert measured["period"] == {"start": dt.date(2017, 7, 1), "end": dt.date(2017, 7, 31)}
    assert [m["text"] for m in columns["mentions"][0]] == [m.text for m in report.mentions]
    assert len({tuple(m) for row in columns["mentions"] for m in row}) == 1
    assert columns["repaired"][2].startswith("Ủy ban thành phố Đà Nẵng")
    assert columns["repairs"][2][0]["original"] == "Ð"


def test_wrong_columns_are_told() -> None:
    with pytest.raises(KeyError, match="no column 'body'"):
        extract({"text": TEXTS}, column="body")
    with pytest.raises(ValueError, match="prefix"):
        extract({"text": TEXTS, "document": TEXTS})
    assert "vn_document" in extract({"text": TEXTS, "document": TEXTS}, prefix="vn_")


@pytest.fixture
def datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    library = pytest.importorskip("datasets")
    monkeypatch.setattr(library.config, "HF_DATASETS_CACHE", tmp_path)
    return library


@pytest.mark.parametrize("num_proc", [None, 2])
def test_map_with_types(datasets: Any, num_proc: int | None) -> None:
    raw = datasets.Dataset.from_dict({"text": TEXTS, "id": [1, 2, 3]})
    wanted = features(raw.features)
    done = raw.map(extract, batched=True, batch_size=1, num_proc=num_proc, features=wanted)
    assert done.features == wanted
    assert list(done.column_names) == ["text", "id", *COLUMNS]
    expected = extract({"text": TEXTS})
    for name in COLUMNS:
        assert list(done[name]) == expected[name], name


def test_map_without_types(datasets: Any) -> None:
    raw = datasets.Dataset.from_dict({"text": TEXTS * 4})
    done = raw.map(extract, batched=True, num_proc=2, remove_columns=["text"])
    assert done.num_rows == 12
    assert done[0]["measurements"][0]["value"] == 26_000_000.0


def test_the_types_survive_a_file(datasets: Any, tmp_path: Path) -> None:
    raw = datasets.Dataset.from_dict({"body": TEXTS[1:2], "document": ["x"]})
    wanted = features(raw.features, prefix="vn_")
    done = raw.map(extract, batched=True, features=wanted, fn_kwargs={"column": "body", "prefix": "vn_"})
    done.to_parquet(tmp_path / "out.parquet")
    again = datasets.Dataset.from_parquet(str(tmp_path / "out.parquet"), cache_dir=str(tmp_path))
    assert again.features == done.features == wanted
