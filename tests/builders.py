"""Tiny worlds for tests of the face: a questionnaire said in a line, and an assessment of it."""

from datetime import date

from selfassess.core.assessment import (
    Answer,
    Assessment,
    Organisation,
    Partnership,
    Purpose,
    Reference,
    Respondent,
    Round,
)
from selfassess.core.barriers import Catalogue
from selfassess.core.codes import Set, Step
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance, GuidanceNote, Myth, Source
from selfassess.core.questionnaire import Dimension, Group, Module, MustHave, Questionnaire, Topic

SECTORS = {"Council": "local-government", "Police": "police", "Haven": "voluntary"}
SOURCE = Source(title="Data sharing code", publisher="ICO", url="https://ico.org.uk/code")


def topic(said: str) -> Topic:
    """A topic from its id; `!` after it makes a must-have from Vision, `!!` from Implementation."""
    id_ = said.rstrip("!")
    must = {1: Step.VISION, 2: Step.IMPLEMENTATION}.get(len(said) - len(id_))
    return Topic(
        id=id_,
        title=f"Title of {id_}",
        question=f"Is {id_} in place?",
        levels=tuple(f"{id_} stands at level {level}." for level in range(1, 6)),
        mode="shared",
        must_have=MustHave(from_=must) if must else None,
        set=Set.SHORT,
        why=f"{id_} matters.",
        good=f"{id_} looks good.",
        evidence=(f"A paper about {id_}",),
        guidance=("a-note",),
        myths=("a-myth",),
    )


def questionnaire(*dimensions: str) -> Questionnaire:
    """Dimensions said as `Purpose: PU1! PU2`; the first two stand in Why, the rest in People."""
    made = []
    for place, said in enumerate(
        dimensions or ("Purpose: PU1! PU2", "Leadership: LE1", "Culture: CU1 CU2")
    ):
        name, topics = said.split(": ")
        made.append(
            Dimension(
                id=name.lower(),
                name=name,
                group="why" if place < 2 else "people",
                counts_from=Step.VISION,
                about=f"About {name}.",
                topics=tuple(map(topic, topics.split())),
            )
        )
    return Questionnaire(
        id="tiny",
        version="1.0.0",
        title="Tiny",
        groups=(Group(id="why", name="Why"), Group(id="people", name="People")),
        dimensions=tuple(made),
    )


def content(main: Questionnaire | None = None, *, modules: tuple[Module, ...] = ()) -> Content:
    """All content around a questionnaire: one note and one myth, no barriers, no cases."""
    checked = {"source": SOURCE, "nations": ("GB-ENG",), "certainty": "certain"}
    note = GuidanceNote(
        id="a-note",
        title="A note",
        text="Share what is needed.",
        kind="law",
        checked=date(2026, 9, 3),
        **checked,
    )
    myth = Myth(
        id="a-myth",
        statement="No agreement, so we cannot share.",
        verdict="myth",
        fact="You can.",
        checked=date(2026, 9, 3),
        **checked,
    )
    return Content(
        questionnaire=main or questionnaire(),
        modules=modules,
        catalogue=Catalogue(id="none", version="1", barriers=()),
        module_barriers={},
        cases=(),
        guidance=Guidance(version="1", notes=(note,), myths=(myth,)),
    )


def assessment(
    *organisations: str, answers: str = "", fictional: bool = False, **round_: object
) -> Assessment:
    """An assessment with one person at each partner.

    Args:
        organisations: Names of partners; Council and Police where none is named.
        answers: What the first person says, such as `PU1=3 PU2=dk`.
        fictional: Whether it is the worked example.
        round_: Fields of the round.
    """
    names = organisations or ("Council", "Police")
    partners = tuple(
        Organisation(id=name.lower(), name=name, sector=SECTORS.get(name, "other"), letter=name[0])
        for name in names
    )
    people = tuple(Respondent(id=f"{o.id}-1", organisation=o.id, role="Lead") for o in partners)
    given = []
    for said in answers.split():
        id_, level = said.split("=")
        value = int(level) if level.isdigit() else level
        given.append(Answer(respondent=people[0].id, topic=id_, level=value))
    return Assessment(
        id="a",
        partnership=Partnership(
            name="Riverside",
            purpose=Purpose(what="worries about a family", so_that="help comes early"),
        ),
        fictional=fictional,
        respondents=people,
        rounds=(
            Round(
                name="Spring",
                questionnaire=Reference(id="tiny", version="1.0.0"),
                organisations=partners,
                answers=tuple(given),
                **round_,
            ),
        ),
    )


def empty_assessment() -> Assessment:
    """A new assessment without name, partners or answers."""
    return Assessment(
        id="new",
        partnership=Partnership(name=""),
        rounds=(Round(name="November 2026", questionnaire=Reference(id="tiny", version="1.0.0")),),
    )
