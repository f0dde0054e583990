import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from selfassess.ui.collecting import Collecting, collect_if_due


class Loop(QObject):
    """Holds itself, so that only the collector can free it."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.fixture
def collecting(qapp):
    made = Collecting(qapp)
    yield made
    made.stop()
    made.deleteLater()
    gc.disable()


def much():
    return [[] for _number in range(5 * gc.get_threshold()[0])]


def test_no_thread_but_the_windows_collects(collecting):
    loop = weakref.ref(Loop())
    kept = []
    thread = threading.Thread(target=lambda: kept.extend(much()))
    thread.start()
    thread.join()
    assert loop() is not None
    gc.collect()
    assert loop() is None


def test_what_nobody_holds_is_collected_when_enough_has_come_together(collecting):
    gc.collect()
    loop = weakref.ref(Loop())
    collect_if_due()
    assert loop() is not None
    kept = much()
    collect_if_due()
    assert loop() is None
    assert kept


def test_the_collector_works_by_itself_again_after_the_window(collecting):
    collecting.stop()
    assert gc.isenabled()
