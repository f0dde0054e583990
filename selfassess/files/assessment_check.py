"""Finds what does not hang together in an assessment: ids that stand twice or name nothing."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from selfassess.core.assessment import (
    Answer,
    Assessment,
    Conflict,
    LookBack,
    Reference,
    Round,
    TakenBack,
)
from selfassess.core.problem import Problem


def problems_in(
    assessment: Assessment, known: Iterable[tuple[str, str]], file: str
) -> list[Problem]:
    """Return what does not hang together; `known` is id and version of what is in the file."""
    people = {respondent.id for respondent in assessment.respondents}
    held = set(known)
    twice = (
        ("respondent", (r.id for r in assessment.respondents)),
        ("round", (r.name for r in assessment.rounds)),
        ("action", (a.id for a in assessment.actions)),
        ("priority", (p.barrier for p in assessment.priorities)),
        ("set-aside", (s.barrier for s in assessment.set_aside)),
    )
    found = [*_repeated(twice, file, "")]
    organisations = {o.id for round_ in assessment.rounds for o in round_.organisations}
    for respondent in assessment.respondents:
        if respondent.organisation not in organisations:
            facts = {"said": respondent.organisation, "who": respondent.id}
            found.append(Problem("assessment.unknown-organisation", file, facts=facts))
    for round_ in assessment.rounds:
        found += _problems_in_round(round_, people, held, file)
    return found


def _problems_in_round(
    round_: Round, people: set[str], held: set[tuple[str, str]], file: str
) -> Iterator[Problem]:
    place = round_.name
    for reference in (round_.questionnaire, *round_.modules):
        if _key(reference) not in held:
            facts = {"said": f"{reference.id} {reference.version}"}
            yield Problem("assessment.no-questionnaire", file, place=place, facts=facts)
    for spoken in sorted(_speakers(round_) - people):
        yield Problem("assessment.unknown-respondent", file, place=place, facts={"said": spoken})
    here = {organisation.id for organisation in round_.organisations}
    for voter in sorted({vote.organisation for vote in round_.votes} - here):
        facts = {"said": voter, "who": ""}
        yield Problem("assessment.unknown-organisation", file, place=place, facts=facts)
    yield from _repeated(
        (
            ("organisation", (o.id for o in round_.organisations)),
            ("answer", ((a.respondent, a.topic) for a in round_.answers)),
            ("conflict", ((c.respondent, c.topic) for c in round_.conflicts)),
            ("taken-back", ((t.respondent, t.topic) for t in round_.taken_back)),
            ("form", (f.id for f in round_.forms)),
            ("vote", ((v.organisation, v.topic) for v in round_.votes)),
            ("tally", (t.topic for t in round_.tallies)),
            ("agreed", (a.topic for a in round_.agreed)),
            ("look-back", ((b.respondent, b.topic) for b in round_.look_back)),
        ),
        file,
        place,
    )


def _speakers(round_: Round) -> set[str]:
    said: tuple[Answer | Conflict | LookBack | TakenBack, ...] = (
        *round_.answers,
        *round_.conflicts,
        *round_.taken_back,
        *round_.look_back,
    )
    return {one.respondent for one in said}


def _repeated(
    parts: Iterable[tuple[str, Iterable[Hashable]]], file: str, place: str
) -> Iterator[Problem]:
    for part, given in parts:
        keys = tuple(given)
        if len(set(keys)) == len(keys):
            continue
        for key, count in Counter(keys).items():
            if count > 1:
                said = " ".join(key) if isinstance(key, tuple) else str(key)
                facts = {"part": part, "said": said}
                yield Problem("assessment.repeated", file, place=place, facts=facts)


def _key(reference: Reference) -> tuple[str, str]:
    return reference.id, reference.version
