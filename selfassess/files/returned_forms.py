"""Returned forms: what comes back from partners, an answer form or their copy of the assessment."""

from pathlib import Path

from selfassess.core.importing import forms_of
from selfassess.core.merge import FormRead
from selfassess.files import assessment_file
from selfassess.files.form_workbook import read_form


def read_returned(path: Path) -> tuple[FormRead, ...]:
    """Read a form, or a partner's copy of the assessment as the forms that it stands for.

    Raises:
        FileProblemsError: it can't be read, or is neither.
    """
    if path.suffix.casefold() == assessment_file.ENDING:
        return forms_of(assessment_file.read(path).assessment, str(path))
    return (read_form(path),)
