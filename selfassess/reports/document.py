"""Document: pages to read, said in meanings (a heading, a point, a table), not in looks."""

from dataclasses import dataclass
from datetime import date

PROFILE, CHANGE = "profile", "change"
"""The pictures that a document can have."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a chapter (level 1) or of a part of one (2)."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Statement:
    """The readiness statement."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words; `label` stands before them, and `quiet` ones are second-rank."""

    text: str
    label: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An address that can be followed."""

    address: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: names of columns, rows of texts, and widths that only compare."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is painted elsewhere, by its name here, and what it shows in words."""

    name: str
    description: str


Block = Heading | Statement | Paragraph | Points | Link | Grid | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """Pages to read.

    Attributes:
        title: What stands at its head.
        language: Code of the language it is written in.
        date: The day it was made.
        author: What made it.
        foot: What stands at the foot of each page.
        page: “Page … of …”, with {page} and {pages}.
        contents: The heading of the table of contents.
        blocks: In order.
    """

    title: str
    language: str
    date: date
    author: str
    foot: str
    page: str
    contents: str
    blocks: tuple[Block, ...]

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of its pictures."""
        return tuple(block.name for block in self.blocks if isinstance(block, Picture))
