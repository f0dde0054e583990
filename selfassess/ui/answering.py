"""Answering: who answers which question at the moment, and how what they say becomes an edit."""

from collections.abc import Callable

from selfassess.core import edits
from selfassess.core.assessment import Answer, Assessment, Given, Respondent
from selfassess.core.codes import Evidence
from selfassess.core.walk import answer_of, answers_of, first_open
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.words import _


class Answering:
    """The partner, the person and the question in view.

    A person who has not said anything yet enters the assessment with the first answer.
    """

    def __init__(self, opened: OpenAssessment, new_id: Callable[[], str]) -> None:
        self._opened = opened
        self._new_id = new_id
        self._person_at: dict[str, str] = {}
        self._newcomer: Respondent | None = None
        self.organisation = ""
        self.topic = ""
        self.settle()

    @property
    def respondent(self) -> str:
        """The id of the person who answers."""
        here = [r.id for r in self._opened.value.respondents if r.organisation == self.organisation]
        chosen = self._person_at.get(self.organisation, "")
        if chosen in here:
            return chosen
        if here:
            return here[0]
        if self._newcomer is None or self._newcomer.organisation != self.organisation:
            self._newcomer = Respondent(id=self._new_id(), organisation=self.organisation)
        return self._newcomer.id

    @property
    def answer(self) -> Answer | None:
        """What that person has said about the question."""
        return answer_of(self._opened.value.latest, self.respondent, self.topic)

    def settle(self) -> None:
        """Stay with what is in view as far as it still exists; else begin at the first of it."""
        organisations = [o.id for o in self._opened.value.latest.organisations]
        if self.organisation not in organisations:
            self.organisation = organisations[0] if organisations else ""
        walk = [topic.id for topic in self._opened.asked.walk]
        if self.topic not in walk:
            self.topic = first_open(self._opened.asked, self._answered()) or walk[0]

    def choose_organisation(self, id_: str) -> None:
        """Answer for another partner; after the last question it begins at its first."""
        is_done = self._is_done()
        self.organisation = id_
        if is_done:
            self._begin()

    def choose_person(self, id_: str) -> None:
        """Answer as another person of the partner; after the last question begin at the first."""
        is_done = self._is_done()
        self._person_at[self.organisation] = id_
        if is_done:
            self._begin()

    def _answered(self) -> list[str]:
        said = answers_of(self._opened.value.latest, self.respondent)
        return [id_ for id_, answer in said.items() if answer.level is not None]

    def _is_done(self) -> bool:
        return not first_open(self._opened.asked, self._answered())

    def _begin(self) -> None:
        """Go to the first question that the person in view has not answered, if there is one."""
        self.topic = first_open(self._opened.asked, self._answered()) or self.topic

    def answer_as(self, id_: str) -> None:
        """Answer as a person of any partner; where there is no such person stay as it is."""
        who = next((r for r in self._opened.value.respondents if r.id == id_), None)
        if who is not None:
            self.organisation = who.organisation
            self._person_at[who.organisation] = id_

    def add_person(self, role: str) -> None:
        """Add a person who answers for the partner, by role or name; an empty one stays unnamed."""
        value = self._opened.value
        made = Respondent(id=self._new_id(), organisation=self.organisation, role=role)
        self._person_at[self.organisation] = made.id
        self._opened.edit(edits.add_respondent(self._present(value), made), _("Add a person"))

    def say(self, level: Given) -> None:
        """Give a level, don't know or doesn't apply; saying it again changes nothing."""
        if self.answer is None or self.answer.level != level:
            after = edits.say(self._present(), self.respondent, self.topic, level)
            self._opened.edit(after, _("Answer {topic}", topic=self.topic))

    def clear(self) -> None:
        """Take the answer back, with its note."""
        if self.answer is not None:
            after = edits.clear(self._opened.value, self.respondent, self.topic)
            self._opened.edit(after, _("Clear {topic}", topic=self.topic))

    def give_evidence(self, grade: Evidence) -> None:
        """Say what stands behind the level."""
        if self.answer is not None and self.answer.evidence is not grade:
            after = edits.annotate(self._opened.value, self.respondent, self.topic, evidence=grade)
            self._opened.edit(after, _("Evidence for {topic}", topic=self.topic))

    def note(self, words: str) -> None:
        """Write the note; letters one after the other are one step back."""
        after = edits.annotate(self._present(), self.respondent, self.topic, note=words)
        self._write(after, _("Note on {topic}", topic=self.topic))

    def give_reason(self, words: str) -> None:
        """Write why the question doesn't apply."""
        after = edits.annotate(self._present(), self.respondent, self.topic, reason=words)
        self._write(after, _("Reason for {topic}", topic=self.topic))

    def follow(self, before: Assessment, after: Assessment) -> None:
        """Go where the one answer that differs stands, so that what was undone can be seen."""
        told = set(before.latest.answers) ^ set(after.latest.answers)
        places = {(answer.respondent, answer.topic) for answer in told}
        if len(places) != 1:
            return
        respondent, topic = places.pop()
        who = next((r for r in after.respondents if r.id == respondent), None)
        if who is None or topic not in {t.id for t in self._opened.asked.walk}:
            return
        self.organisation, self.topic = who.organisation, topic
        self._person_at[who.organisation] = respondent

    def _write(self, after: Assessment, text: str) -> None:
        self._opened.edit(after, text, merge=f"{text} {self.respondent}")

    def _present(self, value: Assessment | None = None) -> Assessment:
        value = value or self._opened.value
        newcomer = self._newcomer
        if newcomer is None or newcomer.id != self.respondent:
            return value
        if any(r.id == newcomer.id for r in value.respondents):
            return value
        return edits.add_respondent(value, newcomer)
