"""Collecting: Python's garbage collector runs on the window's thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY = 1_000
"""Milliseconds."""


class Collecting(QObject):
    """Collects what nobody holds any more, now and then, on the thread that it was made on.

    The collector runs by itself on whichever thread happens to need memory. On the worker's it
    would free widgets there, and Qt may end the program for that.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_LOOK_EVERY)
        timer.timeout.connect(collect_if_due)
        timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        gc.enable()


def collect_if_due() -> None:
    """Collect the oldest generation that is due, as the collector itself would."""
    for generation, (count, threshold) in reversed(
        tuple(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if count > threshold:
            gc.collect(generation)
            return
