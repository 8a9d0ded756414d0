"""Worker processes, each with its own pipe: a task that hangs or crashes its process affects no other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count, takewhile
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, NamedTuple, TypeVar

from planparse.errors import fault
from planparse.messages import Message

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD: Final = 8  # results a process that may wait for one before them, where they come in order


class Failure(NamedTuple):
    """Why a task has no result."""

    message: Message


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    jobs: int,
    limit: float,
    preload: Sequence[str] = (),
    in_order: bool = False,
) -> Generator[tuple[Task, Result | Failure], None, None]:
    """Do the work for each task in one of `jobs` processes; gives tasks with their results, as they come or in order.

    `work`, what it takes and what it gives must pickle. A task has `limit` seconds; `preload` are modules that every
    process has from its start. Tasks are taken, and results kept, only as far as the processes need them to be busy. Closing it ends
    the processes.
    """
    numbered = enumerate(tasks)
    idle: list[_Worker[Task, Result]] = []
    busy: dict[_Worker[Task, Result], tuple[int, Task]] = {}
    done: dict[int, tuple[Task, Result | Failure]] = {}
    given = 0
    try:
        while True:
            while len(busy) < jobs and len(busy) + len(done) < _AHEAD * jobs and (entry := next(numbered, None)):
                worker = idle.pop() if idle else _Worker(work, preload)
                worker.begin(entry[1], limit)
                busy[worker] = entry
            if not busy and not done:
                return
            ready = [*takewhile(done.__contains__, count(given))] if in_order else [*done]
            for number in ready:
                yield done.pop(number)
                given += 1
            if not ready:
                for worker in _heard(busy):
                    number, task = busy.pop(worker)
                    done[number] = task, worker.outcome()
                    idle.append(worker)
    finally:
        for worker in (*idle, *busy):
            worker.end()


class _Worker(Generic[Task, Result]):
    """A process that does one task after the other, and its successor where it has ended."""

    def __init__(self, work: Callable[[Task], Result], preload: Sequence[str]) -> None:
        self._work = work
        self._context: Any = multiprocessing.get_context(_method())
        if preload and _method() == "forkserver":
            self._context.set_forkserver_preload(["__main__", *preload])
        self._start()

    def _start(self) -> None:
        self.pipe, theirs = self._context.Pipe()
        arguments = (self._work, theirs, os.getcwd())  # noqa: PTH109 - nothing but its name is wanted
        self._process = self._context.Process(target=_serve, args=arguments, daemon=True)
        with _without_interrupts():
            self._process.start()
        theirs.close()

    def begin(self, task: Task, limit: float) -> None:
        """Let it do the task within `limit` seconds."""
        try:
            self.pipe.send(task)
        except OSError:  # it has ended since its last task
            self.end()
            self._start()
            self.pipe.send(task)
        self._limit = limit
        self.due = time.monotonic() + limit

    def outcome(self) -> Result | Failure:
        """What came of its task, to be asked when the pipe is ready or the time over."""
        if not self.pipe.poll():
            failure = Failure(Message("took-too-long", seconds=self._limit))
        else:
            try:
                result: Result | Failure = self.pipe.recv()
            except (EOFError, OSError):  # also in the middle of a result
                self._process.join()
                code = self._process.exitcode or 0
                cause = signal.Signals(-code).name if code < 0 else Message("exit-status", code=code)
                failure = Failure(Message("process-died", cause=cause))
            else:
                return result
        self.end()
        self._start()
        return failure

    def end(self) -> None:
        """End the process, and what it has started, at once."""
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):  # it has ended, or has not come as far as to have a group
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def _heard(busy: Collection[_Worker[Task, Result]]) -> list[_Worker[Task, Result]]:
    """Those that have a result, have died or have used up their time; waits for the first."""
    left = min(worker.due for worker in busy) - time.monotonic()
    heard = wait([worker.pipe for worker in busy], max(0.0, left))
    now = time.monotonic()
    return [worker for worker in busy if worker.pipe in heard or worker.due <= now]


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Ctrl-C waits: who has started a process ends it, and no process that is started within hears of it by itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # which would lift the mask, were it to start within
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _method() -> str:
    """A server that all processes are forked from, with what they need loaded once; a start of its own where there is none."""
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def _serve(work: Callable[[Task], Result], pipe: Connection[Any, Any], folder: str) -> None:
    """Do tasks until the pipe ends: the life of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where there is no mask
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    threading.Thread(target=_follow, daemon=True).start()
    os.chdir(folder)
    os.dup2(sys.__stderr__.fileno() if sys.__stderr__ else 2, 1)  # standard output is for data alone
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # nobody is there any more
        while True:
            task = pipe.recv()
            try:
                result: Result | Failure = work(task)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told of and the next task has its turn
                result = Failure(fault(error))
            pipe.send(result)


def _follow() -> None:
    """End with the process that started this one, however that ends."""
    if parent := multiprocessing.parent_process():
        parent.join()
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
