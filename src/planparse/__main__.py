"""Entry point of the planparse command and of `python -m planparse`."""

import gc
import os
import signal
import sys

# After so many more objects Python looks for those that hold each other. Its 700 are two plans, and no plan holds itself.
_MANY = 50_000


def main() -> None:
    """Run the command. From the first moment on, Ctrl-C gives one line and exit status 130."""
    # pydantic looks for plugins in all packages that are installed, and the command uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # While modules load nothing has begun that should be cleared away, and an exception could come up anywhere in them.
    signal.signal(signal.SIGINT, _leave)
    gc.disable()  # nor is there anything to collect, then or later, in what they bring
    from planparse.cli import main as run  # noqa: PLC0415

    gc.freeze()
    gc.set_threshold(_MANY)
    gc.enable()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


def _leave(*_: object) -> None:
    os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, b"planparse: stopped\n")
    os._exit(130)


if __name__ == "__main__":
    main()
