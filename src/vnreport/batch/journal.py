"""The staged files of a batch and the journal that says how far they are good.

The staged files (``NAME.part``) only grow. From time to time they are made to reach the disk, and then a
line in the journal says how many documents are done and how long each file is. A run that goes on cuts the
files to the lengths of the last whole line.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

JOURNAL = "run.journal"
MANIFEST = "manifest.json"
PART = ".part"


class RunError(ValueError):
    """A batch that cannot begin, or cannot go on; the message says why and what to do."""


@dataclass(slots=True)
class Progress:
    """How far a batch is."""

    done: int = 0
    """Documents that were read or failed."""
    failed: int = 0
    """Those that failed."""
    fingerprint: str = ""
    """The :class:`~vnreport.batch.walk.Fingerprint` of those done."""
    sizes: list[int] = field(default_factory=list)
    """Bytes of each staged file."""
    complete: bool = False
    """Whether nothing more is to come, and the results may be made."""


class Journal:
    """The staged files of a run in a folder. Use it as a context, which closes the files."""

    def __init__(
        self, folder: Path, names: Sequence[str], heads: Sequence[bytes], run: dict[str, Any]
    ) -> None:
        """Choose the files.

        Args:
            folder: where they lie.
            names: the names of the results that are staged.
            heads: what each begins with.
            run: what must be equal for another run to go on with this one.
        """
        self.folder = folder
        self.paths = [folder / (name + PART) for name in names]
        self._heads = heads
        self._run = run
        self._files: list[IO[bytes]] = []
        self._log: IO[bytes] | None = None
        self.progress = Progress()

    @property
    def exists(self) -> bool:
        """Whether an unfinished run lies in the folder."""
        return (self.folder / JOURNAL).is_file()

    def begin(self) -> None:
        """Start anew."""
        (self.folder / MANIFEST).unlink(missing_ok=True)
        self._log = (self.folder / JOURNAL).open("wb")
        _lock(self._log)
        self._files = [path.open("wb") for path in self.paths]
        for file, head in zip(self._files, self._heads, strict=True):
            file.write(head)
        self._note(self._run)
        self.commit()

    def go_on(self) -> None:
        """Take up the unfinished run.

        Raises:
            RunError: if it was another run, or its files are gone.
        """
        self._log = (self.folder / JOURNAL).open("r+b")
        _lock(self._log)
        lines = list(_whole_lines(self._log))
        if not lines:
            self.__exit__()
            self.begin()
            return
        if lines[0] != self._run:
            raise RunError(_difference(lines[0], self._run, self.folder))
        if len(lines) > 1:
            self.progress = Progress(**lines[-1])
        if self.progress.complete:
            return
        for path, size in zip(self.paths, self.progress.sizes, strict=True):
            if not path.is_file() or path.stat().st_size < size:
                raise RunError(f"{path} is gone or was cut; delete {self.folder} to begin anew")
            file = path.open("r+b")
            file.truncate(size)
            file.seek(size)
            self._files.append(file)

    def add(self, chunks: Sequence[bytes], failed: bool, fingerprint: str) -> None:
        """Put a document into the staged files."""
        for file, chunk in zip(self._files, chunks, strict=True):
            file.write(chunk)
        self.progress.done += 1
        self.progress.failed += failed
        self.progress.fingerprint = fingerprint

    def commit(self, complete: bool = False) -> None:
        """Make what was put in lasting.

        Args:
            complete: whether that was all.
        """
        self.progress.complete = complete
        for file in self._files:
            file.flush()
            os.fsync(file.fileno())
        self.progress.sizes = [file.tell() for file in self._files]
        self._note(asdict(self.progress))

    def _note(self, line: dict[str, Any]) -> None:
        if self._log is not None:
            self._log.write(json.dumps(line).encode() + b"\n")
            self._log.flush()
            os.fsync(self._log.fileno())

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        for file in [*self._files, *([self._log] if self._log else [])]:
            file.close()

    def remove(self) -> None:
        """Delete the journal, and the staged files that are left."""
        for path in [*self.paths, self.folder / JOURNAL]:
            path.unlink(missing_ok=True)


def _whole_lines(log: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Give the lines that were written to their end, and cut off the rest."""
    end = 0
    for line in log:
        with contextlib.suppress(ValueError):
            if line.endswith(b"\n"):
                yield json.loads(line)
                end += len(line)
                continue
        break
    log.seek(end)
    log.truncate()


def _difference(there: dict[str, Any], here: dict[str, Any], folder: Path) -> str:
    names = [name for name in {**there, **here} if there.get(name) != here.get(name)]
    return (
        f"{folder} holds an unfinished run with another {', '.join(names)}; "
        "give the same command as then, or another folder"
    )


def _lock(file: IO[bytes]) -> None:
    """Keep two runs from one folder, where the system can."""
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise RunError("another run is writing to this folder") from error
