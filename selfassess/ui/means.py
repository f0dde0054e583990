"""Means: what opening an assessment needs from outside."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from selfassess import paths
from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.files.assessment_file import Opened
from selfassess.files.lock_file import Who, myself
from selfassess.ui.keeper import Hands, Pace
from selfassess.ui.open_assessment import WorkOut
from selfassess.ui.worker import Worker

Parts = tuple[tuple[Questionnaire, ...], tuple[Module, ...]]
"""The questionnaires and modules that a file may have to carry."""


class Means(NamedTuple):
    """What opening needs from outside.

    Attributes:
        content: Returns what the program knows; slow the first time.
        example: Makes the worked example of today.
        work_out: Works out the results of an assessment.
        now: Says what time it is, with a time zone.
        new_id: Makes an id that nobody has used.
        browse: Shows a web address in the user's own browser.
        folder: The user's data folder.
        documents: Where files are suggested to be kept.
        worker: Reads and writes off the window's thread.
        pace: How soon changes are kept and saved.
        journals: Writes the journal; the worker does where none is given.
        me: Says who is at this computer.
        cache: Names the folder for what can be made again.
        built_in: Returns the content without packs; that with them where none is given.
        forget: Has the content read anew when it is next wanted.
    """

    content: Callable[[], Content]
    example: Callable[[Content, date], Assessment]
    work_out: WorkOut
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    browse: Callable[[str], None]
    folder: Path
    documents: Path
    worker: Worker
    pace: Pace = Pace()
    journals: Worker | None = None
    me: Callable[[], Who] = myself
    cache: Callable[[], Path] = paths.cache_folder
    built_in: Callable[[], Content] | None = None
    forget: Callable[[], None] | None = None

    @property
    def hands(self) -> Hands:
        """Who writes files, and who the journal."""
        return Hands(self.worker, self.journals or self.worker)

    def parts(self, read: Opened) -> Parts:
        """Return the questionnaires and modules of a file and those of the program."""
        return _parts(self.content(), read)

    def parts_later(self, read: Opened) -> Callable[[], Parts]:
        """Return what returns the same as `parts` does now, and reads them only then."""
        return partial(_parts, self.content(), read)


def _parts(content: Content, read: Opened) -> Parts:
    return (content.questionnaire, *read.questionnaires), (*content.modules, *read.modules)
