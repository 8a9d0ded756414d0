"""The plan that a gold file belongs to: the one with its name, or with a name that continues after `_` (018.yaml, 018_广东省.txt)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from planparse.errors import InputError, reason
from planparse.reviewing.places import ENDING

GOLD = (".yaml", ".yml")
EXTRACTED = (".json", ".yaml", ".yml")
PLANS = (
    *(".txt", ".md", ".docx", ".html", ".htm", ".xhtml", ".mhtml", ".pdf", ".ofd", ".doc", ".wps", ".rtf", ".odt"),
    *EXTRACTED,
)


def files_in(place: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """The files of a folder with these suffixes, by name; for a file itself.

    Raises InputError where there is nothing.
    """
    try:
        if not place.is_dir():
            place.stat()
            return [place]
        names = (file for file in place.iterdir() if not file.name.startswith(".") and not file.name.endswith(ENDING))
        files = [file for file in names if file.suffix.lower() in suffixes]
    except FileNotFoundError as error:
        raise InputError("no-such-place", place) from error
    except OSError as error:
        raise InputError("cannot-read", place, reason=reason(error)) from error
    if not files:
        raise InputError("holds-none-of", place, suffixes=", *".join(suffixes))
    return sorted(files)


class Matching:
    """Gold files and plans, joined by their names. A plan belongs to the gold file with the longest name that fits it."""

    def __init__(self, golds: Sequence[Path], plans: Iterable[Path], named: Iterable[Path]) -> None:
        """`named` are the paths that were given one by one; where several plans fit, they go before those in folders."""
        self._golds: dict[str, Path] = {}
        for gold in golds:
            self._golds.setdefault(gold.stem, gold)
        self._plans: dict[str, list[Path]] = defaultdict(list)
        no_plans = {gold.absolute() for gold in golds}
        for place, plan in {plan.absolute(): plan for plan in plans}.items():
            name = plan.stem
            while name not in self._golds and "_" in name:
                name = name.rpartition("_")[0]
            if place not in no_plans:
                self._plans[name].append(plan)
        self._named = {path.absolute() for path in named}

    def plan_of(self, gold: Path) -> Path:
        """The plan that the gold file belongs to. Raises InputError where there is none, or a doubt."""
        name = gold.stem
        if (first := self._golds[name]) != gold:
            raise InputError("gold-same-name", gold, other=first)
        fitting = self._plans[name]
        match [plan for plan in fitting if plan.absolute() in self._named] or fitting:
            case [plan]:
                return plan
            case []:
                raise InputError("gold-no-plan", gold, name=name)
            case several:
                shown = ", ".join(map(str, several))
                raise InputError("gold-many-plans", gold, count=len(several), plans=shown)
