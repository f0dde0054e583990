"""`selfassess new`: makes an assessment from a partnership and, if given, its answers."""

import argparse
import uuid
from datetime import date
from pathlib import Path

from selfassess.commands.tables import add_tables, filled
from selfassess.core import edits
from selfassess.core.assessment import Reference, Round
from selfassess.core.codes import Set
from selfassess.files import assessment_file, content_index
from selfassess.files.new_file import refuse_to_overwrite
from selfassess.files.partnership_file import read_partnership
from selfassess.words import _

FIRST_ROUND = _("First round")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("out", type=Path, metavar="OUT.selfassess")
    parser.add_argument("--partnership", type=Path, required=True, metavar="P.yaml")
    parser.add_argument("--set", choices=[str(kind) for kind in Set], default=str(Set.SHORT))
    add_tables(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write a new assessment; nothing is written if anything is wrong."""
    refuse_to_overwrite(arguments.out)
    content = content_index.content()
    facts = read_partnership(arguments.partnership)
    first = Round(
        name=FIRST_ROUND,
        date=date.today().isoformat(),  # noqa: DTZ011 - the day on the user's own wall
        questionnaire=Reference(id=content.questionnaire.id, version=content.questionnaire.version),
        modules=content.modules_for(facts.partnership.policy_areas),
        step=facts.step,
        set=Set(arguments.set),
        high_risk=facts.high_risk,
        safety_at_stake=facts.safety_at_stake,
        organisations=facts.organisations,
    )
    begun = edits.new_assessment(uuid.uuid4().hex, facts.partnership, first)
    made = filled(begun, content, arguments)
    assessment_file.write(arguments.out, made, (content.questionnaire,), content.modules)
    print(_("Written: {file}", file=arguments.out))
    return 0
