"""``vnreport show``: which files it writes, and its exit status."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Trong tháng 7 năm 2017, tổ chức 02 lớp tập huấn. Phạt 26 triệu đồng."


def show(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "vnreport", "show", *arguments],
        cwd=folder, input=stdin.encode(), capture_output=True, check=False,
    )  # fmt: skip
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("báo cáo.txt", "sub/báo cáo.txt", "sub/khác.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def pages(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.html"))


def test_one_page_into_a_named_file(folder: Path) -> None:
    done = show(folder, "báo cáo.txt", "-o", "page.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "page.html\n", "")
    assert "lớp tập huấn" in (folder / "page.html").read_text(encoding="utf-8")
    assert pages(folder) == ["page.html"]


def test_the_default_name(folder: Path) -> None:
    assert show(folder, "sub/khác.txt").returncode == 0
    assert pages(folder) == ["khác.report.html"]


def test_several_pages_into_a_folder_never_share_a_name(folder: Path) -> None:
    done = show(folder, ".", "-o", "out/pages")
    assert done.returncode == 0
    assert pages(folder) == [
        "out/pages/báo cáo-2.report.html", "out/pages/báo cáo.report.html", "out/pages/khác.report.html",
    ]  # fmt: skip
    assert len(done.stdout.splitlines()) == 3


def test_one_page_into_a_folder_that_is_there(folder: Path) -> None:
    assert show(folder, "báo cáo.txt", "-o", "sub").returncode == 0
    assert pages(folder) == ["sub/báo cáo.report.html"]


def test_standard_input_and_output(folder: Path) -> None:
    done = show(folder, "-", "-o", "-", stdin=TEXT)
    assert done.returncode == 0
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert show(folder, "-", stdin=TEXT).stdout == "report.report.html\n"


def test_a_bad_file_stops_no_other(folder: Path) -> None:
    done = show(folder, "nowhere.txt", "báo cáo.txt", "-o", "out")
    assert done.returncode == 1
    assert done.stderr.startswith("vnreport: nowhere.txt: does not exist")
    assert pages(folder) == ["out/báo cáo.report.html"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["báo cáo.txt", "sub/khác.txt", "-o", "one.html"],
        ["báo cáo.txt", "sub/khác.txt", "-o", "-"],
        ["báo cáo.txt", "sub/khác.txt", "-o", "báo cáo.txt"],
        ["báo cáo.txt", "-o", "báo cáo.txt"],
        ["báo cáo.txt", "-o", "no/such/page.html"],
    ],
)
def test_wrong_use_is_status_2(folder: Path, arguments: list[str]) -> None:
    done = show(folder, *arguments)
    assert done.returncode == 2
    assert done.stderr
    assert pages(folder) == []
    assert (folder / "báo cáo.txt").read_text(encoding="utf-8") == TEXT
