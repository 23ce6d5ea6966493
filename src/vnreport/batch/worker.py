"""What a worker process does: read a file, extract, encode."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import signal
import threading
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing.connection import Connection, wait
from multiprocessing.process import parent_process
from pathlib import Path

from vnreport.batch.walk import Task
from vnreport.processes import settle
from vnreport.readers import Archive, Limits, SourceText, UnreadableError, open_archive, read, read_member


@dataclass(frozen=True, slots=True)
class Settings:
    """How the documents of a batch are read."""

    format: str = "jsonl"
    reference_date: dt.date | None = None
    repair: bool = True
    ocr: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a document."""

    chunks: tuple[bytes, ...] = ()
    """What it adds to each staged file."""
    kind: str = ""
    """If it failed: ``unreadable``, ``limit``, ``missing extra``, ``time``, ``died`` or ``error``."""
    problem: str = ""
    """If it failed, why; the sentence goes on from the file's name."""


def serve(connection: Connection, settings: Settings) -> None:
    """Take tasks from the connection and answer each, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    settle()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _bound_memory(settings.limits.memory)
    from vnreport.batch.formats import FORMATS
    from vnreport.files import extract_document

    encode = FORMATS[settings.format].encode

    def work(task: Task) -> Result:
        try:
            document = read_task(task, settings)
            report = extract_document(
                document, task.name, reference_date=settings.reference_date, repair=settings.repair
            )
            return Result(encode(report))
        except UnreadableError as error:
            return Result(kind=error.kind, problem=str(error))
        except MemoryError:
            return Result(
                kind="limit", problem="takes more memory than is let in (raise it with --limit memory=…)"
            )
        except Exception as error:  # one file must never stop the others
            what = f"could not be read ({type(error).__name__}: {error}); please report this"
            return Result(kind="error", problem=what)

    connection.send(None)  # ready
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            connection.send(work(connection.recv()))


def read_task(task: Task, settings: Settings) -> SourceText:
    """Read the document of a task.

    Raises:
        UnreadableError: if it cannot be read.
    """
    try:
        if task.member is None:
            return read(task.path, settings.limits, settings.ocr)
        archive = _archive(task.path, settings.limits, task.stamp)
        if archive is None:
            raise UnreadableError("is no archive any more")
        return read_member(archive, task.member, settings.limits, settings.ocr)
    except FileNotFoundError as error:
        raise UnreadableError("does not exist; check the name and the folder you are in") from error
    except PermissionError as error:
        raise UnreadableError("may not be read; check its permissions") from error
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from error


@lru_cache(maxsize=1)
def _archive(path: str, limits: Limits, stamp: str) -> Archive | None:
    """Keep the archive open whose members come one after the other."""
    return open_archive(Path(path), limits)


def _end_with_parent() -> None:
    """End at once when the parent has gone, even amid a file that takes long."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _bound_memory(size: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or size < hard:
            resource.setrlimit(resource.RLIMIT_AS, (size, hard))
