"""Time limit of a plan that this process reads itself."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from planparse.errors import InputError

SECONDS: Final = 120.0
_AGAIN: Final = 10.0  # seconds: what the first alarm raises is lost where it comes up in a destructor


class _TimeIsUp(BaseException):
    pass


@contextmanager
def at_most(seconds: float, where: str, message: str) -> Iterator[None]:
    """Raise InputError, with this message, where what is done within takes longer: it waits, or computes; a single call of a library is waited for.

    Only the main thread may do so, and where the system has no alarm (Windows) nothing is limited.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    within = True

    def ring(_signal: int, _frame: FrameType | None) -> None:
        if within:
            raise _TimeIsUp

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            yield
        finally:
            within = False
    except _TimeIsUp:
        raise InputError(message, where, seconds=seconds) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
