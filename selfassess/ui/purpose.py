"""Purpose: the sentence of the partnership, built of what is known so far."""

from selfassess.core.assessment import Assessment
from selfassess.ui.parts.text import Run
from selfassess.words import _


def purpose_runs(assessment: Assessment, said: str = "h2") -> tuple[Run, ...]:
    """Return the sentence, its parts in the style `said`; a missing part asks for itself."""
    purpose = assessment.partnership.purpose
    between = purpose.between.strip() or partners_in_words(assessment)
    return (
        Run(_("We share") + " "),
        _part(purpose.what, _("…what?"), said),
        Run(" " + _("between") + " "),
        _part(between, _("…whom?"), said),
        Run(" " + _("so that") + " "),
        _part(purpose.so_that, _("…what changes?"), said),
        Run("." if purpose.so_that.strip() else ""),
    )


def partners_in_words(assessment: Assessment) -> str:
    """Name the partners of the latest round one after the other."""
    *some, last = [organisation.name for organisation in assessment.latest.organisations] or [""]
    return _("{some} and {last}", some=", ".join(some), last=last) if some else last


def _part(words: str, missing: str, style: str) -> Run:
    words = words.strip().rstrip(".")
    return Run(words or missing, style if words else "", "accent")
