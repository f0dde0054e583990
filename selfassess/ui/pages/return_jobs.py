"""The slow work of the page of a return, done off the window's thread."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selfassess import __version__
from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.returning import NothingToReturnError, make_return, return_round
from selfassess.core.returns import Return, TextKind
from selfassess.files import return_file
from selfassess.reports.return_lines import return_parts
from selfassess.ui.models.return_view import ReturnView
from selfassess.words import Words


@dataclass(frozen=True, slots=True)
class Making:
    """Makes the return of an assessment; none where nothing was answered yet.

    Attributes:
        assessment: The assessment.
        contents: For each round the content that it was answered with.
        content: The content of the program.
        ticked: The free text that may go.
        with_area: The code of the area may go.
        today: The day of the hand-over.
        words: The words in which it is shown.
    """

    assessment: Assessment
    contents: tuple[Content, ...]
    content: Content
    ticked: frozenset[TextKind]
    with_area: bool
    today: date
    words: Words

    def __call__(self) -> ReturnView | None:
        """Make it."""
        rounds = zip(self.assessment.rounds, self.contents, strict=True)
        barriers = {b.id for b in self.content.catalogue.barriers}
        barriers |= {b.id for found in self.content.module_barriers.values() for b in found}
        try:
            returned = make_return(
                self.assessment,
                [return_round(self.assessment, round_, content) for round_, content in rounds],
                barriers,
                handed_over=self.today,
                written_by=f"selfassess {__version__}",
                ticked=self.ticked,
                with_area=self.with_area,
            )
        except NothingToReturnError:
            return None
        return ReturnView(returned, return_parts(returned, self.content, self.words))


@dataclass(frozen=True, slots=True)
class SavingReturn:
    """Writes a return as it was shown."""

    returned: Return
    path: Path

    def __call__(self) -> Path:
        """Write it; return where."""
        return_file.write(self.path, self.returned)
        return self.path
