"""What the page of a return shows: its lines, with the words to look at marked."""

from dataclasses import dataclass

from selfassess.core.free_text import marks
from selfassess.core.returns import Return, TextKind
from selfassess.reports.return_lines import Line, Part
from selfassess.ui.parts.text import Run
from selfassess.words import Words


@dataclass(frozen=True, slots=True)
class ReturnView:
    """A return that could be handed over.

    Attributes:
        returned: The return.
        parts: All that it holds, line by line, and what stays behind.
    """

    returned: Return
    parts: tuple[Part, ...]

    @property
    def lines(self) -> int:
        """How many lines go."""
        return sum(bool(line.path) for part in self.parts for line in part.lines)

    @property
    def marked(self) -> int:
        """How many words in free text want a look."""
        return sum(len(marks(text.text)) for text in self.returned.texts)

    def count(self, kind: TextKind) -> int:
        """Return how many texts of a kind go."""
        return sum(text.kind is kind for text in self.returned.texts)


def line_runs(line: Line, words: Words) -> tuple[Run, ...]:
    """Return a line in runs: what it is, then what it says, marked words in bold and brackets."""
    runs = [Run(words("{label}: ", label=line.label), "body_bold")] if line.label else []
    if not line.free_text:
        return (*runs, Run(line.says or words("empty"), "body", "ink2"))
    at = 0
    for mark in marks(line.says):
        runs.append(Run(line.says[at : mark.start], "body"))
        runs.append(Run(f"[{mark.word}]", "body_bold", "warn"))
        at = mark.end
    return (*runs, Run(line.says[at:], "body"))
