"""Stopwatch: how long a topic has been talked about; quiet, and never a countdown for the day."""

from dataclasses import dataclass, replace
from datetime import datetime

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Time that has passed, with pauses left out.

    Attributes:
        kept: Seconds up to the last pause.
        since: When it began to run; None while it stands still.
    """

    kept: float = 0.0
    since: datetime | None = None

    @property
    def runs(self) -> bool:
        """Whether time passes."""
        return self.since is not None

    def start(self, now: datetime) -> "Stopwatch":
        """Let time pass from now on."""
        return self if self.runs else replace(self, since=now)

    def pause(self, now: datetime) -> "Stopwatch":
        """Let it stand still."""
        return Stopwatch(self.seconds(now))

    def seconds(self, now: datetime) -> float:
        """Return the seconds that have passed, 0 or more."""
        running = (now - self.since).total_seconds() if self.since else 0.0
        return self.kept + max(0.0, running)


def clock(seconds: float) -> str:
    """Return minutes and seconds: 2:06."""
    whole = int(seconds)
    return f"{whole // _MINUTE}:{whole % _MINUTE:02d}"


def left_of(seconds: float, minutes: float) -> float:
    """Return the seconds that are left of some minutes; below 0 when it is over."""
    return minutes * _MINUTE - int(seconds)
