"""A screen of its own (Xvfb) for a program, and what is to be seen on it."""

import mmap
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 1366, 768
"""What of the screen is looked at: where a program puts its window."""

_SCREEN_WIDTH = 2_800
"""So wide that the pointer, which begins in the middle, is beside the window and lights nothing."""

_ROW, _SCREEN_ROW = 4 * WIDTH, 4 * _SCREEN_WIDTH
"""Bytes of one row of pixels."""

_LOOK_EVERY = 0.003
"""Seconds between two looks at the screen."""

_HEADER_SIZE_BYTES = 4

_EVERY_ROW = 6
"""Of so many rows of pixels one is looked at, less than a line of words is tall.

Looking at all would keep a processor busy, and slow what is measured.
"""

_SAMPLE = 4 * 197
"""Bytes between two pixels that are looked at to see whether there is a window."""

_MIDDLE = (300, 114, 1030, 636)
"""Left, top, right and bottom of where the question and its levels stand, in pixels."""

_WINDOW = 0.2
"""The part of the screen that a window covers at least."""


@dataclass(frozen=True)
class Screen:
    """A running X server whose picture lies in a file."""

    display: str
    picture: mmap.mmap

    def pixels(self) -> bytes:
        """Return what is to be seen in every sixth row, four bytes for each pixel."""
        start = int.from_bytes(self.picture[:_HEADER_SIZE_BYTES], "big") + _colours(self.picture)
        rows = range(start, start + _SCREEN_ROW * HEIGHT, _SCREEN_ROW * _EVERY_ROW)
        return b"".join(self.picture[row : row + _ROW] for row in rows)

    def environment(self) -> dict[str, str]:
        """Return the environment in which a program shows itself here."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        return {**kept, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}


def _colours(picture: mmap.mmap) -> int:
    """Return how many bytes the colour table of an XWD file takes."""
    number_of_colours, bytes_each = 19, 12
    return int.from_bytes(picture[4 * number_of_colours :][:4], "big") * bytes_each


@contextmanager
def screen() -> Iterator[Screen]:
    """Run an X server for a while.

    Raises:
        RuntimeError: Xvfb is not installed, or did not start.
    """
    server = shutil.which("Xvfb")
    if not server:
        message = "Xvfb is not installed."
        raise RuntimeError(message)
    read, write = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [
                *(server, "-displayfd", str(write), "-fbdir", folder, "-nolisten", "tcp"),
                *("-noreset", "-nocursor", "-screen", "0", f"{_SCREEN_WIDTH}x{HEIGHT}x24"),
            ],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        try:
            with os.fdopen(read) as told:
                number = told.readline().strip()
            if not number:
                message = "Xvfb did not start."
                raise RuntimeError(message)
            with Path(folder, "Xvfb_screen0").open("rb") as file:
                picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            yield Screen(f":{number}", picture)
        finally:
            process.terminate()
            process.wait()


def _covered(pixels: bytes, empty: bytes) -> float:
    """Return which part of the screen has changed, 0 to 1."""
    places = range(0, len(pixels), _SAMPLE)
    changed = sum(pixels[place : place + 3] != empty[place : place + 3] for place in places)
    return changed / len(places)


def _middle_of(pixels: bytes) -> bytes:
    left, top, right, bottom = _MIDDLE
    rows = range(_ROW * top // _EVERY_ROW, _ROW * bottom // _EVERY_ROW, _ROW)
    return b"".join(pixels[row + 4 * left : row + 4 * right] for row in rows)


@dataclass(frozen=True)
class Seen:
    """When a program showed itself: seconds since it was started.

    Attributes:
        first: When a window covered the screen.
        middle: When the middle of it was as it stayed.
        settled: When all was as it stayed.
        pixels: What was then to be seen.
    """

    first: float
    middle: float
    settled: float
    pixels: bytes


def watch(on: Screen, process: subprocess.Popen[bytes], started: float, quiet: float = 1.0) -> Seen:
    """Watch the screen until it has changed and then stayed the same for some seconds.

    Args:
        on: The screen on which the program shows itself; empty when it started.
        process: The program.
        started: When it was started, by time.monotonic.
        quiet: Seconds without any change after which the window counts as whole.

    Raises:
        RuntimeError: the program ended, or showed nothing within a minute.
    """
    empty = last = on.pixels()
    first = middle = settled = None
    while True:
        try:
            process.wait(timeout=_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            now = time.monotonic() - started
        else:
            message = f"The program ended with {process.returncode} before it showed anything."
            raise RuntimeError(message)
        pixels = on.pixels()
        if pixels != last:
            if _middle_of(pixels) != _middle_of(last):
                middle = now
            last, settled = pixels, now
            if not first and _covered(pixels, empty) > _WINDOW:
                first = now
        if first and middle and settled and now - settled > quiet:
            return Seen(first, middle, settled, pixels)
        if now > 60:  # noqa: PLR2004 - a minute
            message = "The program showed nothing within a minute."
            raise RuntimeError(message)
