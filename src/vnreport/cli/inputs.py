"""From the arguments of a command to texts: files, folders, archives, globs and standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from vnreport.readers import (
    PICTURES,
    SUFFIXES,
    Archive,
    Limits,
    SourceText,
    UnreadableError,
    documents_of,
    load,
    open_archive,
    read_bytes,
    read_member,
)

STDIN = "-"


@dataclass(frozen=True)
class Source:
    """One input: its name, and what is wrong with it if it cannot even be looked for."""

    name: str
    problem: str | None = None
    archive: str | None = None
    """The ZIP file that it is a member of."""
    member: str = ""
    """Its name in there."""


def expand(arguments: list[str], limits: Limits | None = None, ocr: bool = False) -> list[Source]:
    """Turn arguments into inputs: folders into their reports (any depth), globs into matches.

    An argument that names nothing becomes a source with its problem, so that the others still run.
    """
    names: list[Source] = []
    for argument in arguments:
        path = Path(argument)
        if argument == STDIN:
            names.append(Source(STDIN))
        elif path.is_dir():
            names += _in_folder(path, SUFFIXES | PICTURES if ocr else SUFFIXES)
        elif path.exists():
            names.append(Source(argument))
        elif glob.has_magic(argument):
            matches = sorted(m for m in glob.glob(argument, recursive=True) if Path(m).is_file())
            names += map(Source, matches)
            if not matches:
                names.append(Source(argument, "matches no file; check the pattern"))
        else:
            names.append(Source(argument, "does not exist; check the name and the folder you are in"))
    return [source for name in names for source in _members(name, limits or Limits(), ocr)]


def _in_folder(folder: Path, suffixes: frozenset[str]) -> list[Source]:
    found = sorted(str(p) for p in folder.rglob("*") if p.suffix.lower() in suffixes and p.is_file())
    if not found:
        kinds = ", ".join(sorted(suffixes))
        return [Source(str(folder), f"holds no report ({kinds}); name the files themselves")]
    return [Source(name) for name in found]


def _members(source: Source, limits: Limits, ocr: bool) -> list[Source]:
    """Give the documents of an archive in its place."""
    if source.problem is not None or not source.name.lower().endswith(".zip"):
        return [source]
    try:
        archive = _archive(source.name, limits)
    except (UnreadableError, OSError):
        return [source]  # its reader says what is wrong with it
    if archive is None:
        return [source]
    members = documents_of(archive, ocr)
    if not members:
        return [Source(source.name, "is an archive that holds no report")]
    return [Source(f"{source.name}/{member}", None, source.name, member) for member in members]


@lru_cache(maxsize=1)
def _archive(name: str, limits: Limits) -> Archive | None:
    return open_archive(Path(name), limits)


def read(source: Source, limits: Limits | None = None, ocr: bool = False) -> SourceText:
    """Read an input.

    Raises:
        UnreadableError: if it cannot be read; the message is one sentence without the name.
    """
    limits = limits or Limits()
    if source.problem is not None:
        raise UnreadableError(source.problem)
    try:
        if source.name == STDIN:
            return read_bytes(_read_stdin(), "", limits, ocr)
        if source.archive is not None and (archive := _archive(source.archive, limits)) is not None:
            return read_member(archive, source.member, limits, ocr)
        return read_bytes(load(Path(source.name), limits), source.name, limits, ocr)
    except PermissionError as error:
        raise UnreadableError("may not be read; check its permissions") from error
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from error


def _read_stdin() -> bytes:
    stream = sys.stdin
    if stream is None or stream.closed:
        raise UnreadableError("is closed; pipe a text into it, or name a file")
    try:
        return stream.buffer.read()
    except (OSError, ValueError) as error:
        raise UnreadableError("cannot be read; pipe a text into it, or name a file") from error


def texts(
    sources: list[Source], limits: Limits | None = None, ocr: bool = False
) -> Iterator[tuple[Source, SourceText | UnreadableError]]:
    """Read the inputs one after the other; what cannot be read comes as its error."""
    for source in sources:
        try:
            yield source, read(source, limits, ocr)
        except UnreadableError as error:
            yield source, error
