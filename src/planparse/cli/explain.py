"""planparse explain: what the stages see of a sentence, and why a number in it is not a target."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planparse.cli.options import Lang
from planparse.cli.speaking import language
from planparse.cli.streams import write_data
from planparse.labels import Language, stage, worded
from planparse.text import printable

if TYPE_CHECKING:
    from planparse.parsing.explaining import Explanation


def explain(
    sentences: Annotated[list[str], typer.Argument(metavar="SENTENCE")],
    as_json: Annotated[bool, typer.Option("--json")] = False,  # noqa: FBT002
    _lang: Lang = None,
) -> None:
    """Say what the stages see of sentences."""
    from planparse.parsing.explaining import explain as explained  # noqa: PLC0415 - the rules are slow to load

    seen = [explained(sentence) for sentence in sentences]
    if as_json:
        write_data(json.dumps([_values(each) for each in seen], ensure_ascii=False, indent=2, default=str) + "\n")
    else:
        write_data("\n".join("".join(f"{line}\n" for line in lines(each, language())) for each in seen))


def _values(value: Any) -> Any:
    """Records as mappings, down to their last field."""
    if hasattr(value, "_asdict"):
        return {name: _values(field) for name, field in value._asdict().items()}
    return [_values(each) for each in value] if isinstance(value, tuple) else value


def lines(seen: "Explanation", language: Language) -> Iterator[str]:
    """The sentence, and below it a line for each thing that was seen in it."""
    yield printable(seen.sentence)
    for name, words, facts in _rows(seen, language):
        told = " · ".join(str(fact) for fact in facts if fact not in (None, ""))
        yield printable(f"  {stage(name, language)}: {words}" + (f"  → {told}" if told else ""))


def _rows(seen: "Explanation", language: Language) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """Each thing that was seen: what it is, its words, and what was made of them, the name of the rule first."""
    sentence = seen.sentence
    for time in seen.times:
        days = " … ".join(str(day) for day in (time.first, time.last) if day)
        yield "time", sentence[time.start : time.end], (time.rule, worded("kind", time.kind, language), days)
    for time_left in seen.excluded:
        yield "excluded", time_left.words, (time_left.rule,)
    for amount in seen.amounts:
        values = (amount.value, amount.value_max)
        bound = worded("comparator", amount.comparator, language)
        number = amount.grade or f"{bound} {'–'.join(str(value) for value in values if value is not None)}"
        yield "amount", sentence[amount.start : amount.end], (amount.family, number, amount.unit)
    yield "skeleton", seen.skeleton, ()
    for target in seen.targets:
        facts = (target.rule, worded("kind", target.kind, language), target.indicator, target.outcome)
        yield "target", sentence[target.start : target.end], facts
    for clause in seen.clauses:
        yield (
            "clause",
            clause.words,
            (clause.rule, *(f"{worded('role', role, language)} {name}" for name, role in clause.bodies)),
        )
    for kept in seen.kept:
        yield "kept", kept.words, (kept.role, stage(kept.test, language), kept.found)
