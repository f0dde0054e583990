import pytest

from selfassess.core import edits
from selfassess.core.importing import import_forms
from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file
from selfassess.files.form_workbook import write_form
from selfassess.files.returned_forms import read_returned
from tests import builders
from tests.reports.small import TODAY, WORDS, small


def test_a_form_is_read_as_one(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_form(small(), "haven", None, "form-1", 1, WORDS, TODAY))
    (form,) = read_returned(path)
    assert (form.form, form.file) == ("form-1", str(path))


def test_a_partner_s_copy_is_read_as_the_forms_that_it_stands_for(tmp_path):
    ours = builders.assessment("Council", "Police", answers="PU1=4")
    theirs = edits.say(ours, "police-1", "PU2", 2)
    path = tmp_path / "Copy.SELFASSESS"
    assessment_file.write(path, theirs, (builders.questionnaire(),), ())
    after = import_forms(ours, read_returned(path)).after
    assert {(a.respondent, a.topic): a.level for a in after.latest.answers} == {
        ("council-1", "PU1"): 4,
        ("police-1", "PU2"): 2,
    }


@pytest.mark.parametrize(
    ("name", "code"), [("form.xlsx", "form.not-workbook"), ("copy.selfassess", "zip.damaged")]
)
def test_what_is_damaged_is_told_by_what_it_should_be(tmp_path, name, code):
    path = tmp_path / name
    path.write_bytes(b"broken")
    with pytest.raises(FileProblemsError) as refused:
        read_returned(path)
    assert [(problem.code, problem.file) for problem in refused.value.problems] == [
        (code, str(path))
    ]
