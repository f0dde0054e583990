"""Paper: pages of A4 that are painted and become the bytes of a PDF."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from selfassess.ui.parts.paragraph import Paragraph

DOT = 10.0
"""Units to a point: fonts have whole sizes, and a tenth of a point is fine enough."""

_DOTS_TO_THE_INCH = 720
MARGIN = 48 * DOT
FOOT = 34 * DOT
INK = QColor("#182024")
GREY = QColor("#465259")
LINE = QColor("#7A868B")
FAINT = QColor("#DEE2E3")
_LEADING = 1.16
_CHANGING = ("calt", "liga")


def page_font(pixels: int) -> QFont:
    """Return the font of pages, whose letters can be copied out of a PDF as they were written.

    Letters that change with their neighbours would be copied as others, or as none.
    """
    font = QFont(QGuiApplication.font().families())
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _CHANGING:
        font.setFeature(QFont.Tag(feature), 0)
    return font


class Paper:
    """Pages of A4, upright; everything is measured in tenths of a point."""

    def __init__(self, title: str, foot: str, page: Callable[[int], str]) -> None:
        """Begin a document without pages.

        Args:
            title: The title of the document.
            foot: What stands at the foot of each page.
            page: Says which page it is.
        """
        self._buffer = QBuffer()
        self._buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_DOTS_TO_THE_INCH)
        self._writer.setTitle(title)
        self._writer.setCreator("Sharing readiness")
        nothing = QMarginsF(0, 0, 0, 0)
        size = QPageSize(QPageSize.PageSizeId.A4)
        self._writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, nothing))
        self._foot = foot
        self._page = page
        self._painter: QPainter | None = None
        self.pages = 0
        self.y = MARGIN

    @property
    def whole(self) -> QRectF:
        """The page."""
        return QRectF(0, 0, self._writer.width(), self._writer.height())

    @property
    def inside(self) -> QRectF:
        """The page within its margins."""
        return self.whole.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - FOOT)

    @property
    def painter(self) -> QPainter:
        """Paints on the page in hand.

        Raises:
            RuntimeError: there is no page yet.
        """
        if self._painter is None:
            raise RuntimeError("no page has been begun")
        return self._painter

    def new_page(self) -> None:
        """Begin another page."""
        if self._painter is None:
            self._painter = QPainter(self._writer)
        else:
            self._writer.newPage()
        self.pages += 1
        self.y = MARGIN
        font = self.font(9)
        foot = QRectF(self.inside.left(), self.whole.bottom() - MARGIN, self.inside.width(), FOOT)
        self.words(foot, self._foot, font, GREY)
        said = self._page(self.pages)
        width = QFontMetricsF(font).horizontalAdvance(said)
        self.words(foot.adjusted(foot.width() - width, 0, DOT, 0), said, font, GREY)

    def finish(self) -> bytes:
        """End the document and return its bytes."""
        if self._painter is not None:
            self._painter.end()
        self._buffer.close()
        return bytes(self._buffer.data().data())

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """Return a font of so many points."""
        font = page_font(round(points * DOT))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def lines(self, words: str, points: float, width: float, *, bold: bool = False) -> Paragraph:
        """Lay words out in lines of a width."""
        return Paragraph(words, self.font(points, bold=bold), width, _LEADING)

    def say(self, words: str, points: float, *, bold: bool = False, gap: float = 6) -> None:
        """Write words under what is there, and leave a gap of so many points."""
        laid = self.lines(words, points, self.inside.width(), bold=bold)
        laid.paint(self.painter, QPointF(self.inside.left(), self.y), INK)
        self.y += laid.height + gap * DOT

    def words(
        self, where: QRectF, words: str, font: QFont, ink: QColor = INK, *, centred: bool = False
    ) -> None:
        """Write one line in the middle of a height, cut at the end where there is no room."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, where.width() + DOT)
        left = where.left()
        if centred:
            left += max(0.0, (where.width() - metrics.horizontalAdvance(shown)) / 2)
        base = where.center().y() + (metrics.ascent() - metrics.descent()) / 2
        self.painter.setFont(font)
        self.painter.setPen(ink)
        self.painter.drawText(QPointF(left, base), shown)

    def box(
        self, where: QRectF, *, radius: float = 4, width: float = 1, dashed: bool = False
    ) -> None:
        """Draw the outline of a box."""
        pen = QPen(LINE, width * DOT)
        if dashed:
            pen.setDashPattern([4, 4])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(where, radius * DOT, radius * DOT)

    def rule(self, y: float, left: float, right: float, *, dashed: bool = False) -> None:
        """Draw a line across."""
        pen = QPen(LINE if dashed else FAINT, DOT * (0.9 if dashed else 0.8))
        if dashed:
            pen.setDashPattern([4, 3])
        self.painter.setPen(pen)
        self.painter.drawLine(QPointF(left, y), QPointF(right, y))
