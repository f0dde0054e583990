"""The slow work of the plan page, done off the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from selfassess.core.plan_merge import PlanRead


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """Reads the action plan of a report, which must be that of an assessment."""

    path: Path
    assessment: str

    def __call__(self) -> PlanRead:
        """Read it.

        Raises:
            FileProblemsError: it can't be used.
        """
        # The spreadsheet library takes a while to load and is not needed before.
        from selfassess.files.plan_workbook import read_plan  # noqa: PLC0415  # loaded when needed

        return read_plan(self.path, assessment=self.assessment)
