import sys

from PySide6 import __version__ as pyside
from PySide6.QtCore import QObject

CALLS = 20_000


def test_pyside_stays_below_the_version_that_loses_references_to_none():
    assert tuple(int(part) for part in pyside.split(".")[:2]) < (6, 12)


def test_calls_into_qt_leave_the_count_of_references_to_none_as_it_was():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
