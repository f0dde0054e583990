"""A disk that does as it is told: says no at the nth call, writes in pieces, or notes each call."""

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

_CALLS = ("stat", "lstat", "chmod", "replace", "unlink", "mkdir", "scandir", "open")


@dataclass
class Call:
    """A system call: its name, its file, where a file is moved to, and what is written."""

    name: str
    path: Path
    to: Path | None = None
    data: bytes = b""


@dataclass
class FaultyDisk:
    """Stands between the program and the folders of a test.

    Attributes:
        folder: What lies in here is watched.
        at: Fails at this call, counted from 0, or at none.
        error: The number of the error, such as `errno.ENOSPC`.
        on: Whether it goes on failing after that.
        piece: So many bytes at most are taken by one write; 0 for all.
        before: Is called before each call with its place, for what others do meanwhile.
    """

    folder: Path
    at: int | None = None
    error: int = errno.EIO
    on: bool = False
    piece: int = 0
    before: Callable[[int], None] | None = None
    calls: list[Call] = field(default_factory=list)
    _files: dict[int, Path] = field(default_factory=dict)
    _paused: bool = False

    def meet(self, name: str, path: object, to: object = None, data: bytes = b"") -> None:
        """Note a call; raise if it is the one that fails."""
        if self._paused or not self._is_watched(path):
            return
        place = len(self.calls)
        target = None if to is None else Path(os.fsdecode(to))
        self.calls.append(Call(name, Path(os.fsdecode(path)), target, data))
        if self.before is not None:
            self._paused = True
            self.before(place)
            self._paused = False
        if self.at is not None and (place == self.at or (self.on and place > self.at)):
            raise OSError(self.error, os.strerror(self.error), os.fsdecode(path))

    def opened(self, number: int, path: object) -> None:
        """Remember which file a number stands for."""
        if not self._paused and self._is_watched(path):
            self._files[number] = Path(os.fsdecode(path))

    def by_number(self, name: str, number: int, data: bytes = b"") -> None:
        """Note a call about an open file."""
        if number in self._files:
            self.meet(name, self._files[number], data=data)

    def closed(self, number: int) -> None:
        """Forget what a number stands for."""
        self._files.pop(number, None)

    def _is_watched(self, path: object) -> bool:
        if isinstance(path, int):
            return False
        return Path(os.fsdecode(path)).is_relative_to(self.folder)


class _Raw(io.FileIO):
    """A file whose calls are met by the disk."""

    disk: FaultyDisk

    def readinto(self, buffer):
        self.disk.by_number("read", self.fileno())
        return super().readinto(buffer)

    def readall(self):
        self.disk.by_number("read", self.fileno())
        return super().readall()

    def write(self, data):
        taken = bytes(data)[: self.disk.piece or None]
        self.disk.by_number("write", self.fileno(), taken)
        return super().write(taken)

    def close(self):
        if not self.closed:
            number = self.fileno()
            try:
                self.disk.by_number("close", number)
            finally:
                self.disk.closed(number)
                super().close()


@contextmanager
def mounted(disk: FaultyDisk) -> Iterator[FaultyDisk]:
    """Put the disk between the program and its folder for a while."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _CALLS:
            patch.setattr(os, name, _met(disk, name, getattr(os, name)))
        fsync, close = os.fsync, os.close

        def met_fsync(number):
            disk.by_number("fsync", number)
            fsync(number)

        def met_close(number):
            try:
                disk.by_number("close", number)
            finally:
                disk.closed(number)
                close(number)

        def met_file(path, mode="r", buffering=-1, *more, opener=None, **named):
            if "b" not in mode or not disk._is_watched(path):
                return open_(path, mode, buffering, *more, opener=opener, **named)
            if opener is None:
                disk.meet("open", path)
            raw = _Raw(path, mode.replace("b", ""), opener=opener)
            raw.disk = disk
            disk.opened(raw.fileno(), path)
            return io.BufferedReader(raw) if "r" in mode else io.BufferedWriter(raw)

        open_ = builtins.open
        patch.setattr(os, "fsync", met_fsync)
        patch.setattr(os, "close", met_close)
        patch.setattr(io, "open", met_file)
        patch.setattr(builtins, "open", met_file)
        yield disk


def _met(disk: FaultyDisk, name: str, real: Callable) -> Callable:
    def act(path, *more, **named):
        disk.meet(name, path, more[0] if name == "replace" else None)
        done = real(path, *more, **named)
        if name == "open":
            disk.opened(done, path)
        return done

    return act
