"""The processor time of a command and of all that it starts, whatever becomes of who started what; on Linux."""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SET_CHILD_SUBREAPER = 36  # of prctl: processes whose parent ends become children of this one


def inherit() -> None:
    """From now on wait for what those that this process starts leave behind."""
    assert ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


def until_all_ended() -> float:
    """Wait for all that this process has started; gives the processor seconds of all that has ended since its start."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            times = os.times()
            return times.children_user + times.children_system


def spent_by(command: Sequence[str | Path]) -> float:
    """The processor seconds of a command that ends well."""
    inherit()
    before = until_all_ended()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        assert process.wait() == 0, command
    return until_all_ended() - before
