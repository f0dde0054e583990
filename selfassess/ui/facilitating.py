"""Facilitating: what the facilitator does becomes edits of the assessment and moves on stage."""

from dataclasses import replace
from datetime import datetime, timedelta
from math import floor
from typing import cast

from selfassess.core import room, workshop
from selfassess.core.agreement import LEVELS
from selfassess.core.assessment import Assessment, Counts, Level, Tally
from selfassess.core.levels import Stand
from selfassess.core.patterns import Sight, sight
from selfassess.core.results import Results
from selfassess.core.room import RoomTopic
from selfassess.core.scoring import TopicScore
from selfassess.core.workshop import NO_HANDS, Voted
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.stage import Stage, Way
from selfassess.words import _

LEVELS_BY_DIGIT: dict[int, Level] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}


class Facilitating:
    """The room, its topics and its votes."""

    def __init__(self, opened: OpenAssessment, stage: Stage) -> None:
        self._opened = opened
        self._stage = stage
        self._topics: tuple[Results, tuple[RoomTopic, ...]] | None = None
        if opened.value.anonymous or workshop.planned(opened.value.latest).hands:
            stage.vote_by(Way.HANDS)

    @property
    def results(self) -> Results:
        """Everything that follows from the assessment as it stands."""
        return cast("Results", self._opened.results)

    @property
    def topics(self) -> tuple[RoomTopic, ...]:
        """The topics of the room, in their order."""
        if self._topics is None or self._topics[0] is not self.results:
            self._topics = (self.results, room.proposal(self.results).chosen)
        return self._topics[1]

    @property
    def here(self) -> RoomTopic | None:
        """The topic in hand; None where there is none."""
        return next((one for one in self.topics if one.id == self._stage.topic), None)

    @property
    def score(self) -> TopicScore | None:
        """What the topic in hand comes to."""
        return self.here.topic if self.here else None

    @property
    def in_room(self) -> TopicScore | None:
        """What the room sees of the topic in hand: hands alone where hands were raised."""
        score, tally = self.score, self.tally
        if score is None or tally is None or self._stage.way is not Way.HANDS:
            return score
        return replace(score, stands=(), counts=tally.last, dont_know=tally.dont_know)

    @property
    def sight(self) -> Sight | None:
        """The votes on the topic in hand as the room sees them."""
        score, tally = self.in_room, self.tally
        if score is None:
            return None
        if tally is not None and self._stage.way is Way.HANDS:
            return Sight(score, tally.first, tally.last, self.has_voted_twice)
        return sight(self._opened.value.latest, score, again=self._stage.again)

    @property
    def away(self) -> tuple[str, ...]:
        """The organisations that are not in the room."""
        return workshop.planned(self._opened.value.latest).away

    @property
    def has_voted_twice(self) -> bool:
        """Whether the topic in hand had its second vote, or has it now."""
        latest = self._opened.value.latest
        return self._stage.again or workshop.has_voted_again(latest, self._stage.topic)

    def begin(self) -> None:
        """Begin or carry on: the topics are fixed, and the first that is not settled is in hand.

        Where the room was interrupted, also by a crash, it goes on at the topic it was at, in the
        way it voted and without those who were away; the pace goes on too, unless that was another
        day. Votes are hidden until somebody shows them, and a second vote goes on as the second.
        """
        value = self._opened.value
        if not workshop.planned(value.latest).topics:
            ids = tuple(one.id for one in self.topics)
            self._opened.edit(workshop.plan(value, topics=ids), _("Begin the workshop"))
        latest = self._opened.value.latest
        unsettled = {one.id for one in self.topics if not one.settled}
        if self._stage.began is None:
            opened = unsettled.intersection(workshop.planned(latest).again)
            pairs = (pair for pair in workshop.voted_again(latest) if pair[0] in unsettled)
            self._stage.take_up(opened, pairs)
        self._stage.begin(self._began_before())
        at = workshop.planned(latest).at
        first = at if at in unsettled else room.first_open(self.topics)
        if first is not None:
            self.go_to(first)

    def go_to(self, topic: str) -> None:
        """Take a topic in hand; what was settled is shown at once."""
        self._stage.go_to(topic)
        self._keep_place()
        if self.here is not None and self.here.settled and not self._stage.revealed:
            self._stage.reveal(True)

    def vote_again(self) -> None:
        """Open the second vote on the topic in hand: the first is hidden until all have voted."""
        self._stage.vote_again()
        self._keep_place()

    def vote_in(self, way: Way) -> None:
        """Vote in another way from now on."""
        self._stage.vote_by(way)
        self._keep_place()

    def send_away(self, organisation: str, away: bool) -> None:
        """Say that an organisation is not in the room, or is back."""
        after = workshop.send_away(self._opened.value, organisation, away=away)
        self._edit(after, _("Who is away"))

    def go_by(self, steps: int) -> None:
        """Go to the topic so many places further, without settling this one."""
        ids = [one.id for one in self.topics]
        if self._stage.topic in ids:
            place = ids.index(self._stage.topic) + steps
            if 0 <= place < len(ids):
                self.go_to(ids[place])

    def go_on(self) -> bool:
        """Go to the next topic that is not settled; say whether there is one."""
        following = room.next_open(self.topics, self._stage.topic)
        if following is not None:
            self.go_to(following)
        return following is not None

    def next_title(self, language: str) -> str:
        """Return the title of the next topic that is not settled; empty where there is none."""
        following = room.next_open(self.topics, self._stage.topic)
        titles = {one.id: one.topic.topic.title.say(language) for one in self.topics}
        return titles[following] if following else ""

    def is_in(self, stand: Stand) -> bool:
        """Say whether an organisation's view on the topic in hand is in: voted, or from forms."""
        if self._stage.again:
            return self._stage.has_voted_again(stand.organisation)
        return bool(stand.given)

    def has_vote(self, organisation: str) -> bool:
        """Say whether an organisation has voted in the room on the topic in hand."""
        latest = self._opened.value.latest
        return workshop.vote_of(latest, self._stage.topic, organisation) is not None

    def waiting(self, after: str = "") -> str:
        """Return the next organisation in the room whose view is not in; empty when all are."""
        stands = self.score.stands if self.score else ()
        ids = [stand.organisation for stand in stands]
        start = ids.index(after) + 1 if after in ids else 0
        for stand in (*stands[start:], *stands[:start]):
            if stand.organisation not in self.away and not self.is_in(stand):
                return stand.organisation
        return ""

    def vote(self, organisation: str, voted: Voted) -> None:
        """Record a vote."""
        stage, value = self._stage, self._opened.value
        stands = self.score.stands if self.score else ()
        stood = next((_seen(s) for s in stands if s.organisation == organisation), None)
        after = workshop.vote(
            value, stage.topic, organisation, voted, again=stage.again, stood=stood
        )
        after = workshop.send_away(after, organisation, away=False)
        self._edit(after, _("Vote on {topic}", topic=stage.topic))
        if stage.again:
            stage.count_again(organisation, True)

    def vote_by(self, organisation: str, digit: int) -> None:
        """Record a vote given as a digit: 1 to 5, or 0 for don't know."""
        self.vote(organisation, LEVELS_BY_DIGIT.get(digit, "dk"))

    def take_back(self, organisation: str) -> None:
        """Take an organisation's vote back."""
        stage, value = self._stage, self._opened.value
        after = workshop.take_vote_back(value, stage.topic, organisation, again=stage.again)
        self._edit(after, _("Take a vote on {topic} back", topic=stage.topic))
        if stage.again:
            stage.count_again(organisation, False)

    @property
    def hands(self) -> tuple[int, int, int, int, int, int]:
        """Hands on the topic in hand: don't know, then level 1 to 5."""
        tally = workshop.tally_of(self._opened.value.latest, self._stage.topic)
        if tally is None or (self._stage.again and not self._stage.has_voted_again("")):
            return (0, 0, 0, 0, 0, 0)
        return (tally.dont_know, *tally.last)

    def raise_hand(self, level: int, by: int = 1) -> None:
        """Count hands at a level (0: don't know); never below none."""
        stage = self._stage
        counts = list(self.hands)
        counts[level] = max(0, counts[level] + by)
        dont_know, one, two, three, four, five = counts
        now: Counts = (one, two, three, four, five)
        value = self._opened.value
        after = workshop.raise_hands(
            value, stage.topic, now, dont_know, again=stage.again, stood=self._stood
        )
        if stage.again:
            stage.count_again("", any(counts))
        self._edit(after, _("Hands on {topic}", topic=stage.topic), merge=f"hands {stage.topic}")

    @property
    def tally(self) -> Tally | None:
        """The show of hands on the topic in hand, if there was one."""
        return workshop.tally_of(self._opened.value.latest, self._stage.topic)

    def settle(self, level: Level | str) -> None:
        """Set the agreed level, or `none` for not agreed; the same again opens the topic."""
        topic, value = self._stage.topic, self._opened.value
        if self.score is not None and self.score.agreed == level:
            self._edit(workshop.unsettle(value, topic), _("Open {topic} again", topic=topic))
            return
        after = workshop.settle(value, topic, level, self.results.standing(topic))
        self._edit(after, _("Agree on {topic}", topic=topic))

    def settle_by(self, code: str) -> None:
        """Set the agreed level given as a code: “1” to “5”, or “none”."""
        self.settle(LEVELS_BY_DIGIT[int(code)] if code.isdigit() else code)

    def dissent(self, view: str) -> None:
        """Write the minority view."""
        topic, value = self._stage.topic, self._opened.value
        told = _("Minority view on {topic}", topic=topic)
        self._edit(workshop.dissent(value, topic, view), told, merge=told)

    def note_here(self) -> str:
        """Return the note on the topic in hand."""
        return workshop.note_on(self._opened.value.latest, self._stage.topic)

    def note(self, text: str) -> None:
        """Write the note on the topic in hand."""
        topic, value = self._stage.topic, self._opened.value
        told = _("Note on {topic}", topic=topic)
        self._edit(workshop.note(value, topic, text), told, merge=told)

    def park(self, text: str) -> None:
        """Put a thing aside for later."""
        value = self._opened.value
        self._edit(workshop.park(value, text, self._stage.topic or None), _("Park a point"))

    def decide(self, text: str) -> None:
        """Record a decision."""
        value = self._opened.value
        after = workshop.decide(value, text, self._stage.topic or None)
        self._edit(after, _("Record a decision"))

    def rehearse_votes(self) -> None:
        """Let the made-up partners vote as they have answered; only in the worked example."""
        value, stage = self._opened.value, self._stage
        if not value.fictional or self.score is None:
            return
        if stage.way is Way.HANDS:
            given: list[object] = [said for stand in self.score.stands for said in stand.given]
            one, two, three, four, five = (given.count(level) for level in LEVELS)
            hands: Counts = (one, two, three, four, five)
            doubts = given.count("dk")
            after = workshop.raise_hands(
                value, stage.topic, hands, doubts, again=stage.again, stood=self._stood
            )
            stage.count_again("", stage.again)
        else:
            after = value
            for stand in self.score.stands:
                voted = _made_up(stand)
                if voted is not None:
                    who = stand.organisation
                    after = workshop.vote(after, stage.topic, who, voted, again=stage.again)
                    stage.count_again(who, stage.again)
        self._edit(after, _("Made-up votes on {topic}", topic=stage.topic))

    @property
    def _stood(self) -> Counts | None:
        """What forms and partners say of the topic in hand, without hands; None: nothing."""
        counts = self.score.counts if self.score else NO_HANDS
        hands = self.tally.last if self.tally else NO_HANDS
        one, two, three, four, five = (a - b for a, b in zip(counts, hands, strict=True))
        stood: Counts = (one, two, three, four, five)
        return stood if any(stood) else None

    def _keep_place(self) -> None:
        """Keep where the room is, for after a crash."""
        stage, value = self._stage, self._opened.value
        planned = workshop.planned(value.latest)
        began = stage.began.isoformat() if stage.began else planned.began
        fields = {
            "at": stage.topic or planned.at,
            "began": began,
            "again": tuple(sorted(stage.topics_again.union(planned.again))),
            "hands": stage.way is Way.HANDS,
        }
        self._opened.keep(workshop.plan(value, **fields))

    def _began_before(self) -> datetime | None:
        """When the workshop began that was interrupted; None where that is longer ago than it."""
        planned = workshop.planned(self._opened.value.latest)
        try:
            began = datetime.fromisoformat(planned.began)
            passed = self._stage.now() - began
        except (ValueError, TypeError):  # there is none, or it lacks its time zone
            return None
        return began if timedelta() <= passed <= 2 * timedelta(minutes=planned.minutes) else None

    def _edit(self, after: Assessment, text: str, merge: str = "") -> None:
        self._opened.edit(after, text, merge)


def _seen(stand: Stand) -> Voted | None:
    """Return what the room sees of an organisation, between two levels the lower one."""
    if stand.level is not None:
        return LEVELS_BY_DIGIT[floor(stand.level)]
    return "dk" if "dk" in stand.given else None


def _made_up(stand: Stand) -> Voted | None:
    if stand.level is not None:
        return LEVELS_BY_DIGIT[round(stand.level)]
    return "dk" if "dk" in stand.given else None
