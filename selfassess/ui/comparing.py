"""Comparing: with which earlier round, of this file or of another, the latest one is compared."""

from dataclasses import dataclass
from pathlib import Path

from selfassess.core.comparison import Comparison, compare
from selfassess.core.results import Results, work_out
from selfassess.files import assessment_file
from selfassess.ui.desk import Desk
from selfassess.words import _

OTHER = "other-file"
"""The id of the choice that asks for a file."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A round that can be compared with: its id and its words."""

    id: str
    words: str


class Comparing:
    """Knows which earlier rounds there are, and works out what moved since the chosen one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files: dict[str, Results] = {}
        self._kept: tuple[Results, str, Comparison | None] | None = None
        self.chosen = ""

    @property
    def is_file(self) -> bool:
        """Another file is compared with."""
        return self.chosen in self._files

    def offered(self, results: Results) -> tuple[Offered, ...]:
        """Return what can be compared with, the latest first; then files opened for it."""
        rounds = reversed(results.assessment.rounds[:-1])
        files = (Offered(path, _name_of(earlier)) for path, earlier in self._files.items())
        return (*(Offered(round_.name, round_.name) for round_ in rounds), *files)

    def settle(self, results: Results) -> None:
        """Stay with what was chosen as far as it is there; else take the latest round before."""
        ids = [offered.id for offered in self.offered(results)]
        if self.chosen not in ids:
            self.chosen = ids[0] if ids else ""

    def open_file(self, path: Path) -> None:
        """Take the latest round of another file, which is only read.

        Raises:
            FileProblemsError: it can't be read.
        """
        read = assessment_file.read(path)
        latest = read.assessment.latest
        content = assessment_file.content_for(read, latest, self._desk.opened.content)
        self._files[str(path)] = work_out(read.assessment, content)
        self.chosen = str(path)

    def compared(self, results: Results) -> Comparison | None:
        """Return what moved; None where there is nothing to compare with.

        It is worked out once for the same results.
        """
        kept = self._kept
        if kept is None or kept[0] is not results or kept[1] != self.chosen:
            earlier = self._earlier(results)
            made = compare(earlier, results) if earlier is not None else None
            self._kept = kept = (results, self.chosen, made)
        return kept[2]

    def _earlier(self, results: Results) -> Results | None:
        if self.chosen in self._files:
            return self._files[self.chosen]
        rounds = results.assessment.rounds[:-1]
        round_ = next((one for one in rounds if one.name == self.chosen), None)
        if round_ is None:
            return None
        content = results.content
        if (round_.questionnaire, round_.modules) != (
            results.round.questionnaire,
            results.round.modules,
        ):
            if self._desk.content_of is None:
                return None
            content = self._desk.content_of(round_)
        return work_out(results.assessment, content, round_.name)


def _name_of(earlier: Results) -> str:
    name = earlier.assessment.partnership.name
    return _("{partnership}, {round}", partnership=name, round=earlier.round.name)
