"""Desk: what every page is given to work with."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from selfassess.core.assessment import Round
from selfassess.core.content import Content
from selfassess.ui.library import Library
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.prompts import Prompts
from selfassess.ui.theme import Theme


class Desk(NamedTuple):
    """What a page works with.

    Attributes:
        opened: The assessment that is open.
        theme: Fonts, colours and measures.
        prompts: Asks the user.
        now: Says what time it is; tests give a fixed time.
        new_id: Makes an id that nobody has used.
        browse: Shows a web address in the user's own browser.
        keep_in_file: Asks for a file where the assessment has none yet.
        content_of: Returns the content that a round was answered with; None where only that of the
            latest round is at hand.
        rehearse: Opens the worked example to rehearse a workshop on; None where it can't.
        library: The user's own case studies; None where they can't be reached.
    """

    opened: OpenAssessment
    theme: Theme
    prompts: Prompts
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    browse: Callable[[str], None]
    keep_in_file: Callable[[], None]
    content_of: Callable[[Round], Content] | None = None
    rehearse: Callable[[], None] | None = None
    library: Library | None = None
