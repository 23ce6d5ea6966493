"""From the arguments of a command to texts: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vnreport.readers import UnreadableError, decode, read_file

STDIN = "-"
_SUFFIXES = {".txt", ".text"}


@dataclass(frozen=True)
class Source:
    """One input: its name, and what is wrong with it if it cannot even be looked for."""

    name: str
    problem: str | None = None


def expand(arguments: list[str]) -> list[Source]:
    """Turn arguments into inputs: folders into their text files (any depth), globs into matches.

    An argument that names nothing becomes a source with its problem, so that the others still run.
    """
    sources: list[Source] = []
    for argument in arguments:
        path = Path(argument)
        if argument == STDIN:
            sources.append(Source(STDIN))
        elif path.is_dir():
            found = sorted(str(p) for p in path.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
            sources += map(Source, found)
            if not found:
                sources.append(Source(argument, "holds no text file (.txt); name the files themselves"))
        elif path.exists():
            sources.append(Source(argument))
        elif glob.has_magic(argument):
            matches = sorted(m for m in glob.glob(argument, recursive=True) if Path(m).is_file())
            sources += map(Source, matches)
            if not matches:
                sources.append(Source(argument, "matches no file; check the pattern"))
        else:
            sources.append(Source(argument, "does not exist; check the name and the folder you are in"))
    return sources


def read(source: Source) -> str:
    """Read an input.

    Raises:
        UnreadableError: if it cannot be read; the message is one sentence without the name.
    """
    if source.problem is not None:
        raise UnreadableError(source.problem)
    try:
        if source.name == STDIN:
            return _read_stdin()
        return read_file(Path(source.name))
    except PermissionError as error:
        raise UnreadableError("may not be read; check its permissions") from error
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from error


def _read_stdin() -> str:
    stream = sys.stdin
    if stream is None or stream.closed:
        raise UnreadableError("is closed; pipe a text into it, or name a file")
    try:
        data = stream.buffer.read()
    except (OSError, ValueError) as error:
        raise UnreadableError("cannot be read; pipe a text into it, or name a file") from error
    return decode(data)


def texts(sources: list[Source]) -> Iterator[tuple[Source, str | UnreadableError]]:
    """Read the inputs one after the other; what cannot be read comes as its error."""
    for source in sources:
        try:
            yield source, read(source)
        except UnreadableError as error:
            yield source, error
