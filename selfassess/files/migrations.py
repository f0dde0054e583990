"""Brings the plain content of an older `.selfassess` file to the newest format, step by step.

The history of the format:

1   selfassess 0.1. A zip of `assessment.json`, which holds `format`, `written_by` and `assessment`,
    and of `questionnaires/ID-VERSION.json` for each questionnaire and module that a round used.
    Until 0.1 is published it grows by fields that may be left out, `partnership.area` the latest.

Only the newest format is ever written. A step takes the plain content of one format, a dict of
`assessment` and `questionnaires` (by member), and gives that of the next. Every format has a file
that a real version wrote in `tests/old_files`.
"""

from collections.abc import Callable
from typing import Any

Plain = dict[str, Any]

STEPS: tuple[Callable[[Plain], Plain], ...] = ()
"""The step from format 1 to 2 comes first, and so on."""

FORMAT = len(STEPS) + 1
"""The format that is written."""


def to_newest(plain: Plain, format_: int) -> Plain:
    """Bring the plain content of a file from its format (1 to `FORMAT`) to the newest."""
    for step in STEPS[format_ - 1 :]:
        plain = step(plain)
    return plain
