"""The staff confidence check: a short anonymous sheet, answered before and after training."""

from typing import Annotated

from selfassess.core.fitting import Limits
from selfassess.core.questionnaire import Id
from selfassess.core.text import Text
from selfassess.core.value import Value

STEPS = (1, 2, 3, 4, 5)
"""The steps of the scale, from least to most confident."""

MOST_ITEMS = 12
"""More do not fit on one printed page."""


class Scale(Value):
    """What the two ends of the scale are called; the steps between have only their number."""

    lowest: Text
    highest: Text


class ConfidenceItem(Value):
    """One thing to be confident of: how it goes on after the stem, and a short name for tables."""

    id: Id
    title: Text
    text: Text


class ConfidenceCheck(Value):
    """The sheet of one version.

    Attributes:
        id: Its id.
        version: Its version.
        title: What stands at its top.
        intro: What it is for, and that it is anonymous.
        stem: How every item begins.
        scale: The ends of the scale.
        items: What is asked, in order.
        open_question: What people can answer in their own words.
    """

    id: Id
    version: str
    title: Text
    intro: Text
    stem: Text
    scale: Scale
    items: Annotated[tuple[ConfidenceItem, ...], Limits(min_length=1, max_length=MOST_ITEMS)]
    open_question: Text
