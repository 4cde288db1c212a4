"""What a document can say beside what it must, asked for by name (`--with`). To add one: a line here."""

from enum import StrEnum


class Extra(StrEnum):
    """A part that the copy for customers does not have; `meaning` is what people are told of it."""

    meaning: str

    def __new__(cls, name: str, meaning: str) -> "Extra":
        extra = str.__new__(cls, name)
        extra._value_ = name
        extra.meaning = meaning
        return extra

    EXCLUDED = "excluded", "who else is in the register, with the reason: a working copy, not for customers"
    PARENT = "parent", "the ultimate parent of each sub-processor, with its seat"
