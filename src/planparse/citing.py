"""What a result is based on, and how to cite it: release, rules, inputs and settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Self

from pydantic import Field

from planparse.labels import Language, note
from planparse.model import SCHEMA_VERSION, MadeBy, Plan, Record, SchemaVersion, Value
from planparse.text import printable

REPOSITORY: Final = "planparse: Chinese government plans as validated data"

Settings = Annotated[dict[str, Value], Field(description="The options given, by name; the others have their defaults.")]


class Input(Record):
    """An input."""

    name: Annotated[str | None, Field(description="File name without folders; null for a text without a file.")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the input's bytes.")]
    rules: Annotated[str | None, Field(description="Digest of the rules that read it; null if the file does not give it.")]

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """The input of a plan."""
        rules = plan.producer.rules if plan.producer else None
        return cls(name=plan.source.name, sha256=plan.source.sha256, rules=rules)


class Citable(Record):
    """A result that says what it is based on."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    producer: MadeBy = None
    inputs: Annotated[tuple[Input, ...], Field(description="The inputs, in the order given.")]
    settings: Settings

    def asked_with(self, settings: Mapping[str, Value]) -> Self:
        """The same result with further options in its settings."""
        return self.model_copy(update={"settings": {**self.settings, **settings}}) if settings else self


def citation(command: str, result: Citable, language: Language) -> str:
    """How to cite a result: a sentence, a BibTeX entry, and the inputs, each with its SHA-256.

    >>> print(citation("diff", Citable(inputs=(), settings={"least_confidence": 0.5}), "en").splitlines()[0])
    planparse contributors. planparse: Chinese government plans as validated data. Version . Command: diff. Settings: least_confidence=0.5.
    """
    producer = result.producer
    version = producer.version if producer else ""
    rules = producer.rules if producer else None
    asked = ", ".join(f"{name}={value}" for name, value in result.settings.items())
    facts = [note("cite", language, REPOSITORY, version, command)]
    if rules:
        facts.append(note("cite_rules", language, rules))
    if asked:
        facts.append(note("cite_settings", language, asked))
    bibtex = [
        f"@software{{planparse_{version.replace('.', '_')},",
        "  author  = {{planparse contributors}},",
        f"  title   = {{{REPOSITORY}}},",
        f"  version = {{{version}}},",
        f"  note    = {{{command}{f'; rules {rules}' if rules else ''}{f'; {asked}' if asked else ''}}}",
        "}",
    ]
    read = [f"{source.sha256}  {printable(source.name or '-')}" for source in result.inputs]
    return "\n".join([" ".join(facts), "", *bibtex, "", note("cite_inputs", language, len(read)), *read]) + "\n"
