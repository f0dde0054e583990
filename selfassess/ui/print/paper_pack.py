"""Paper pack: agenda, question cards, voting cards and a questionnaire, for rooms on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from selfassess.core.questionnaire import Topic
from selfassess.core.results import Results
from selfassess.core.room import RoomTopic, proposal
from selfassess.core.workshop import planned
from selfassess.files import atomic
from selfassess.reports.phrases import capitalised, day, dimension_name, said, titled
from selfassess.reports.room import where_it_stands
from selfassess.reports.summary import purpose_sentence
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.print.paper import DOT, GREY, INK, Paper
from selfassess.words import Words
from selfassess.words.names import level_name

_TIMETABLE = (
    (10, "open"),
    (10, "strengths"),
    (70, "questions"),
    (10, "barriers"),
    (15, "actions"),
    (5, "close"),
)
"""The parts of two hours, in minutes."""

_TWO_HOURS = 120
_LEVELS = (1, 2, 3, 4, 5)
_ESSENTIAL = 3
_CARD_GAP = 14 * DOT
_CARD_POINTS = (16.8, 15.4, 14.0, 12.9, 11.8, 10.6)
"""How large the levels on a question card are, the largest that fits first."""

_QUESTION = 19 / 14
"""How much larger the question is."""

_CHIP = 26 * DOT

_BOX = 13 * DOT


def save_paper_pack(path: Path, results: Results, words: Words, today: date) -> None:
    """Write the paper pack as a PDF.

    Raises:
        FileProblemsError: it could not be written.
    """
    atomic.write(path, paper_pack(results, words, today))


def paper_pack(results: Results, words: Words, today: date) -> bytes:
    """Return the paper pack as the bytes of a PDF."""
    name = titled(results.assessment.partnership.name, results, words)
    paper = Paper(
        words("Paper pack: {name}", name=name),
        name,
        lambda number: words("Page {number}", number=number),
    )
    pack = _Pack(paper, results, words, today)
    pack.agenda()
    pack.question_cards()
    pack.voting_cards()
    pack.questionnaire()
    return paper.finish()


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a question card, laid out: how large the levels are, in points, and the lines.

    The height is in the units of the paper.
    """

    points: float
    question: Paragraph
    levels: tuple[Paragraph, ...]
    height: float


def fit_card(paper: Paper, question: str, levels: Sequence[str], room: QRectF) -> Card:
    """Lay the words of a question card out, as large as the room allows."""
    for points in _CARD_POINTS:
        asked = paper.lines(question, points * _QUESTION, room.width(), bold=True)
        texts = tuple(paper.lines(text, points, room.width() - 44 * DOT) for text in levels)
        rows = sum(max(text.height, _CHIP) + 10 * DOT for text in texts)
        card = Card(points, asked, texts, 32 * DOT + asked.height + rows)
        if card.height <= room.height():
            break
    return card


class _Pack:
    """Paints the parts of the pack, one after the other."""

    def __init__(self, paper: Paper, results: Results, words: Words, today: date) -> None:
        self._paper = paper
        self._results = results
        self._words = words
        self._today = today
        self._topics = proposal(results).chosen

    def agenda(self) -> None:
        paper, words = self._paper, self._words
        plan = planned(self._results.round)
        paper.new_page()
        paper.say(words("Agenda"), 26, bold=True, gap=4)
        paper.say(day(self._today, words), 12, gap=10)
        paper.say(purpose_sentence(self._results, words), 14, gap=14)
        for minutes, what in _TIMETABLE:
            length = round(minutes * plan.minutes / _TWO_HOURS)
            told = words.plural("{count} minute", "{count} minutes", length)
            paper.say(f"{told}   {self._part_of_the_day(what)}", 13, gap=3)
        paper.y += 10 * DOT
        paper.say(words("Rules of the room"), 16, bold=True, gap=4)
        for rule in self._rules():
            paper.say(f"–  {rule}", 13, gap=3)
        paper.y += 10 * DOT
        paper.say(words("Questions for the room"), 16, bold=True, gap=4)
        for number, one in enumerate(self._topics, start=1):
            self._agenda_line(number, one)

    def _part_of_the_day(self, what: str) -> str:
        words = self._words
        return {
            "open": words("What we share, and the rules of the room"),
            "strengths": words("What works well"),
            "questions": words("The questions: vote, talk, agree"),
            "barriers": words("The three barriers that matter most"),
            "actions": words("Who does what by when"),
            "close": words("What we agreed, and the date of the next round"),
        }[what]

    def _rules(self) -> tuple[str, ...]:
        words = self._words
        shown = words("All see which partner stands where.")
        if self._results.assessment.anonymous:
            shown = words("The workshop is anonymous. Nobody writes a name or a role.")
        return (
            words("Choose on your own first. All cards are shown at once."),
            words("The lowest and the highest explain first, one minute each."),
            words("We vote at most twice. Not agreeing is a result too."),
            words("“We don’t know” is a good answer. You may pass."),
            words("The most senior person speaks last."),
            shown,
        )

    def _agenda_line(self, number: int, one: RoomTopic) -> None:
        paper, words = self._paper, self._words
        line = QRectF(paper.inside.left(), paper.y, paper.inside.width(), 17 * DOT)
        if line.bottom() > paper.inside.bottom():
            paper.new_page()
            line.moveTop(paper.y)
        title = f"{number}.  {one.id}  {said(one.topic.topic.title, words)}"
        bold = paper.font(12, bold=True)
        paper.words(line, title, bold)
        left = line.left() + QFontMetricsF(bold).horizontalAdvance(title) + 10 * DOT
        why = where_it_stands(one, self._results, words)
        paper.words(line.adjusted(left - line.left(), 0, 0, 0), why, paper.font(11), GREY)
        paper.y = line.bottom() + 2 * DOT

    def question_cards(self) -> None:
        paper = self._paper
        for place, one in enumerate(self._topics):
            if place % 2 == 0:
                paper.new_page()
            inside = paper.inside
            height = (inside.height() - _CARD_GAP) / 2
            top = inside.top() + (place % 2) * (height + _CARD_GAP)
            self._question_card(one, place + 1, QRectF(inside.left(), top, inside.width(), height))

    def _question_card(self, one: RoomTopic, number: int, where: QRectF) -> None:
        paper, words, topic = self._paper, self._words, one.topic.topic
        paper.box(where, radius=8)
        room = where.adjusted(16 * DOT, 12 * DOT, -16 * DOT, -12 * DOT)
        dimension = dimension_name(one.topic.dimension, self._results, words)
        head = QRectF(room.left(), room.top(), room.width(), 16 * DOT)
        paper.words(head, f"{number}   {dimension}   {topic.id}", paper.font(11), GREY)
        texts = [said(level, words) for level in topic.levels]
        card = fit_card(paper, said(topic.question, words), texts, room)
        y = head.bottom() + 6 * DOT
        card.question.paint(paper.painter, QPointF(room.left(), y), INK)
        y += card.question.height + 10 * DOT
        for level, text in zip(_LEVELS, card.levels, strict=True):
            if level == _ESSENTIAL:
                paper.rule(y - 5 * DOT, room.left(), room.right(), dashed=True)
            chip = QRectF(room.left(), y + (text.height - _CHIP) / 2, _CHIP, _CHIP)
            paper.box(chip)
            paper.words(chip, str(level), paper.font(15, bold=True), centred=True)
            text.paint(paper.painter, QPointF(room.left() + 44 * DOT, y), INK)
            y += max(text.height, _CHIP) + 10 * DOT

    def voting_cards(self) -> None:
        paper, words = self._paper, self._words
        paper.new_page()
        inside = paper.inside
        told = words("Voting cards: one page for each person. Cut along the lines.")
        paper.words(
            QRectF(inside.left(), inside.top(), inside.width(), 16 * DOT),
            told,
            paper.font(11),
            GREY,
        )
        room = inside.adjusted(0, 22 * DOT, 0, 0)
        width, height = room.width() / 2, room.height() / 3
        cards = [(str(level), level_name(level, words)) for level in _LEVELS]
        cards.append(("?", words("We don’t know")))
        for place, (number, name) in enumerate(cards):
            row, column = divmod(place, 2)
            left, top = room.left() + column * width, room.top() + row * height
            card = QRectF(left, top, width, height)
            paper.box(card, radius=0, dashed=True, width=0.6)
            large = card.adjusted(0, 0, 0, -height * 0.26)
            paper.words(large, number, paper.font(132, bold=True), centred=True)
            under = QRectF(card.left(), card.bottom() - height * 0.26, width, height * 0.2)
            paper.words(under, name, paper.font(20), centred=True)

    def questionnaire(self) -> None:
        paper, words = self._paper, self._words
        paper.new_page()
        paper.say(words("Questionnaire"), 24, bold=True, gap=4)
        paper.say(purpose_sentence(self._results, words), 12, gap=8)
        for line in self._how_to_fill_in():
            paper.say(f"–  {line}", 12, gap=3)
        paper.y += 8 * DOT
        if not self._results.assessment.anonymous:
            for label in (words("Partner"), words("Role (no name needed)")):
                self._blank(label)
        for topic in self._results.asked.walk:
            self._asked(topic)

    def _how_to_fill_in(self) -> tuple[str, ...]:
        words = self._words
        first = words("Tick the level that is true today. In doubt, the lower one.")
        second = words("“Don’t know” helps: it shows where we have to find out.")
        third = words("If a question doesn’t apply, say why in the note.")
        if self._results.assessment.anonymous:
            return first, second, third, words("This is anonymous: write no name and no role.")
        return first, second, third

    def _blank(self, label: str) -> None:
        paper = self._paper
        line = QRectF(paper.inside.left(), paper.y, paper.inside.width(), 24 * DOT)
        paper.words(line, label, paper.font(12, bold=True))
        paper.rule(line.bottom(), line.left() + 150 * DOT, line.right())
        paper.y = line.bottom() + 6 * DOT

    def _asked(self, topic: Topic) -> None:
        paper, words = self._paper, self._words
        width = paper.inside.width()
        question = paper.lines(f"{topic.id}   {said(topic.question, words)}", 13, width, bold=True)
        texts = [
            paper.lines(f"{level}  {said(text, words)}", 12, width - 26 * DOT)
            for level, text in zip(_LEVELS, topic.levels, strict=True)
        ]
        needed = question.height + sum(t.height + 4 * DOT for t in texts) + 70 * DOT
        if paper.y + needed > paper.inside.bottom():
            paper.new_page()
        paper.rule(paper.y, paper.inside.left(), paper.inside.right())
        paper.y += 8 * DOT
        question.paint(paper.painter, QPointF(paper.inside.left(), paper.y), INK)
        paper.y += question.height + 5 * DOT
        for text in texts:
            self._tick_box(paper.inside.left())
            text.paint(paper.painter, QPointF(paper.inside.left() + 26 * DOT, paper.y), INK)
            paper.y += text.height + 4 * DOT
        left = paper.inside.left()
        for choice in (words("Don’t know"), words("Doesn’t apply")):
            self._tick_box(left)
            line = QRectF(left + 26 * DOT, paper.y, 110 * DOT, 15 * DOT)
            paper.words(line, choice, paper.font(12))
            left += 140 * DOT
        note = QRectF(left, paper.y, 40 * DOT, 15 * DOT)
        paper.words(note, capitalised(words("Note")), paper.font(12))
        paper.rule(note.bottom(), note.right(), paper.inside.right())
        paper.y += 30 * DOT

    def _tick_box(self, left: float) -> None:
        self._paper.box(QRectF(left, self._paper.y + DOT, _BOX, _BOX), radius=2)
