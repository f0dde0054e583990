"""Says beside an open file who has it open, so that two people do not write into one file."""

import contextlib
import hashlib
import json
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, NamedTuple

from selfassess.core.fitting import Limits
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.value import Value
from selfassess.files import atomic, disk
from selfassess.files.moments import Moment
from selfassess.files.spoofing import straight

STALE_AFTER = timedelta(days=1)
"""A lock that nobody has refreshed for so long counts as left behind."""

_SIZE_LIMIT = 10_000
_LONGEST_NAME = 120
_LONGEST_WORDS = 80
_ENDING = ".lock"


class Holder(Value, drops_unknown=True):
    """Who has a file open.

    Attributes:
        user: The name with which they are signed in.
        computer: The name of their computer.
        process: The number of the program there.
        since: When they opened it.
        seen: When their program last said that it still has it open.
        mark: Tells this lock from every other.
    """

    user: str
    computer: str
    process: Annotated[int, Limits(ge=1, lt=2**31)]
    since: Moment
    seen: Moment
    mark: str


class Who(NamedTuple):
    """Somebody who opens files: user, computer and the number of the program."""

    user: str
    computer: str
    process: int


def myself() -> Who:
    """Say who is at this computer, as far as it is known."""
    names = (os.environ.get(name, "") for name in ("LOGNAME", "USER", "USERNAME"))
    return Who(
        user=next((name for name in names if name), ""),
        computer=_computer(),
        process=os.getpid(),
    )


class Lock:
    """A lock that we hold; it is gone once it is released."""

    def __init__(self, path: Path, holder: Holder) -> None:
        self._path = path
        self._holder = holder

    def refresh(self, now: datetime) -> None:
        """Say that the file is still open; at least once in a day, or others count it as left."""
        holder = self._holder.changed(seen=now)
        if self._is_ours():
            with contextlib.suppress(FileProblemsError):
                atomic.write(self._path, _bytes_of(holder))
                self._holder = holder

    def release(self) -> None:
        """Say that the file is open no more; somebody else's lock is left alone."""
        if self._is_ours():
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _is_ours(self) -> bool:
        there = _holder_in(_read(self._path))
        return there is not None and there.mark == self._holder.mark


def holder_of(path: Path, now: datetime, me: Who) -> Holder | None:
    """Return who else has a file open, as far as its lock tells."""
    holder = _holder_in(_read(_place_for(path)))
    if holder is None or _is_left(holder, now, me):
        return None
    return _shown(holder)


def refuse_if_held(path: Path, now: datetime, me: Who) -> None:
    """Make sure that nobody else has a file open.

    Raises:
        FileProblemsError: somebody has; says who.
    """
    holder = holder_of(path, now, me)
    if holder is not None:
        who = " @ ".join(filter(None, (holder.user, holder.computer))) or "?"
        raise FileProblemsError(Problem("file.held", str(path), facts={"who": who}))


def take(path: Path, now: datetime, me: Who, *, anyway: bool = False) -> Lock | Holder | None:
    """Put a lock beside a file.

    A lock of a program that has ended, or that nobody has refreshed for a day, is cleared.

    Args:
        path: The file.
        now: What time it is, with a time zone.
        me: Who opens it.
        anyway: Take the place of somebody else's lock.

    Returns:
        Our lock; or who else has the file open; or None where no lock can be put.
    """
    place = _place_for(path)
    for _try in range(2):
        there = _read(place)
        holder = _holder_in(there)
        if holder is not None and not (anyway or _is_left(holder, now, me)):
            return _shown(holder)
        if there is not None and not _cleared(place, there):
            continue
        lock = _put(place, now, me)
        if lock is not None:
            return lock
    holder = _holder_in(_read(place))
    return None if holder is None else _shown(holder)


def _place_for(path: Path) -> Path:
    with contextlib.suppress(OSError, RuntimeError):
        path = path.resolve()
    name = path.name
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f"{name[:20]}-{hashlib.sha256(os.fsencode(name)).hexdigest()[:12]}"
    return path.with_name(f".{name}{_ENDING}")


def _put(place: Path, now: datetime, me: Who) -> Lock | None:
    holder = Holder(
        user=me.user,
        computer=me.computer,
        process=me.process,
        since=now,
        seen=now,
        mark=os.urandom(8).hex(),
    )
    try:
        with place.open("xb") as file:
            file.write(_bytes_of(holder))
    except OSError:
        return None
    return Lock(place, holder)


def _cleared(place: Path, left: bytes) -> bool:
    """Take a lock that was left away, unless somebody has put another one in its place since."""
    aside = place.with_name(f"{place.name[:20]}.{os.urandom(4).hex()}.tmp")
    try:
        place.replace(aside)
        is_it = _read(aside) == left
        if is_it or place.exists():
            aside.unlink()
        else:
            aside.replace(place)
    except OSError:
        return False
    return is_it


def _is_left(holder: Holder, now: datetime, me: Who) -> bool:
    if now - holder.seen > STALE_AFTER:
        return True
    if holder.computer != me.computer:
        return False
    return holder.process == me.process or not _is_running(holder.process)


if sys.platform == "win32":

    def _computer() -> str:
        return os.environ.get("COMPUTERNAME", "")

    def _is_running(process: int) -> bool:
        import ctypes  # noqa: PLC0415 - only Windows needs it

        ask_only, no_right, still_active = 0x1000, 5, 259
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(ask_only, 0, process)
        if not handle:
            return ctypes.get_last_error() == no_right
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return not known or code.value == still_active

else:

    def _computer() -> str:
        return os.uname().nodename

    def _is_running(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True


def _read(place: Path) -> bytes | None:
    try:
        return disk.read(place, _SIZE_LIMIT)
    except FileProblemsError:
        return None


def _holder_in(data: bytes | None) -> Holder | None:
    try:
        return None if data is None else Holder.model_validate_json(data)
    except ValueError:
        return None


def _bytes_of(holder: Holder) -> bytes:
    moments = {"since": holder.since.isoformat(), "seen": holder.seen.isoformat()}
    return json.dumps({**vars(holder), **moments}).encode()


def _shown(holder: Holder) -> Holder:
    """Return names that can be shown: short, in one line and not turned round."""
    return holder.changed(user=_words(holder.user), computer=_words(holder.computer))


def _words(text: str) -> str:
    kept = "".join(letter for letter in straight(text) if letter.isprintable())
    return kept[:_LONGEST_WORDS]
