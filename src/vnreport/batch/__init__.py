"""Many files at once: read side by side, written in order, taken up again where a run was cut off.

    >>> from vnreport.batch import run
    >>> outcome = run(["reports/"], "out/", format="parquet", jobs=2)  # doctest: +SKIP
    >>> outcome.documents, outcome.failed  # doctest: +SKIP
    (20000, 3)

The output is the same, byte for byte, for any number of jobs and any number of interruptions.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vnreport import __version__
from vnreport.batch.formats import FORMATS, Format, sync
from vnreport.batch.journal import MANIFEST, PART, Journal, RunError
from vnreport.batch.pool import Pool, WorkersFailedError
from vnreport.batch.walk import Fingerprint, Task, walk
from vnreport.batch.worker import Result, Settings
from vnreport.readers import Limits
from vnreport.readers.errors import MissingExtraError, require

__all__ = ["ERRORS", "FORMATS", "Limits", "Outcome", "RunError", "WorkersFailedError", "run"]

ERRORS = "errors.jsonl"
"""The file that names what could not be read: ``file``, ``kind`` and ``error``."""

_COMMIT_EVERY, _COMMIT_SECONDS = 500, 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a batch came to."""

    documents: int
    """Documents in the output."""
    failed: int
    """Those named in ``errors.jsonl``."""
    files: tuple[Path, ...]
    """What was written."""


Watcher = Callable[[int, int, int], None]
"""Is told how many documents are done, how many failed, and how many there are."""


def run(
    inputs: Sequence[str | Path],
    output: str | Path,
    *,
    format: str = "jsonl",  # noqa: A002  # the word of the command line
    jobs: int = 1,
    resume: bool = False,
    reference_date: dt.date | None = None,
    repair: bool = True,
    ocr: bool = False,
    limits: Limits | None = None,
    watch: Watcher | None = None,
) -> Outcome:
    """Read the documents of files, folders and archives, and write the result into a folder.

    Args:
        inputs: files and folders; folders are searched to any depth.
        output: the folder. It is made if it is not there, and never searched.
        format: one of :data:`FORMATS`.
        jobs: how many processes read side by side.
        resume: whether to go on with the run that was cut off there.
        reference_date: see :func:`vnreport.extract`.
        repair: see :func:`vnreport.extract`.
        ocr: whether to recognise the text of pictures and scanned pages.
        limits: what is let in.
        watch: is told of the progress.

    Raises:
        RunError: if the run cannot begin or go on: an unfinished run is there and ``resume`` is False, or it
            was of other files or settings.
        WorkersFailedError: if no worker process can be started.
        OSError: if the folder cannot be written.
    """
    if jobs < 1:
        raise ValueError("jobs must be at least 1")
    settings = Settings(format, reference_date, repair, ocr, limits or Limits())
    shape = FORMATS[format]
    if format == "parquet":
        try:
            require("pyarrow", "parquet", "to be written as Parquet")
        except MissingExtraError as error:
            raise RunError('Parquet needs pyarrow: pip install "vnreport[parquet]"') from error
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    batch = _Batch([str(item) for item in inputs], folder, settings, shape)
    return batch.run(jobs, resume, watch or (lambda done, failed, total: None))


class _Batch:
    """One run in one folder."""

    def __init__(self, inputs: list[str], folder: Path, settings: Settings, shape: Format) -> None:
        self._inputs = inputs
        self._folder = folder
        self._settings = settings
        self._shape = shape
        self._identity = json.loads(
            json.dumps(
                {"version": __version__, "inputs": inputs, "settings": asdict(settings)},
                default=str,
            )
        )
        names, heads = (*shape.staged, ERRORS), (*shape.heads, b"")
        self._journal = Journal(folder, names, heads, self._identity)
        self.fingerprint = Fingerprint()

    def _walk(self) -> Iterator[Task]:
        return walk(self._inputs, self._settings.limits, self._settings.ocr, self._folder)

    def run(self, jobs: int, resume: bool, watch: Watcher) -> Outcome:
        total, whole = 0, Fingerprint()
        for task in self._walk():
            total += 1
            whole.add(task)
        if not total:
            raise RunError(f"{', '.join(self._inputs)} holds no report")
        journal = self._journal
        if resume and not journal.exists and (outcome := self._finished(str(whole))):
            return outcome
        if journal.exists and not resume:
            raise RunError(
                f"{self._folder} holds an unfinished run; add --resume to go on, or delete the folder"
            )
        with journal:
            if journal.exists:
                journal.go_on()
            else:
                journal.begin()
            if not journal.progress.complete:
                self._extract(jobs, total, watch)
                journal.commit(complete=True)
        return self._finish(str(whole))

    def _finished(self, whole: str) -> Outcome | None:
        """Give the outcome of the finished run that lies in the folder, if it is this one."""
        path = self._folder / MANIFEST
        if not path.is_file():
            return None
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if manifest["run"] != self._identity or manifest["fingerprint"] != whole:
            raise RunError(
                f"{self._folder} holds a finished run of other files or settings; "
                "run without --resume to replace it"
            )
        files = tuple(self._folder / name for name in manifest["files"])
        return Outcome(manifest["documents"], manifest["failed"], files)

    def _extract(self, jobs: int, total: int, watch: Watcher) -> None:
        journal, tasks = self._journal, self._walk()
        done = journal.progress.done
        for _ in range(done):
            if (task := next(tasks, None)) is None:
                break
            self.fingerprint.add(task)
        if done and str(self.fingerprint) != journal.progress.fingerprint:
            raise RunError(
                f"the files have changed since the run in {self._folder} was cut off; "
                "delete that folder to begin anew"
            )
        watch(done, journal.progress.failed, total)
        last, since = time.monotonic(), 0
        try:
            with Pool(jobs, self._settings) as pool:
                for task, result in pool.run(tasks):
                    self._add(task, result)
                    watch(journal.progress.done, journal.progress.failed, total)
                    since += 1
                    if since >= _COMMIT_EVERY or time.monotonic() - last > _COMMIT_SECONDS:
                        journal.commit()
                        last, since = time.monotonic(), 0
        finally:
            journal.commit()

    def _add(self, task: Task, result: Result) -> None:
        self.fingerprint.add(task)
        failed = bool(result.kind)
        chunks = list(result.chunks) or [b""] * len(self._shape.staged)
        chunks.append(_error_line(task, result) if failed else b"")
        self._journal.add(chunks, failed, str(self.fingerprint))

    def _finish(self, whole: str) -> Outcome:
        """Turn the staged files into the results, each appearing whole or not at all."""
        journal, folder = self._journal, self._folder
        if outcome := self._finished(whole):  # it was cut off while it tidied up
            journal.remove()
            return outcome
        results = [folder / name for name in (*self._shape.results, ERRORS)]
        if self._shape.build is not None:
            built = [folder / (name + PART) for name in self._shape.results]
            self._shape.build(journal.paths[:-1], built)
            ready = [*built, journal.paths[-1]]
        else:
            ready = journal.paths
        for source in ready:
            if source.is_file():
                sync(source)
        progress = journal.progress
        documents = progress.done - progress.failed
        manifest: dict[str, Any] = {
            "run": self._identity,
            "fingerprint": whole,
            "documents": documents,
            "failed": progress.failed,
            "files": [path.name for path in results],
        }
        for source, target in zip(ready, results, strict=True):
            # A run that was cut off right here has moved some already.
            if source.is_file():
                source.replace(target)
        note = folder / (MANIFEST + PART)
        note.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
        sync(note)
        os.replace(note, folder / MANIFEST)
        journal.remove()
        return Outcome(documents, progress.failed, tuple(results))


def _error_line(task: Task, result: Result) -> bytes:
    line = {"file": task.name, "kind": result.kind, "error": result.problem}
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
