import pytest

from selfassess.core.case_twins import Alike, twin_of
from tests.core.worlds import case_study

LONG = "Police who went to a home told the school of the child before nine the next morning."


def case(id_: str, title: str = "One two three four", text: str = "", url: str = ""):
    source = {"title": "t", "publisher": "p", "url": url}
    return case_study(id_, title=title, summary=text, source=source)


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (case("a", "Other words altogether here"), Alike.ID),
        (case("b", "Other words altogether here", LONG.replace("nine", "ten")), Alike.TEXT),
        (case("b", "One, Two; three four!"), Alike.TITLE),
        (case("b", "Other words", url="http://www.example.org/x/#top"), Alike.URL),
        (case("b", "Other words", "Something else was told of here."), None),
        (case("b", "One two"), None),
    ],
)
def test_a_double_is_known_by_id_text_title_or_address(other, alike):
    twin = twin_of(case("a", text=LONG, url="https://example.org/x"), [other])
    assert (twin.alike if twin else None) == alike
    assert twin is None or twin.case is other


def test_the_surest_double_is_named():
    others = [case("b"), case("c", text=LONG)]
    assert twin_of(case("a", text=LONG), others).case.id == "c"


def test_short_titles_are_alike_only_when_they_are_the_same():
    assert twin_of(case("a", "Leeds"), [case("b", "leeds")]).alike is Alike.TITLE
    assert twin_of(case("a", "Leeds"), [case("b", "leeds twice")]) is None
    assert twin_of(case("a", ""), [case("b", "")]) is None
