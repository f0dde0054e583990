"""Presenter paint: a slide on the projector, to be read from the back row.

Everything is measured on a screen of 1920 by 1080 and scaled to the screen that is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from selfassess.ui.charts import spread
from selfassess.ui.charts.spread import SpreadLook
from selfassess.ui.models.slide import Slide, SlideKind, SlideLevel, Voter
from selfassess.ui.parts import marks, paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.parts.timer import draw_ring
from selfassess.ui.theme import Theme
from selfassess.words import _

WIDTH, HEIGHT = 1920.0, 1080.0
SMALLEST = 24
"""No text on the projector is smaller, in pixels of a screen of 1080 lines."""

_MARGIN = 96.0
_TOP = 52.0
_FOOT = 104.0
_CHIP = 64.0
_LEADING = 1.2
_SHRINK = (1.0, 0.92, 0.84, 0.76)
_QUESTION_SMALLER = 0.8125
_LINES_AT_MOST = 3
_MARK = 28.0
_RESULT = 120.0
_META = "presenter_meta"
_BETWEEN_TOLD = "   "
_ABOVE_FOOT = 16.0
_MORE_FOOT = 28.0
_AROUND_VOTERS = 16.0
_SMALLEST_FACTOR = 0.5
_ESSENTIAL = 3


@dataclass(frozen=True, slots=True)
class TimeShown:
    """The time of the topic in hand: in figures, and as the share that is left."""

    words: str
    share: float


class SlidePainter:
    """Paints one slide."""

    def __init__(self, painter: QPainter, theme: Theme, size: QSizeF, text_size: float) -> None:
        """Begin to paint.

        Args:
            painter: Paints on the screen.
            theme: Fonts and colours.
            size: The size of the screen.
            text_size: The text size of the projector, from 1.
        """
        self._painter = painter
        self._theme = theme
        self._text_size = text_size
        scale = min(size.width() / WIDTH, size.height() / HEIGHT)
        self._whole = QRectF(0, 0, size.width() / scale, size.height() / scale)
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def paint(self, slide: Slide, time: TimeShown | None) -> None:
        """Paint a slide, with the time where it is shown."""
        if slide.kind is SlideKind.BLANK:
            self._painter.fillRect(self._whole, Qt.GlobalColor.black)
            return
        self._painter.fillRect(self._whole, self._theme.colour("surface"))
        if slide.kind is SlideKind.WELCOME:
            self._paint_welcome(slide)
            return
        self._paint_head(slide, time)
        if slide.kind is SlideKind.REVEAL:
            self._paint_reveal(slide)
        else:
            self._paint_question(slide)

    def font(self, style: str, factor: float = 1.0) -> QFont:
        """Return the font of a style for the projector; never smaller than can be read."""
        font = self._theme.font(style)
        size = font.pixelSize() / self._theme.text_scale * self._text_size * factor
        font.setPixelSize(max(SMALLEST, round(size)))
        return font

    @property
    def _inside(self) -> QRectF:
        return self._whole.adjusted(_MARGIN, 0, -_MARGIN, 0)

    def _bold(self, style: str, factor: float = 1.0) -> QFont:
        font = self.font(style, factor)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _say(
        self, at: QPointF, words: str, font: QFont, colour: str, width: float = WIDTH
    ) -> float:
        """Paint one line around a middle; return where it ends."""
        height = QFontMetricsF(font).height()
        where = QRectF(at.x(), at.y() - height / 2, width, height)
        paint.words(self._painter, where, words, font, self._theme.colour(colour))
        return at.x() + min(width, QFontMetricsF(font).horizontalAdvance(words))

    def _lines(self, words: str, font: QFont, width: float) -> Paragraph:
        return Paragraph(words, font, width, _LEADING)

    def _paint_head(self, slide: Slide, time: TimeShown | None) -> None:
        inside, meta = self._inside, self.font("presenter_meta")
        right = self._paint_time(time) if time else inside.right()
        x = self._say(
            QPointF(inside.left(), _TOP), slide.dimension, self._bold("presenter_meta"), "accent"
        )
        for said in (slide.code, slide.where):
            if said:
                x = self._say(QPointF(x + 24, _TOP), said, meta, "ink2")
        self._paint_told([part for part in (slide.mark, slide.verdict) if part], x + 48, right)

    def _paint_told(self, told: list[str], left: float, right: float) -> None:
        """Paint sentences at the right of the head: beside each other, or else under each other."""
        font = self._bold("presenter_meta")
        advance = QFontMetricsF(font).horizontalAdvance
        beside = _BETWEEN_TOLD.join(told)
        lines = [beside] if advance(beside) <= right - left else told
        high = QFontMetricsF(font).height()
        for place, words in enumerate(lines):
            width = min(advance(words), right - left)
            middle = _TOP + (place - (len(lines) - 1) / 2) * high
            self._say(QPointF(right - width, middle), words, font, "ink", width + 1)

    def _paint_time(self, time: TimeShown) -> float:
        font = self._bold("presenter_body")
        width = QFontMetricsF(font).horizontalAdvance(time.words)
        left = self._inside.right() - width
        self._say(QPointF(left, _TOP), time.words, font, "ink")
        ring = QRectF(left - 28 - 40, _TOP - 20, 40, 40)
        colours = self._theme.colour("accent"), self._theme.colour("line")
        draw_ring(self._painter, ring, time.share, *colours)
        return ring.left() - 28

    def _paint_welcome(self, slide: Slide) -> None:
        inside = self._inside
        name = self._lines(slide.question, self.font("presenter_question"), inside.width())
        hint = self._lines(slide.hint, self.font("presenter_body"), inside.width())
        top = self._whole.center().y() - (name.height + hint.height) / 2 - 60
        name.paint(self._painter, QPointF(inside.left(), top), self._theme.colour("ink"))
        top += name.height + 32
        hint.paint(self._painter, QPointF(inside.left(), top), self._theme.colour("ink2"))
        bold = self._bold("presenter_body")
        self._say(QPointF(inside.left(), top + hint.height + 64), slide.counted, bold, "ink")
        if slide.mark:
            meta = self._bold("presenter_meta")
            self._say(QPointF(inside.left(), _TOP), slide.mark, meta, "ink")

    def _question_lines(self, words: str, style: str) -> Paragraph:
        width = self._inside.width()
        large = self._lines(words, self.font(style), width)
        if large.lines < _LINES_AT_MOST:
            return large
        return self._lines(words, self.font(style, _QUESTION_SMALLER), width)

    def _paint_question(self, slide: Slide) -> None:
        inside, painter, theme = self._inside, self._painter, self._theme
        question = self._question_lines(slide.question, "presenter_question")
        top = _TOP + 56
        question.paint(painter, QPointF(inside.left(), top), theme.colour("ink"))
        top += question.height + 44
        hint = self.font("presenter_body")
        self._say(QPointF(inside.left(), top), slide.hint, hint, "ink2", inside.width())
        top += 48
        painter.fillRect(QRectF(inside.left(), top, inside.width(), 2), theme.colour("line_strong"))
        lines = self._voter_lines(slide.voters, slide.counted)
        foot = self._paint_foot(_FOOT + _MORE_FOOT * (lines - 1))
        room = QRectF(inside.left(), top + 2, inside.width(), foot.top() - top - _ABOVE_FOOT)
        self._paint_levels(slide.levels, room)
        self._paint_voters(slide.voters, slide.counted, lines, foot)

    def _paint_levels(self, levels: Sequence[SlideLevel], room: QRectF) -> None:
        for factor in _SHRINK:
            font, bold = self.font("presenter_body", factor), self._bold("presenter_body", factor)
            names = max(QFontMetricsF(bold).horizontalAdvance(level.name) for level in levels)
            left = _CHIP + 28 + names + 60
            said = [self._lines(level.words, font, room.width() - left) for level in levels]
            heights = [max(_CHIP + 20, one.height + 20) for one in said]
            gap = QFontMetricsF(font).height() * 0.6
            if sum(heights) + gap <= room.height() or factor == _SHRINK[-1]:
                break
        air = max(0.0, min(16.0, (room.height() - sum(heights) - gap) / len(levels)))
        top = room.top()
        for level, words, height in zip(levels, said, heights, strict=True):
            if level.number == _ESSENTIAL:
                self._paint_essential(room, top + gap / 2)
                top += gap
            elif level.number > 1:
                line = QRectF(room.left(), top, room.width(), 1)
                self._painter.fillRect(line, self._theme.colour("line"))
            row = QRectF(room.left(), top, room.width(), height + air)
            self._paint_level(level, words, row, bold, left)
            top += height + air

    def _paint_level(
        self, level: SlideLevel, words: Paragraph, row: QRectF, bold: QFont, left: float
    ) -> None:
        painter, theme, middle = self._painter, self._theme, row.center().y()
        chip = QRectF(row.left(), middle - _CHIP / 2, _CHIP, _CHIP)
        border = theme.colour("line_strong")
        paint.box(painter, chip, 10, fill=theme.colour("surface"), border=border, width=2)
        paint.words(painter, chip, str(level.number), bold, theme.colour("ink"), centred=True)
        self._say(QPointF(row.left() + _CHIP + 28, middle), level.name, bold, "ink")
        at = QPointF(row.left() + left, middle - words.height / 2)
        words.paint(painter, at, theme.colour("ink"))

    def _paint_essential(self, room: QRectF, y: float) -> None:
        font = self._bold("presenter_meta")
        said = _("Essential from here")
        width = QFontMetricsF(font).horizontalAdvance(said)
        pen = QPen(self._theme.colour("essential"), 2)
        pen.setDashPattern([5, 4])
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(room.left(), y), QPointF(room.right() - width - 24, y))
        self._say(QPointF(room.right() - width, y), said, font, "ink2")

    def _paint_foot(self, height: float = _FOOT) -> QRectF:
        foot = QRectF(0, self._whole.bottom() - height, self._whole.width(), height)
        self._painter.fillRect(foot, self._theme.colour("canvas"))
        line = QRectF(0, foot.top(), foot.width(), 1)
        self._painter.fillRect(line, self._theme.colour("line"))
        return foot

    def _voter_room(self, counted: str) -> float:
        bold = self._bold("presenter_meta")
        return self._inside.width() - QFontMetricsF(bold).horizontalAdvance(counted) - 48

    def _voter_lines(self, voters: Sequence[Voter], counted: str) -> int:
        wide = sum(self._voter_width(voter) for voter in voters)
        return 1 if wide <= self._voter_room(counted) else 2

    def _paint_voters(
        self, voters: Sequence[Voter], counted: str, lines: int, foot: QRectF
    ) -> None:
        inside, room = self._inside, self._voter_room(counted)
        at = QPointF(inside.left() + room + 48, foot.center().y())
        self._say(at, counted, self._bold("presenter_meta"), "ink")
        widths = [self._voter_width(voter) for voter in voters]
        in_line = ceil(len(voters) / lines) or 1
        for place, voter in enumerate(voters):
            line, beside = divmod(place, in_line)
            share = room / in_line
            left = inside.left() + (sum(widths[:place]) if lines == 1 else beside * share)
            apart = foot.height() / 2 - _AROUND_VOTERS
            middle = foot.center().y() + (line - (lines - 1) / 2) * apart
            self._paint_voter(
                voter,
                QPointF(left, middle),
                min(share, widths[place]) if lines > 1 else widths[place],
            )

    def _voter_width(self, voter: Voter) -> float:
        advance = QFontMetricsF(self._bold("presenter_meta")).horizontalAdvance
        return _MARK + 16 + advance(voter.name) + 14 + advance(voter.state) + 44

    def _paint_voter(self, voter: Voter, at: QPointF, width: float) -> None:
        painter, theme = self._painter, self._theme
        centre = QPointF(at.x() + _MARK / 2, at.y())
        if voter.is_in:
            marks.draw(painter, theme, voter.place, centre, _MARK)
        else:
            pen = QPen(theme.colour("line_strong"), 2)
            painter.strokePath(marks.path(voter.place, centre, _MARK), pen)
        plain = self.font("presenter_meta")
        font = self._bold("presenter_meta") if voter.is_in else plain
        room = width - _MARK - 16 - 14 - 30 - QFontMetricsF(plain).horizontalAdvance(voter.state)
        left = at.x() + _MARK + 16
        colour = "ink" if voter.is_in else "ink2"
        end = self._say(QPointF(left, at.y()), voter.name, font, colour, room)
        self._say(QPointF(end + 14, at.y()), voter.state, plain, "ink2")

    def _paint_reveal(self, slide: Slide) -> None:
        inside, painter, theme = self._inside, self._painter, self._theme
        question = self._question_lines(slide.question, "presenter_title")
        top = _TOP + 60
        question.paint(painter, QPointF(inside.left(), top), theme.colour("ink"))
        top += question.height + 36
        foot = self._whole.bottom() - _FOOT
        height = (foot - top) * 0.56
        if slide.spread is not None:
            look = SpreadLook(
                self.font, "presenter_body", "presenter_meta", "presenter_body", 56, boxed=True
            )
            box = QRectF(inside.left(), top, inside.width(), height)
            spread.draw(painter, theme, box, slide.spread, look)
        under = top + height + 40
        self._paint_result(slide, QRectF(inside.left(), under, inside.width(), foot - under - 16))
        self._paint_foot()
        middle = foot + _FOOT / 2
        meta = self.font("presenter_meta")
        end = self._say(QPointF(inside.left(), middle), slide.progress, meta, "ink2")
        width = min(
            QFontMetricsF(meta).horizontalAdvance(slide.following), inside.right() - end - 60
        )
        left = inside.right() - width
        self._say(QPointF(left, middle), slide.following, meta, "ink2", width + 1)

    def _paint_result(self, slide: Slide, room: QRectF) -> None:
        if slide.agreed is None:
            return
        painter, theme = self._painter, self._theme
        half = room.width() * 0.47 if slide.minority_view else room.width()
        left = room.left()
        if isinstance(slide.agreed, int):
            chip = QRectF(left, room.top(), _RESULT, _RESULT)
            paint.box(painter, chip, 20, fill=theme.colour("accent"))
            ink, number = theme.colour("on_accent"), self.font("presenter_result")
            paint.words(painter, chip, str(slide.agreed), number, ink, centred=True)
            left = chip.right() + 36
        result = QRectF(left, room.top(), room.left() + half - left - 24, room.height())
        said = ((slide.agreed_words, "presenter_result", "ink"), (slide.agreed_text, _META, "ink2"))
        self._paint_under(_("Agreed level"), said, result)
        if slide.minority_view:
            beside = room.left() + half
            line = QRectF(beside, room.top(), 1, min(180.0, room.height()))
            painter.fillRect(line, theme.colour("line_strong"))
            view = QRectF(beside + 56, room.top(), room.right() - beside - 56, room.height())
            told = ((slide.minority_view, "presenter_body", "ink"),)
            self._paint_under(_("Minority view, kept with the answer"), told, view)

    def _paint_under(
        self, heading: str, said: Sequence[tuple[str, str, str]], room: QRectF
    ) -> None:
        """Paint texts under a heading, as large as the room allows."""
        self._say(QPointF(room.left(), room.top() + 16), heading, self.font(_META), "ink2")
        for factor in (*_SHRINK, _SMALLEST_FACTOR):
            made = [self._lines(words, self.font(s, factor), room.width()) for words, s, _c in said]
            if sum(one.height + 8 for one in made) + 36 <= room.height():
                break
        top = room.top() + 36
        for lines, (_words, _style, colour) in zip(made, said, strict=True):
            lines.paint(self._painter, QPointF(room.left(), top), self._theme.colour(colour))
            top += lines.height + 8
