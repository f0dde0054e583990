"""New round: begins another round of answering, once the user has said so."""

from selfassess.core import edits
from selfassess.core.assessment import Assessment
from selfassess.ui.dates import month_and_year
from selfassess.ui.desk import Desk
from selfassess.ui.prompts import Question
from selfassess.words import _


def begin_new_round(desk: Desk) -> bool:
    """Ask whether everybody shall answer again, and begin a round; say whether it began."""
    value = desk.opened.value
    question = Question(
        title=_("Begin a new round?"),
        text=_(
            "Everybody answers again. The answers of “{round}” stay as they are, and Compare shows"
            " what moved. Partners, step and questions carry over; you can change them in Set up.",
            round=value.latest.name,
        ),
        answers=(("begin", _("Begin a new round")), ("back", _("Not now"))),
        cancel="back",
    )
    if desk.prompts.choose(question) != "begin":
        return False
    today = desk.now().date()
    name = _free_name(value, month_and_year(today))
    after = edits.begin_round(value, name, date=today.isoformat())
    desk.opened.edit(after, _("Begin a new round"))
    return True


def _free_name(value: Assessment, wanted: str) -> str:
    taken, number, name = {round_.name for round_ in value.rounds}, 2, wanted
    while name in taken:
        name = _("{month}, round {number}", month=wanted, number=number)
        number += 1
    return name
