"""Draws the program's icon: two partners, and between them what they share.

`python scripts/packaging/icon.py` writes resources/icons/app.svg, .png, .ico and .icns.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "icons"

# The accent of resources/themes/tokens.toml, and the white that stands on it.
PETROL = "#0B5C75"
WHITE = "#FFFFFF"

# On a grid of 64.
GRID = 64.0
TILE = QRectF(2, 2, 60, 60)
CORNER = 13.0
RADIUS = 15.5
LEFT, RIGHT = QPointF(24, 32), QPointF(40, 32)
RING = 4.5

PNG_SIZE = 256
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_TYPES = {
    "icp4": 16,
    "icp5": 32,
    "ic11": 32,
    "ic12": 64,
    "ic07": 128,
    "ic08": 256,
    "ic13": 256,
    "ic09": 512,
    "ic14": 512,
    "ic10": 1024,
}

SVG = f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect x="2" y="2" width="60" height="60" rx="{CORNER:g}" fill="{PETROL}"/>
  <clipPath id="left"><circle cx="{LEFT.x():g}" cy="{LEFT.y():g}" r="{RADIUS:g}"/></clipPath>
  <g clip-path="url(#left)" fill="{WHITE}">
    <circle cx="{RIGHT.x():g}" cy="{RIGHT.y():g}" r="{RADIUS:g}"/>
  </g>
  <g fill="none" stroke="{WHITE}" stroke-width="{RING:g}">
    <circle cx="{LEFT.x():g}" cy="{LEFT.y():g}" r="{RADIUS:g}"/>
    <circle cx="{RIGHT.x():g}" cy="{RIGHT.y():g}" r="{RADIUS:g}"/>
  </g>
</svg>
"""


def drawn(size: int) -> QImage:
    """Return the icon as a square picture; `size` is its side in pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / GRID, size / GRID)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PETROL))
    painter.drawRoundedRect(TILE, CORNER, CORNER)
    discs = [QPainterPath(), QPainterPath()]
    for disc, centre in zip(discs, (LEFT, RIGHT), strict=True):
        disc.addEllipse(centre, RADIUS, RADIUS)
    painter.fillPath(discs[0].intersected(discs[1]), QColor(WHITE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(WHITE), RING))
    for disc in discs:
        painter.drawPath(disc)
    painter.end()
    return image


def png(size: int) -> bytes:
    """Return the icon as a PNG file; `size` is its side in pixels."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(size).save(buffer, "PNG")
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon of PNG pictures by their sides in pixels, at most 256."""
    start = 6 + 16 * len(pictures)
    entries, body = b"", b""
    for size, picture in pictures.items():
        side = size % 256
        place = start + len(body)
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        body += picture
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + body


def icns(pictures: dict[str, bytes]) -> bytes:
    """Return a macOS icon of PNG pictures by their type codes."""
    body = b"".join(
        struct.pack(">4sI", code.encode(), 8 + len(picture)) + picture
        for code, picture in pictures.items()
    )
    return struct.pack(">4sI", b"icns", 8 + len(body)) + body


def main() -> int:
    """Write the four files."""
    application = QGuiApplication(sys.argv[:1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "app.svg").write_text(SVG, encoding="utf-8")
    (FOLDER / "app.png").write_bytes(png(PNG_SIZE))
    (FOLDER / "app.ico").write_bytes(ico({size: png(size) for size in ICO_SIZES}))
    (FOLDER / "app.icns").write_bytes(icns({code: png(size) for code, size in ICNS_TYPES.items()}))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
