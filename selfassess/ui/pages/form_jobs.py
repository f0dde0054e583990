"""The slow work with answer forms, done off the window's thread, one file at a time."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selfassess.core.assessment import Form, Organisation
from selfassess.core.importing import Read
from selfassess.core.problem import FileProblemsError
from selfassess.core.results import Results
from selfassess.files import assessment_file, atomic, disk
from selfassess.words import Words

FIRST_REVISION = 1
PATTERN = f"Answer forms, assessments (*.xlsx *{assessment_file.ENDING})"


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads a form that came back, or a partner's copy of the assessment; never fails."""

    path: Path

    def __call__(self) -> tuple[Read, ...]:
        """Read it; what can't be read comes back with why."""
        # The spreadsheet library takes a while to load and is not needed before.
        from selfassess.files.returned_forms import read_returned  # noqa: PLC0415  # loaded late

        try:
            return read_returned(self.path)
        except FileProblemsError as error:
            return ((str(self.path), error),)


@dataclass(frozen=True, slots=True)
class Making:
    """Makes a blank answer form for one person of a partner."""

    results: Results
    organisation: Organisation
    form: Form
    path: Path
    words: Words
    today: date

    def __call__(self) -> Path:
        """Make and write it; return where.

        Raises:
            FileProblemsError: it could not be written.
        """
        from selfassess.files.form_workbook import write_form  # noqa: PLC0415  # loaded when needed

        told = (self.results, self.organisation.id, None, self.form.id, FIRST_REVISION)
        atomic.write(self.path, write_form(*told, self.words, self.today))
        return self.path


def forms_to_make(
    results: Results, folder: Path, new_id: Callable[[], str], words: Words, today: date
) -> tuple[Making, ...]:
    """Return the forms for all partners: one for each person who will answer, at least one.

    No file that is there already is overwritten: its name gets a number.
    """
    taken: set[Path] = set()
    jobs = []
    for organisation in results.round.organisations:
        for _person in range(max(1, organisation.people)):
            names = _names(folder, organisation)
            path = next(p for p in names if not (p in taken or disk.is_there(p)))
            taken.add(path)
            id_ = new_id()
            form = Form(
                id=id_, organisation=organisation.id, respondent=id_, revision=FIRST_REVISION
            )
            jobs.append(Making(results, organisation, form, path, words, today))
    return tuple(jobs)


def _names(folder: Path, organisation: Organisation) -> Iterator[Path]:
    plain = re.sub(r"[^\w]+", "-", organisation.name.casefold()).strip("-") or organisation.id
    number = 1
    while True:
        yield folder / f"answers-{plain}-{number}.xlsx"
        number += 1
