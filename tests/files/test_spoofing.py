import json

import pytest

from selfassess.files import assessment_file
from selfassess.files.answers_file import read_answers
from selfassess.files.form_cells import text_of
from selfassess.files.partnership_file import read_partnership
from selfassess.files.settings_file import read_settings
from selfassess.files.spoofing import may_turn, straight, straightened
from tests.files import values
from tests.files.values import written

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_signs_that_turn_the_writing_are_taken_out_and_nothing_else():
    assert straight(f"River{TURNS}side ’—é") == "Riverside ’—é"
    assert straightened({f"a{TURNS}": [f"b{TURNS}", 1, None, {"c": TURNS}]}) == {
        "a": ["b", 1, None, {"c": ""}]
    }


def test_bytes_without_such_signs_need_not_be_looked_through():
    assert not may_turn("River’s “side” – …".encode())
    assert may_turn(f"River{TURNS}".encode())
    assert may_turn(json.dumps(f"River{TURNS}").encode())


def test_an_assessment_can_not_hide_its_name():
    value = values.assessment()
    lying = value.partnership.changed(name="River\u202eedis")
    data = assessment_file.to_bytes(value.changed(partnership=lying), (), ())
    with pytest.raises(Exception, match="no-questionnaire"):
        assessment_file.from_bytes(data, "a")
    carried = (values.questionnaires(), values.modules())
    data = assessment_file.to_bytes(value.changed(partnership=lying), *carried)
    assert assessment_file.from_bytes(data, "a").assessment.partnership.name == "Riveredis"


def test_tables_forms_settings_and_yaml_can_not_either(tmp_path):
    table = "organisation,respondent,topic,level\nCouncil,J\u202eo,PU1,3\n"
    (row,) = read_answers(written(tmp_path / "a.csv", table), ["Council"], ["PU1"])
    assert row.respondent == "Jo"
    assert text_of("J\u202eo") == "Jo"
    facts = read_partnership(
        written(
            tmp_path / "p.yaml",
            "name: Ri\u202ever\norganisations:\n- {name: A, sector: police}\n"
            "- {name: B, sector: health}\n",
        )
    )
    assert facts.partnership.name == "River"
    written(tmp_path / "settings.json", '{"theme": "da\u202erk"}')
    assert read_settings(tmp_path)[0].theme == "dark"
