"""Prompts: every question asked of the user, behind one small class."""

from pathlib import Path
from typing import NamedTuple, Protocol


class Question(NamedTuple):
    """A question with buttons.

    Attributes:
        title: The question, in a few words.
        text: What has happened, what is safe and what can be done.
        answers: Ids and words of the buttons, the safest first; the first is the primary one.
        cancel: The id that stands for closing the window without an answer.
    """

    title: str
    text: str
    answers: tuple[tuple[str, str], ...]
    cancel: str


class Pick(NamedTuple):
    """A question whose answer is one of a list.

    Attributes:
        title: The question, in a few words.
        text: What it is about.
        label: What the list holds.
        act: The words of the button that takes the answer.
    """

    title: str
    text: str
    label: str
    act: str


class Prompts(Protocol):
    """Asks the user; tests put a scripted one in its place."""

    def choose(self, question: Question) -> str:
        """Ask, and return the id of the answer."""
        ...

    def tell(self, title: str, text: str) -> None:
        """Say something that must be read before going on."""
        ...

    def write(self, title: str, text: str, label: str) -> str | None:
        """Ask for some words; none when the user thought better of it."""
        ...

    def pick(self, question: Pick, offered: tuple[tuple[str, str], ...]) -> str | None:
        """Ask for one of a list of ids and words, the first one marked; none when it is left."""
        ...

    def file_to_open(self, title: str, pattern: str) -> Path | None:
        """Ask which file to open; `pattern` such as `*.selfassess`."""
        ...

    def files_to_open(self, title: str, pattern: str) -> tuple[Path, ...]:
        """Ask which files to open, one or several; none when the user thought better of it."""
        ...

    def folder(self, title: str, suggested: Path) -> Path | None:
        """Ask for a folder to write several files into."""
        ...

    def file_to_save(self, title: str, suggested: Path, pattern: str) -> Path | None:
        """Ask where to save."""
        ...
