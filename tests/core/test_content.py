from dataclasses import replace
from datetime import date

from selfassess.core.assessment import Reference
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance, GuidanceNote, Myth, Source
from tests.core.worlds import barrier, case_study, module, world

FIRST = module("first", ("other", "fraud-debt"), {"XA1": ("purpose", "each")})
SECOND = module("second", ("early-years",), {"XB1": ("purpose", "shared")})
SOURCE = Source(title="Code", publisher="ICO", url="https://example.org")
CHECKED = {
    "source": SOURCE,
    "nations": ("GB-ENG",),
    "checked": date(2026, 11, 22),
    "certainty": "certain",
}
NOTE = GuidanceNote.model_validate(
    {"id": "note", "title": "Note", "text": "Text.", "kind": "law", **CHECKED}
)
MYTH = Myth.model_validate(
    {"id": "myth", "statement": "So it is.", "verdict": "myth", "fact": "It is not.", **CHECKED}
)


def content() -> Content:
    _assessment, made = world(
        {"PU1": "shared"},
        {"council": {}},
        barriers=(barrier("main", "PU1<=2"),),
        cases=(case_study("case"),),
        modules=(FIRST, SECOND),
    )
    return replace(
        made,
        module_barriers={
            "first": (barrier("of-first", "XA1<=2"),),
            "second": (barrier("of-second", "XB1<=2"),),
        },
        guidance=Guidance(version="1", notes=(NOTE,), myths=(MYTH,)),
    )


def test_the_barriers_of_a_round_are_the_catalogues_and_those_of_its_modules():
    assessment, _content = world({"PU1": "shared"}, {"council": {}}, modules=(SECOND,))
    assert [b.id for b in content().barriers_in(assessment.latest)] == ["main", "of-second"]
    plain = assessment.latest.changed(modules=(Reference(id="bare", version="1"),))
    assert [b.id for b in content().barriers_in(plain)] == ["main"]


def test_a_policy_area_brings_its_modules():
    assert content().modules_for(("fraud-debt", "early-years")) == (
        Reference(id="first", version="1"),
        Reference(id="second", version="1"),
    )
    assert [m.id for m in content().modules_for(("early-years",))] == ["second"]
    assert content().modules_for(("public-health",)) == ()


def test_content_is_found_by_its_id():
    made = content()
    assert made.note("note") is NOTE
    assert made.myth("myth") is MYTH
    assert made.case("case").title == "Case"
    assert [made.barrier(b).id for b in ("main", "of-first", "of-second")] == [
        "main",
        "of-first",
        "of-second",
    ]


def test_what_there_is_not_is_not_found():
    made = content()
    assert (made.note("x"), made.myth("x"), made.case("x"), made.barrier("x")) == (None,) * 4
