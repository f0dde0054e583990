"""Grid edits: how what is pressed or pasted in the grid becomes an edit of the assessment."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selfassess.core import edits
from selfassess.core.assessment import Agreed, Answer, Assessment, Given, Respondent
from selfassess.core.codes import Evidence
from selfassess.core.walk import answer_of
from selfassess.ui.grid_clipboard import Place, given_in
from selfassess.ui.models.grid_cell import GridColumn, Kind
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.words import _, plural


@dataclass(frozen=True, slots=True)
class Pasted:
    """What came of pasting: how many answers it gave, and what was left out."""

    given: int
    left_out: tuple[str, ...]

    @property
    def words(self) -> str:
        """The same as a sentence."""
        told = plural("{count} answer pasted.", "{count} answers pasted.", self.given)
        if not self.left_out:
            return told
        left = plural(
            "{count} cell was left out: {why}",
            "{count} cells were left out: {why}",
            len(self.left_out),
            why=self.left_out[0],
        )
        return f"{told} {left}"


class GridEdits:
    """Gives, clears and pastes answers, each as one step that can be undone."""

    def __init__(self, opened: OpenAssessment, new_id: Callable[[], str]) -> None:
        self._opened = opened
        self._new_id = new_id

    def answer_at(self, place: Place) -> Answer | None:
        """Return the answer of the one person whose answers a cell shows, if there is one."""
        column, topic = place
        return answer_of(self._opened.value.latest, column.respondent, topic)

    def refusal(self, place: Place) -> str:
        """Say why nothing can be answered at a cell; empty where it can."""
        column, topic = place
        if column.kind is Kind.EVIDENCE:
            return _("This is worked out. Go to an answer and press E to change what is behind it.")
        if column.kind is Kind.NOTE:
            return _("Notes belong to answers. Go to an answer and press F2.")
        if column.is_several:
            return plural(
                "{count} person answers for {who}. Choose whose answer it is.",
                "{count} people answer for {who}. Choose whose answer it is.",
                column.people,
                who=column.full,
            )
        votes = self._opened.value.latest.votes
        if any((v.organisation, v.topic) == (column.organisation, topic) for v in votes):
            return _("{who} voted on this in the room. The vote holds.", who=column.full)
        return ""

    def say(self, place: Place, level: Given) -> None:
        """Give a level, don't know or doesn't apply; saying it again changes nothing."""
        column, topic = place
        if column.kind is Kind.AGREED:
            self._agree(topic, level)
            return
        before = self.answer_at(place)
        if before is None or before.level != level or self._is_disputed(place):
            after, respondent = self._present(self._opened.value, column)
            after = edits.say(after, respondent, topic, level)
            self._opened.edit(after, _("Answer {topic}", topic=topic))

    def clear(self, places: Sequence[Place]) -> int:
        """Take answers or agreed levels back; say how many there were."""
        value, cleared = self._opened.value, 0
        for column, topic in places:
            after = value
            if column.kind is Kind.AGREED:
                kept = tuple(a for a in value.latest.agreed if a.topic != topic)
                after = edits.change_round(value, agreed=kept)
            elif column.respondent:
                after = edits.clear(value, column.respondent, topic)
            cleared += after != value
            value = after
        only = places[0][1] if places else ""
        words = _("Clear {topic}", topic=only) if cleared == 1 else _("Clear answers")
        self._opened.edit(value, words)
        return cleared

    def next_evidence(self, place: Place) -> None:
        """Go on to the next grade of evidence behind a level."""
        answer = self.answer_at(place)
        if answer is None or not isinstance(answer.level, int):
            return
        grades = tuple(Evidence)
        after = grades.index(answer.evidence) + 1 if answer.evidence else 0
        grade = grades[after % len(grades)]
        value = edits.annotate(self._opened.value, answer.respondent, answer.topic, evidence=grade)
        self._opened.edit(value, _("Evidence for {topic}", topic=answer.topic))

    def write(self, place: Place, words: str) -> None:
        """Write the note, or why the question doesn't apply; letters in a row are one step."""
        column, topic = place
        value, respondent = self._present(self._opened.value, column)
        before = self.answer_at(place)
        if before is not None and before.level == "na":
            after = edits.annotate(value, respondent, topic, reason=words)
            text = _("Reason for {topic}", topic=topic)
        else:
            after = edits.annotate(value, respondent, topic, note=words)
            text = _("Note on {topic}", topic=topic)
        self._opened.edit(after, text, merge=f"{text} {respondent}")

    def paste(self, cells: Sequence[tuple[Place, str]]) -> Pasted:
        """Give the answers that the cells of a spreadsheet mean; a blank changes nothing."""
        value = self._opened.value
        given, left_out = 0, []
        for place, text in cells:
            if not text.strip():
                continue
            level = given_in(text)
            why = self.refusal(place)
            if level is None:
                why = _("“{said}” is no level.", said=text.strip()[:40])
            elif not why and place[0].kind is Kind.AGREED:
                why = _("agreed levels are set one by one.")
            if why or level is None:
                left_out.append(why)
                continue
            value, respondent = self._present(value, place[0])
            value = edits.say(value, respondent, place[1], level)
            given += 1
        text = plural("Paste {count} answer", "Paste {count} answers", given)
        self._opened.edit(value, text)
        return Pasted(given, tuple(left_out))

    def _agree(self, topic: str, level: Given) -> None:
        value = self._opened.value
        before = next((a for a in value.latest.agreed if a.topic == topic), None)
        settled: Agreed | None = before
        kept = settled.minority_view if settled is not None else ""
        wanted = level if isinstance(level, int) else "none"
        if before is None or before.level != wanted:
            after = edits.agree(value, topic, wanted, self._opened.results.standing(topic), kept)
            self._opened.edit(after, _("Agree {topic}", topic=topic))

    def _is_disputed(self, place: Place) -> bool:
        column, topic = place
        conflicts = self._opened.value.latest.conflicts
        return any((c.respondent, c.topic) == (column.respondent, topic) for c in conflicts)

    def _present(self, value: Assessment, column: GridColumn) -> tuple[Assessment, str]:
        """Return who answers in a column, added to the assessment where nobody does yet."""
        if column.respondent:
            return value, column.respondent
        here = [r.id for r in value.respondents if r.organisation == column.organisation]
        if here:
            return value, here[0]
        made = Respondent(id=self._new_id(), organisation=column.organisation)
        return edits.add_respondent(value, made), made.id


def places_apart(before: Iterable[Answer], after: Iterable[Answer]) -> set[tuple[str, str]]:
    """Return the person and topic of each answer that is not the very same before and after."""
    were, are = ({id(answer): answer for answer in some} for some in (before, after))
    told = [(were | are)[id_] for id_ in were.keys() ^ are.keys()]
    return {(answer.respondent, answer.topic) for answer in told}
