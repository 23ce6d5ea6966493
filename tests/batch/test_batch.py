"""Batches: the same output whatever happens on the way."""

from __future__ import annotations

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from benchmarks.report_files import encode_report

from tests.readers.build import docx, paragraph, zipped
from vnreport.batch import RunError, run
from vnreport.batch.formats import FORMATS
from vnreport.batch.tables import columns
from vnreport.batch.walk import Fingerprint, walk
from vnreport.readers import Limits

RESULTS = {name: (*shape.results, "errors.jsonl") for name, shape in FORMATS.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some reports in folders, one bad file, an archive with a trap, things to pass over."""
    root = tmp_path_factory.mktemp("reports")
    for number in range(6):
        path = root / "bc" / f"{number % 3}" / f"{number:02d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encode_report(number))
    (root / "a.docx").write_bytes(
        docx("<w:tbl><w:tr><w:tc>" + paragraph("Phạt 26 triệu đồng") + "</w:tc></w:tr></w:tbl>")
    )
    (root / "empty.txt").touch()
    (root / "z.zip").write_bytes(
        zipped({"b/1.txt": "Tổ chức 02 lớp tập huấn.", "../x.txt": "x", "c.png": "x"})
    )
    (root / ".hidden.txt").write_text("x")
    (root / "~$a.docx").write_text("x")
    (root / "notes.xyz").write_text("x")
    return root


def contents(output: Path, format_: str) -> dict[str, bytes]:
    return {name: (output / name).read_bytes() for name in RESULTS[format_]}


def test_the_order_is_by_name_in_any_depth(folder: Path) -> None:
    names = [str(Path(task.name).relative_to(folder)) for task in walk([str(folder)], Limits())]
    assert names[:2] == ["a.docx", "bc/0/00.txt"]
    assert names[-3:] == ["empty.txt", "z.zip/../x.txt", "z.zip/b/1.txt"]
    assert len(names) == 10


def test_the_output_folder_is_not_searched(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "x.txt").write_text("x")
    assert list(walk([str(tmp_path)], Limits(), leave_out=tmp_path / "out")) == []


@pytest.mark.parametrize("format_", list(FORMATS))
def test_the_output_does_not_depend_on_the_jobs(folder: Path, tmp_path: Path, format_: str) -> None:
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    one = run([folder], tmp_path / "1", format=format_, jobs=1)
    two = run([folder], tmp_path / "2", format=format_, jobs=3)
    assert (one.documents, one.failed) == (two.documents, two.failed) == (8, 2)
    assert contents(tmp_path / "1", format_) == contents(tmp_path / "2", format_)
    left = {path.name for path in (tmp_path / "1").iterdir()}
    assert left == {*RESULTS[format_], "manifest.json"}


def test_what_failed_is_named(folder: Path, tmp_path: Path) -> None:
    outcome = run([folder], tmp_path)
    errors = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text().splitlines()]
    assert [(Path(e["file"]).name, e["kind"]) for e in errors] == [
        ("empty.txt", "unreadable"),
        ("x.txt", "unreadable"),
    ]
    assert "leads out" in errors[1]["error"]
    assert outcome.files == (tmp_path / "reports.jsonl", tmp_path / "errors.jsonl")


def test_the_tables_agree(folder: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run([folder], tmp_path, format="jsonl")
    run([folder], tmp_path, format="csv")
    run([folder], tmp_path, format="sqlite")
    run([folder], tmp_path, format="parquet")
    reports = [json.loads(line) for line in (tmp_path / "reports.jsonl").read_text().splitlines()]
    counts = {
        "documents": len(reports),
        "mentions": sum(len(report["mentions"]) for report in reports),
        "facts": sum(len(report["facts"]) for report in reports),
    }
    database = sqlite3.connect(tmp_path / "reports.sqlite")
    for table, count in counts.items():
        with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert len(rows) == count
        assert list(rows[0]) == list(columns(table))
        [(stored,)] = database.execute(f"SELECT count(*) FROM {table}")
        loaded = parquet.read_table(tmp_path / f"{table}.parquet")
        assert stored == loaded.num_rows == count
        assert loaded.column_names == list(columns(table))
    [(value, row)] = database.execute(
        "SELECT value, table_row FROM facts WHERE file LIKE '%a.docx' AND type = 'measurement'"
    )
    assert (value, row) == (26_000_000, 1)
    assert {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    database.close()


def command(inputs: Path, output: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "vnreport", "extract", str(inputs), "-o", str(output), *more]


HALTING = """
import sys, time
from vnreport import batch
from vnreport.cli import main

batch._COMMIT_SECONDS = -1
commit, count = batch.Journal.commit, int(sys.argv[1]) if __name__ == "__main__" else 0
def halt(journal, **settings):
    commit(journal, **settings)
    if journal.progress.done >= count:
        batch.Journal.commit = commit
        time.sleep(600)
if __name__ == "__main__":
    batch.Journal.commit = halt
    del sys.argv[1]
    main()
"""
"""A run that halts once so many documents are made lasting, so that it is never over before it is killed."""


def halting(count: int, command: list[str]) -> list[str]:
    return [sys.executable, "-c", HALTING, str(count), *command[3:]]


def wait_until(output: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a run has noted that so many documents are done."""
    end = time.monotonic() + 240
    while time.monotonic() < end and process.poll() is None:
        journal = output / "run.journal"
        lines = journal.read_bytes().splitlines() if journal.is_file() else []
        if len(lines) > 1 and lines[-1].endswith(b"}") and json.loads(lines[-1])["done"] >= count:
            return
        time.sleep(0.02)
    raise AssertionError("the run ended, or did not come so far")


def test_a_run_killed_twice_comes_to_the_same(tmp_path: Path) -> None:
    format_ = "csv"
    inputs, broken, whole = tmp_path / "in", tmp_path / "broken", tmp_path / "whole"
    inputs.mkdir()
    for number in range(36):
        (inputs / f"{number:03d}.txt").write_bytes(encode_report(number))
    os.mkfifo(inputs / "030.fifo")  # passed over: its suffix is of no report
    for count in (3, 15):
        more = ["-f", format_, "-j", "2", *(["--resume"] if count > 3 else [])]
        process = subprocess.Popen(halting(count, command(inputs, broken, *more)), stderr=subprocess.DEVNULL)
        wait_until(broken, count, process)
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = subprocess.run(command(inputs, broken, "-f", format_), capture_output=True, text=True, check=False)
    assert (done.returncode, "--resume" in done.stderr) == (2, True)
    # A torn line at the end, and bytes behind what was made lasting.
    with (broken / "run.journal").open("ab") as journal:
        journal.write(b'{"done": 35, "fai')
    with (broken / "errors.jsonl.part").open("ab") as errors:
        errors.write(b"rubbish")
    again = command(inputs, broken, "-f", format_, "--resume")
    done = subprocess.run(again, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    run([inputs], whole, format=format_, jobs=2)
    assert contents(broken, format_) == contents(whole, format_)
    manifests = [json.loads((out / "manifest.json").read_text()) for out in (broken, whole)]
    assert manifests[0]["documents"] == manifests[1]["documents"] == 36
    # To go on with what is finished changes nothing.
    assert subprocess.run(command(inputs, broken, "-f", format_, "--resume"), check=False).returncode == 0


def cut_off(inputs: Path, output: Path, format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a batch that is stopped when the results are in place and the manifest is not."""

    def stop(path: Path) -> None:
        if path.name.startswith("manifest"):
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("vnreport.batch.sync", stop)
        with pytest.raises(KeyboardInterrupt):
            run([inputs], output, format=format_)


def test_a_run_cut_off_at_its_very_end_is_finished(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([folder], tmp_path / "whole", format="csv")

    cut_off(folder, tmp_path / "cut", "csv", monkeypatch)
    run([folder], tmp_path / "cut", format="csv", resume=True)
    assert contents(tmp_path / "cut", "csv") == contents(tmp_path / "whole", "csv")


def test_going_on_with_other_files_or_settings_is_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_off(folder, tmp_path, "jsonl", monkeypatch)
    with pytest.raises(RunError, match="settings"):
        run([folder], tmp_path, resume=True, repair=False)
    with pytest.raises(RunError, match="unfinished"):
        run([folder], tmp_path)
    run([folder], tmp_path, resume=True)
    with pytest.raises(RunError, match="finished run"):
        run([folder / "bc"], tmp_path, resume=True)


def test_changed_files_have_another_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    def fingerprint() -> str:
        mark = Fingerprint()
        for task in walk([str(tmp_path)], Limits()):
            mark.add(task)
        return str(mark)

    path.write_text("a")
    first = fingerprint()
    assert first == fingerprint()
    path.write_text("ab")
    assert first != fingerprint()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_file_that_takes_too_long_costs_only_itself(folder: Path, tmp_path: Path) -> None:
    stuck = tmp_path / "stuck.txt"
    os.mkfifo(stuck)
    outcome = run(
        [folder / "bc" / "0", stuck, folder / "a.docx"], tmp_path / "out", jobs=2, limits=Limits(seconds=10)
    )
    assert (outcome.documents, outcome.failed) == (3, 1)
    [error] = map(json.loads, (tmp_path / "out" / "errors.jsonl").read_text().splitlines())
    assert (error["file"], error["kind"]) == (str(stuck), "time")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_worker_that_dies_costs_only_its_file(folder: Path, tmp_path: Path) -> None:
    stuck = tmp_path / "stuck.txt"
    os.mkfifo(stuck)

    def kill_the_stuck_worker() -> None:
        # To open a pipe for writing waits until someone reads it: the worker that has the file.
        with stuck.open("wb"):
            for path in Path("/proc").glob("[0-9]*/fd/*"):
                try:
                    if path.readlink() == stuck and int(path.parts[2]) != os.getpid():
                        os.kill(int(path.parts[2]), signal.SIGKILL)
                except OSError:
                    continue

    thread = threading.Thread(target=kill_the_stuck_worker, daemon=True)
    thread.start()
    outcome = run([folder / "bc" / "0", stuck, folder / "a.docx"], tmp_path / "out", jobs=2)
    thread.join(10)
    assert (outcome.documents, outcome.failed) == (3, 1)
    [error] = map(json.loads, (tmp_path / "out" / "errors.jsonl").read_text().splitlines())
    assert (error["file"], error["kind"]) == (str(stuck), "died")


@pytest.mark.skipif(sys.platform != "linux", reason="the memory limit is Linux's")
def test_workers_that_cannot_start_are_told(folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        command(folder, tmp_path / "out", "-j", "1", "--limit", "memory=30000000"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "memory limit" in done.stderr.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["-f", "parquet"], "into a folder"),
        (["-j", "2", "-o", "out", "-f", "json"], "a batch writes"),
        (["-j", "0", "-o", "out"], "jobs"),
        (["-o", "out/", "--limit", "pages=none"], "no number"),
        (["-o", "out/", "-j", "1", "nowhere/-"], ""),
    ],
)
def test_wrong_use(folder: Path, tmp_path: Path, arguments: list[str], problem: str) -> None:
    if not problem:
        (tmp_path / "nothing").mkdir()
        arguments, problem, folder = ["-o", "out", "-j", "1"], "holds no report", tmp_path / "nothing"
    done = subprocess.run(
        [sys.executable, "-m", "vnreport", "extract", str(folder), *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert problem in " ".join(done.stderr.replace("│", " ").split())


def test_ctrl_c_stops_and_can_be_taken_up(tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    for number in range(20):
        (inputs / f"{number:03d}.txt").write_bytes(encode_report(number))
    # What runs in the background of a script begins with Ctrl-C ignored.
    process = subprocess.Popen(
        halting(3, command(inputs, tmp_path / "out", "-j", "2")),
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    wait_until(tmp_path / "out", 3, process)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert b"--resume" in told
    done = subprocess.run(command(inputs, tmp_path / "out", "--resume"), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
