"""Messages for people in Chinese and English: an id with fields, put into words only when it is shown.

`catalogue` holds the sentences, `diagnostics` those that an extracted plan carries, `help` the help of the command. Each is a pair:
Chinese, then English. Only these are format strings; the values in their gaps, such as words of a plan or names of files, never are.
"""

from __future__ import annotations

from collections.abc import Mapping

from planparse.labels import Language

Words = tuple[str, str]  # in Chinese and in English


class Message:
    """A message for people: the id of a sentence in the catalogue, and the values of its gaps, which may be messages as well."""

    __slots__ = ("fields", "id")

    def __init__(self, id_: str, /, **fields: object) -> None:
        self.id = id_
        self.fields = fields

    def words(self, language: Language) -> str:
        """The sentence in one language."""
        from planparse.messages.catalogue import MESSAGES  # noqa: PLC0415 - where all goes well, there is nothing to tell

        return filled(MESSAGES[self.id], language, self.fields)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.id, self.fields) == (other.id, other.fields)

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return self.words("en")

    def __repr__(self) -> str:
        return f"Message({', '.join([repr(self.id), *(f'{name}={value!r}' for name, value in self.fields.items())])})"


class Told(Message):
    """A message that another process has already put into words, in both languages."""

    __slots__ = ()

    def __init__(self, zh: str, en: str) -> None:
        super().__init__("told", zh=zh, en=en)

    def words(self, language: Language) -> str:
        """The words of one language, as they came."""
        return str(self.fields[language])


def filled(words: Words, language: Language, fields: Mapping[str, object]) -> str:
    """The words of one language with the fields in their gaps."""
    shown = {name: value.words(language) if isinstance(value, Message) else value for name, value in fields.items()}
    return words[language == "en"].format_map(shown)
