"""The grid of all answers as values: its columns, and a row of cells for each question."""

from collections.abc import Collection
from dataclasses import dataclass

from selfassess.core.assessment import Assessment, Respondent
from selfassess.core.codes import Agreement
from selfassess.core.latest import Latest
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports import sentences
from selfassess.reports.phrases import said
from selfassess.ui.models.grid_cell import GridCell, GridColumn, Kind, Mark, Said, cell_of
from selfassess.ui.walk_view import person_name
from selfassess.words import Words

_ID_SHOWN = 6
_ROWS_KEPT = 200


@dataclass(frozen=True, slots=True)
class GridRow:
    """A question with its cells, or the heading of a dimension, which has none.

    Attributes:
        id: The id of the topic, or of the dimension.
        title: Its title.
        dimension: The name of its dimension.
        must_have: It is a must-have for this sharing.
        cells: A cell for each column; none for a heading.
        says: What a heading says of its dimension.
        is_open: The questions under a heading are in sight.
        is_open_question: Somebody has not answered it.
        is_split: Views on it are split.
        has_dont_know: Somebody doesn't know.
    """

    id: str
    title: str
    dimension: str
    must_have: bool = False
    cells: tuple[GridCell, ...] = ()
    says: str = ""
    is_open: bool = True
    is_open_question: bool = False
    is_split: bool = False
    has_dont_know: bool = False

    @property
    def is_heading(self) -> bool:
        """It is the heading of a dimension."""
        return not self.cells


_ROWS: Latest[GridRow] = Latest(_ROWS_KEPT)
"""An answer changes one row; the others stay as they were."""


def grid_columns(
    assessment: Assessment, unfolded: Collection[str], words: Words
) -> tuple[GridColumn, ...]:
    """Return the columns: partners, the people of those unfolded, and what is said of all.

    In an anonymous assessment there are people only, by their random ids, in the order of these.
    """
    made: list[GridColumn] = []
    if assessment.anonymous:
        here = {o.id for o in assessment.latest.organisations}
        people = [r for r in assessment.respondents if r.organisation in here]
        made += [_nameless(person, words) for person in sorted(people, key=lambda r: r.id)]
    else:
        for place, organisation in enumerate(assessment.latest.organisations):
            people = [r for r in assessment.respondents if r.organisation == organisation.id]
            alone = people[0].id if len(people) == 1 else ""
            made.append(
                GridColumn(
                    kind=Kind.PARTNER,
                    head=organisation.name,
                    full=organisation.name,
                    organisation=organisation.id,
                    respondent=alone,
                    people=len(people),
                    place=place,
                )
            )
            if organisation.id in unfolded and len(people) > 1:
                made += [
                    _person(person, number, organisation.name, place, words)
                    for number, person in enumerate(people, start=1)
                ]
    return (
        *made,
        GridColumn(Kind.AGREED, words("Agreed"), words("agreed level")),
        GridColumn(Kind.EVIDENCE, words("Evidence"), words("evidence")),
        GridColumn(Kind.NOTE, words("Note"), words("notes")),
    )


def grid_rows(
    results: Results, columns: tuple[GridColumn, ...], words: Words
) -> tuple[GridRow, ...]:
    """Return a row for each question that is asked, in walk order."""
    said_of = Said(results.assessment, results.round)
    names = {d.id: said(d.dimension.name, words) for d in results.dimensions}
    scores = {score.id: score for score in results.topics}

    def row(id_: str) -> GridRow:
        score, name = scores[id_], names[scores[id_].dimension]
        comes_of = (score, name, said_of.on(id_), columns, words)
        return _ROWS.of(id_, comes_of, lambda: _row(score, name, said_of, columns, words))

    return tuple(row(topic.id) for topic in results.asked.walk)


def headings(results: Results, words: Words) -> tuple[GridRow, ...]:
    """Return the heading of each dimension of which something is asked, in walk order."""
    asked = set(results.asked.dimension_of.values())
    made = []
    for score in results.dimensions:
        if score.id in asked:
            name = said(score.dimension.name, words)
            band = sentences.band_in_words(score, words)
            made.append(GridRow(score.id, name, name, says=band))
    return tuple(made)


def _nameless(person: Respondent, words: Words) -> GridColumn:
    id_ = person.id[:_ID_SHOWN]
    return GridColumn(
        kind=Kind.PERSON,
        head=id_,
        full=words("person {id}", id=id_),
        organisation=person.organisation,
        respondent=person.id,
        people=1,
    )


def _person(person: Respondent, number: int, partner: str, place: int, words: Words) -> GridColumn:
    name = person_name(person, number)
    return GridColumn(
        kind=Kind.PERSON,
        head=name,
        full=words("{partner}, {person}", partner=partner, person=name),
        organisation=person.organisation,
        respondent=person.id,
        people=1,
        place=place,
    )


def _row(
    score: TopicScore,
    dimension: str,
    said_of: Said,
    columns: tuple[GridColumn, ...],
    words: Words,
) -> GridRow:
    cells = tuple(cell_of(column, score, said_of, words) for column in columns)
    pairs = zip(cells, columns, strict=True)
    has_gap = any(cell.mark is Mark.EMPTY for cell, column in pairs if column.is_answers)
    return GridRow(
        id=score.id,
        title=said(score.topic.title, words),
        dimension=dimension,
        must_have=score.must_have,
        cells=cells,
        is_open_question=said_of.waits_for_somebody(score.id) or has_gap,
        is_split=score.agreement is Agreement.SPLIT,
        has_dont_know=score.dont_know > 0,
    )
