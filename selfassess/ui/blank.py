"""Blank: an assessment in which nothing has been said yet."""

from datetime import date

from selfassess.core import edits
from selfassess.core.assessment import Assessment, Partnership, Reference, Round
from selfassess.core.content import Content
from selfassess.ui.dates import month_and_year


def blank(id_: str, content: Content, today: date) -> Assessment:
    """Return an assessment with one round of today, by the questionnaire of the content."""
    main = content.questionnaire
    round_ = Round(
        name=month_and_year(today),
        date=today.isoformat(),
        questionnaire=Reference(id=main.id, version=main.version),
    )
    return edits.new_assessment(id_, Partnership(name=""), round_)
