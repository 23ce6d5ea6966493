"""The command line as its users meet it: whole processes, their output and exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "data" / "samples"


def run(
    *arguments: str | Path, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "vnreport", *map(str, arguments)],
        input=stdin if stdin is not None else b"",
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.txt"
    path.write_text("Trong tháng 7 năm 2017, tổ chức 02 lớp tập huấn. Phạt 26 triệu đồng.", encoding="utf-8")
    return path


def test_explain_says_where_each_field_came_from(report: Path) -> None:
    import vnreport

    done = run("extract", "--explain", report)
    expected = vnreport.extract(report.read_text(encoding="utf-8"))
    assert done.stdout == "".join(expected.explain(fact) + "\n" for fact in expected.facts)
    assert run("extract", "--explain", report, "--format", "csv").returncode == 2


def test_json_lines_in_a_pipe() -> None:
    done = run("extract", SAMPLES)
    assert done.returncode == 0
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(r["file"]) for r in reports] == sorted(SAMPLES.rglob("*.txt"))


def test_one_file_gives_the_object_of_the_library(report: Path) -> None:
    import vnreport

    expected = vnreport.extract(report.read_text(encoding="utf-8"))
    expected.file = str(report)
    assert run("extract", report).stdout == expected.model_dump_json() + "\n"
    assert json.loads(run("extract", report, "--format", "json").stdout) == json.loads(
        expected.model_dump_json()
    )


def test_json_of_several_is_an_array(report: Path) -> None:
    assert len(json.loads(run("extract", report, report, "--format", "json").stdout)) == 2


def test_csv_has_a_row_a_measurement(report: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("extract", report, "-f", "csv").stdout)))
    assert [(row["value"], row["unit"], row["period_start"]) for row in rows][:1] == [
        ("2", "lớp", "2017-07-01")
    ]


def test_summary_for_people(report: Path) -> None:
    out = run("extract", report, "--format", "table").stdout
    assert "2017-07" in out
    assert "lớp tập huấn" in out


def test_output_file(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert run("extract", report, "-o", target).stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["mentions"]


def test_standard_input() -> None:
    done = run("extract", "-", stdin="Tổ chức 02 lớp tập huấn.".encode())
    assert json.loads(done.stdout)["mentions"][0]["value"] == 2


def test_unicode_survives_a_bare_locale(report: Path) -> None:
    done = run("extract", report, "-f", "table", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "lớp tập huấn" in done.stdout


def test_globs(report: Path) -> None:
    assert run("extract", report.parent / "*.txt").returncode == 0
    done = run("extract", report.parent / "*.doc")
    assert done.returncode == 1
    assert "matches no file" in done.stderr


def test_a_bad_file_stops_no_other(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = run("extract", "nowhere.txt", empty, report)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.splitlines() == [
        "vnreport: nowhere.txt: does not exist; check the name and the folder you are in",
        f"vnreport: {empty}: is empty: there is nothing to read",
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7 ...", " PDF"),
        (b"PK\x03\x04....", "damaged or cut-off ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", " Word file"),
        (bytes(range(256)) * 4, "is not text"),
        (b"\xff\xfe", "is empty"),
        (b" \n\n ", "is empty"),
    ],
)
def test_what_is_no_text_is_told(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(data)
    done = run("extract", path)
    assert done.returncode == 1
    assert problem in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    done = run("extract", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "holds no report" in done.stderr


def test_closed_standard_input_is_told() -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m vnreport extract - <&-', shell=True, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert "standard input: is closed" in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "x.txt", "--format", "xml"],
        ["extract", "x.txt", "--reference-date", "soon"],
        ["extract", "x.txt", "-o", "no/such/folder/out.json"],
        ["repair", SAMPLES / "so-y-te-quy-2-2018.txt", "--damage", "nonsense"],
        ["nonsense"],
    ],
)
def test_wrong_use_is_status_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr


def test_help_teaches() -> None:
    for command in ("extract", "repair"):
        assert "Examples" in run(command, "--help").stdout
    assert "extract" in run("--help").stdout


def test_version() -> None:
    import vnreport

    assert run("--version").stdout == f"vnreport {vnreport.__version__}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes("Tổ chức 02 lớp tập huấn cho cán bộ.".encode(encoding))
    assert json.loads(run("extract", path).stdout)["text"] == "Tổ chức 02 lớp tập huấn cho cán bộ."


def test_repair_prints_the_text(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("Ủy ban thành phố Ðà Nẵng", encoding="utf-8")
    assert run("repair", path).stdout == "Ủy ban thành phố Đà Nẵng\n"
    diff = run("repair", "--diff", path).stdout
    assert diff.startswith("1:")
    assert "Ð" in diff
    assert "Đ" in diff


def test_repair_of_clean_text_says_so(report: Path) -> None:
    assert run("repair", "--diff", report).stdout == "Nothing to mend.\n"


def test_a_closed_pipe_is_no_error() -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m vnreport extract "{SAMPLES}" | head -c 10',
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
