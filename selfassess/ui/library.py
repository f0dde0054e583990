"""Library: the user's own case studies and packs, as pages reach them."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from selfassess.core.content import Content
from selfassess.ui.worker import Worker


class Library(NamedTuple):
    """What a page needs to read and change the user's own case studies.

    Attributes:
        folder: The user's data folder.
        documents: Where files are suggested to be kept.
        worker: Reads and writes off the window's thread.
        built_in: Returns the content without packs; slow the first time.
        reread: Reads the content anew after a change, and gives it to what is open.
    """

    folder: Path
    documents: Path
    worker: Worker
    built_in: Callable[[], Content]
    reread: Callable[[], None]
