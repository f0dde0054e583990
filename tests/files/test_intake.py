from selfassess.core.assessment import Respondent
from selfassess.files import intake


def test_somebody_new_gets_an_id_that_nobody_has():
    people = [Respondent(id="r2", organisation="council"), Respondent(id="x", organisation="nhs")]
    assert intake._next_id(people) == "r3"
    assert intake._next_id(people[:1]) == "r3"
