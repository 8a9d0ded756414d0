"""The same texts, guided by what code they reach: Atheris chooses which are worth to be changed further.

pip install atheris    # Linux and macOS, not for every Python; nothing else needs it
python tests/fuzz/guided.py .fuzz/guided .fuzz/corpus [-max_total_time=3600] [-seed=1]
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "bench")]


def main() -> None:
    """Search until something does not hold, or the options of libFuzzer end it."""
    import atheris  # noqa: PLC0415 - only here

    with atheris.instrument_imports(include=["planparse"]):
        import checking  # noqa: PLC0415 - and with it planparse
        import fuzz  # noqa: PLC0415
        import mutating  # noqa: PLC0415
        import planparse.parsing.pipeline  # noqa: F401, PLC0415 - loaded on first use otherwise, which is too late

    texts = fuzz.KINDS["text"].begin()

    def mutated(data: bytes, _largest: int, seed: int) -> bytes:
        return mutating.text(Random(seed), [data.decode("utf-8", "ignore"), texts[seed % len(texts)]]).encode(
            "utf-8", "ignore"
        )

    def attempt(data: bytes) -> None:
        checking.check_text(data.decode("utf-8", "ignore"))

    for folder in (argument for argument in sys.argv[1:] if not argument.startswith("-")):
        Path(folder).mkdir(parents=True, exist_ok=True)
    atheris.Setup(sys.argv, attempt, custom_mutator=mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
