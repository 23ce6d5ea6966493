"""The files of a batch, in an order that is always the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vnreport.readers import PICTURES, SUFFIXES, Limits, UnreadableError, documents_of, open_archive


@dataclass(frozen=True, slots=True)
class Task:
    """One document to read."""

    name: str
    """What it is called in the output: the path, and behind that of an archive the name in there."""
    path: str
    member: str | None = None
    """Its name in the archive that ``path`` is."""
    stamp: str = ""
    """Size and time of the file: another stamp is another file."""


def walk(
    arguments: Iterable[str], limits: Limits, ocr: bool = False, leave_out: Path | None = None
) -> Iterator[Task]:
    """Give the documents in files and folders: any depth, sorted by name within each folder.

    Args:
        arguments: files and folders. Files named here are read whatever their suffix.
        limits: what is let in.
        ocr: whether pictures are documents.
        leave_out: a folder not to look into: where the output goes.
    """
    suffixes = SUFFIXES | PICTURES if ocr else SUFFIXES
    avoided = leave_out.resolve() if leave_out else None
    for argument in arguments:
        path = Path(argument)
        files = _in_folder(path, suffixes, avoided) if path.is_dir() else [path]
        for file in files:
            yield from _documents(file, limits, ocr)


def _in_folder(folder: Path, suffixes: frozenset[str], avoided: Path | None) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except NotADirectoryError:
            yield path
            continue
        except OSError:
            continue  # a folder that may not be looked into
        # Files and folders share one order, so both wait on the stack.
        for entry in found:
            if entry.name.startswith((".", "~$")):
                continue  # hidden, or the lock of an open Word file
            if entry.is_dir(follow_symlinks=False):
                if avoided is None or Path(entry.path).resolve() != avoided:
                    waiting.append(Path(entry.path))
            elif Path(entry.name).suffix.lower() in suffixes and entry.is_file():
                waiting.append(Path(entry.path))


def _documents(path: Path, limits: Limits, ocr: bool) -> Iterator[Task]:
    """Give a file, or the documents in it if it is an archive."""
    name = str(path)
    try:
        status = path.stat()
        stamp = f"{status.st_size}-{status.st_mtime_ns}"
        archive = open_archive(path, limits) if path.suffix.lower() == ".zip" else None
    except (OSError, UnreadableError):
        yield Task(name, name)  # its reader says what is wrong with it
        return
    if archive is None:
        yield Task(name, name, stamp=stamp)
        return
    members = documents_of(archive, ocr)
    archive.close()
    for member in members:
        yield Task(f"{name}/{member}", name, member, stamp)


class Fingerprint:
    """A running hash of the documents that went by; equal where they are the same, in the same order."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, task: Task) -> None:
        """Count a document in."""
        line = f"{task.name}\0{task.stamp}\n"
        self._hash.update(line.encode("utf-8", "surrogateescape"))

    def __str__(self) -> str:
        return self._hash.hexdigest()
