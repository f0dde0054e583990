"""A room for tests: displays that can be pulled out, and a page that is driven by keys."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QRect

NINE = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@dataclass
class FakeDisplays:
    """Displays side by side; the facilitator's window is on the first until it moves."""

    there: list[str] = field(default_factory=lambda: ["A", "B"])
    here: str = "A"
    told: list = field(default_factory=list)

    def names(self):
        return tuple(self.there)

    def of(self, window):
        return self.here

    def area(self, name):
        place = self.there.index(name) if name in self.there else 0
        return QRect(place * 1920, 0, 1920, 1080)

    def watch(self, told):
        self.told.append(told)

    def pull_out(self, name):
        self.there.remove(name)
        for told in self.told:
            told()


class Hour:
    """A clock that tests move on."""

    def __init__(self):
        self.now = NINE

    def __call__(self):
        return self.now

    def pass_(self, minutes):
        self.now += timedelta(minutes=minutes)
