"""Worker processes, each with one file at a time; one that dies or takes too long costs only its file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

from vnreport.batch.walk import Task
from vnreport.batch.worker import Result, Settings, serve

_AHEAD = 32
"""How many results a worker may be ahead of the one that is next in order."""
_START_TRIES = 3


class WorkersFailedError(RuntimeError):
    """No worker process could be started."""


class _Worker:
    """A process and its file."""

    def __init__(self, settings: Settings) -> None:
        # A fresh interpreter is the same on every system and safe beside threads.
        context = get_context("spawn")
        self.connection, there = context.Pipe()
        self.process: BaseProcess = context.Process(target=serve, args=(there, settings), daemon=True)
        self.process.start()
        there.close()
        self.ready = False
        self.index: int | None = None
        self.deadline = float("inf")

    def give(self, index: int, task: Task, seconds: float) -> None:
        self.index = index
        self.deadline = time.monotonic() + seconds
        self.connection.send(task)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool:
    """Some workers and what is under way. Use it as a context, which ends the workers."""

    def __init__(self, jobs: int, settings: Settings) -> None:
        self._settings = settings
        self._seconds = settings.limits.seconds
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._done: dict[int, Result] = {}
        self._failed_starts = 0

    def __enter__(self) -> Pool:
        self._workers = [_Worker(self._settings) for _ in range(self._jobs)]
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def run(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Result]]:
        """Give the results of tasks in order; only so many are taken ahead as the workers need.

        Raises:
            WorkersFailedError: if workers die before they are ready, again and again.
        """
        waiting: dict[int, Task] = {}
        taken = given = 0
        exhausted = False
        while True:
            for worker in self._workers:
                if exhausted or taken - given >= _AHEAD * self._jobs:
                    break
                if not worker.ready or worker.index is not None:
                    continue
                task = next(tasks, None)
                if task is None:
                    exhausted = True
                    break
                waiting[taken] = task
                self._give(worker, taken, task)
                taken += 1
            while given in self._done:
                yield waiting.pop(given), self._done.pop(given)
                given += 1
            if exhausted and given == taken:
                return
            self._listen()

    def _give(self, worker: _Worker, index: int, task: Task) -> None:
        try:
            worker.give(index, task, self._seconds)
        except OSError:  # it died while it was idle; its sentinel tells
            worker.index = index

    def _listen(self) -> None:
        """Wait for an answer, a death or the end of a file's time."""
        now = time.monotonic()
        soonest = min(worker.deadline for worker in self._workers)
        timeout = min(max(0.0, soonest - now), 60.0)
        by_source: dict[object, _Worker] = {worker.connection: worker for worker in self._workers}
        by_source |= {worker.process.sentinel: worker for worker in self._workers}
        told = {id(by_source[source]): by_source[source] for source in wait([*by_source], timeout)}  # type: ignore[list-item]
        for worker in told.values():
            self._hear(worker)
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.deadline < now:
                problem = (
                    f"takes longer than {self._seconds:g} seconds (raise the limit with --limit seconds=…)"
                )
                self._replace(worker, Result(kind="time", problem=problem))

    def _hear(self, worker: _Worker) -> None:
        try:
            if not worker.connection.poll():
                raise EOFError
            answer = worker.connection.recv()
        except (EOFError, OSError):
            problem = "ended the process that read it (out of memory, killed, or a fault of a library)"
            self._replace(worker, Result(kind="died", problem=problem))
            return
        if answer is None:
            worker.ready = True
            self._failed_starts = 0
        elif worker.index is not None:
            self._done[worker.index] = answer
            worker.index, worker.deadline = None, float("inf")

    def _replace(self, worker: _Worker, result: Result) -> None:
        """End a worker, put down the result of its file and start another."""
        worker.end()
        if worker.index is not None:
            self._done[worker.index] = result
        elif not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _START_TRIES:
                raise WorkersFailedError(
                    "the worker processes end as soon as they start; is the memory limit too low?"
                )
        self._workers[self._workers.index(worker)] = _Worker(self._settings)
