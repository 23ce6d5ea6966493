"""Reports on a Ray cluster; the tests that start one run where Ray is installed."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import vnreport
from vnreport.integrations.columns import COLUMNS, row, schema

pa = pytest.importorskip("pyarrow")

from vnreport.integrations.ray import ERROR, Extractor, explode  # noqa: E402

TEXTS = [
    "Trong tháng 7 năm 2017, Sở đã thực hiện Quyết định số 846/QĐ-TTg ngày 09/6/2017 của Thủ tướng "
    "Chính phủ; tổng số tiền xử phạt hành chính: 26 triệu đồng, tăng 15,2% so với cùng kỳ.",
    "",
    None,
    "Ủy ban thành phố Ðà Nẵng: ông Nguyễn Văn An, Chủ tịch UBND thành phố, tổ chức 02 lớp tập huấn.",
]


def pages(texts: list[str | None]) -> Any:
    return pa.table(
        {
            "url": pa.array([f"page-{i}" for i in range(len(texts))], pa.string()),
            "text": pa.array(texts, pa.string()),
        }
    )


def test_a_batch_becomes_typed_columns() -> None:
    batch = pages(TEXTS)
    done = Extractor()(batch)
    assert done.column_names == ["url", "text", *COLUMNS, ERROR]
    assert done.select(COLUMNS).schema == schema()
    assert done.select(COLUMNS).to_pylist() == [row(vnreport.extract(text or "")) for text in TEXTS]
    assert done[ERROR].to_pylist() == [None] * 4
    [fine, *_] = done["measurements"].to_pylist()[0]
    assert fine["period"] == {"start": dt.date(2017, 7, 1), "end": dt.date(2017, 7, 31)}


def test_the_types_do_not_depend_on_the_batch() -> None:
    read = Extractor(prefix="vn_")
    assert read(pages(TEXTS)).schema == read(pages([])).schema == read(pages([None])).schema
    assert read(pages([])).column_names[2:] == [*(f"vn_{name}" for name in COLUMNS), "vn_error"]


def test_a_bad_page_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, **_: Any) -> vnreport.Report:
        if text == "bad":
            raise RecursionError("too deep")
        return vnreport.Report(text=text)

    monkeypatch.setattr("vnreport.pipeline.extract", fail)
    done = Extractor(characters=4)(pages(["good", "bad", "long one", ""]))
    assert done["repaired"].to_pylist() == ["good", None, None, ""]
    assert done[ERROR].to_pylist() == [
        None,
        "RecursionError: too deep",
        "has 8 characters; the limit is 4",
        None,
    ]


def test_what_is_no_text_is_told() -> None:
    done = Extractor()(pa.table({"text": pa.array([b"abc"])}))
    assert "takes a str, not bytes" in done[ERROR][0].as_py()


def test_wrong_columns_are_told() -> None:
    with pytest.raises(KeyError, match="no column 'body'"):
        Extractor(column="body")(pages(TEXTS))
    with pytest.raises(ValueError, match=r"\['error'\].*prefix"):
        Extractor()(pages(TEXTS).append_column("error", pa.nulls(4)))


def test_facts_and_mentions_as_rows() -> None:
    done = Extractor()(pages(TEXTS))
    # A slice and a page without lists must not shift the rows.
    done = pa.concat_tables([done.slice(1), done.slice(0, 1), Extractor(characters=0)(pages(["x"]))])
    for column in ("measurements", "mentions", "roles", "citations", "repairs"):
        table = explode(done, column, keep=["url"])
        expected = [{"url": page["url"], **item} for page in done.to_pylist() for item in page[column] or ()]
        assert table.to_pylist() == expected
        assert expected
    assert explode(done.slice(0, 0)).num_rows == 0
    with pytest.raises(ValueError, match=r"fields \['id'\]"):
        explode(done.append_column("id", pa.nulls(len(done))), keep=["id"])


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    library = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    # Workers find this checkout even where it is not installed.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    source = str(Path(vnreport.__file__).parents[1])
    library.init(
        num_cpus=3,  # two for the workers, one for reading and writing
        include_dashboard=False,
        log_to_driver=False,
        object_store_memory=100 << 20,
        runtime_env={"env_vars": {"PYTHONPATH": source}},
    )
    library.data.DataContext.get_current().enable_progress_bars = False
    yield library
    library.shutdown()


def test_a_cluster_with_two_workers(ray: Any, tmp_path: Path) -> None:
    from pyarrow import parquet

    class Watched(Extractor):
        def __call__(self, batch: Any) -> Any:
            done = super().__call__(batch)
            return done.append_column("pid", pa.array([os.getpid()] * len(done)))

    texts = [f"Tháng {month} năm 2019, phạt {month} triệu đồng." for month in range(1, 13)] + TEXTS
    parquet.write_table(pages(texts), tmp_path / "in.parquet")
    read = ray.data.read_parquet(str(tmp_path / "in.parquet")).repartition(8)
    done = read.map_batches(
        Watched, batch_format="pyarrow", batch_size=2, compute=ray.data.ActorPoolStrategy(size=2)
    )
    done.write_parquet(str(tmp_path / "out"))

    found = parquet.read_table(tmp_path / "out").sort_by("url")
    assert len(set(found["pid"].to_pylist())) == 2
    found = found.drop_columns(["pid"])
    expected = Extractor()(pages(texts)).sort_by("url")
    assert found.schema.remove_metadata() == expected.schema
    assert found.to_pylist() == expected.to_pylist()
