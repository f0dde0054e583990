"""What a disk may hold after a power cut, worked out from the calls that went before it."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from tests.files.faulty_disk import Call

Disk = dict[Path, bytes]
"""What each file of a folder holds."""

_MOST_STATES = 4096


def states_after(calls: Sequence[Call], start: Disk) -> Iterator[Disk]:
    """Return each disk that may be found when the power is cut after these calls.

    What was written and not flushed may be whole, cut off, missing, torn or zeroes. A name that
    was made, moved or removed holds for good once its folder is flushed; before that each of
    these may have reached the disk or not, whatever the order.
    """
    names: dict[Path, int] = {}
    content: list[bytes] = []
    flushed: list[bool] = []
    for path, data in start.items():
        names[path] = len(content)
        content.append(data)
        flushed.append(True)
    lasting = dict(names)
    pending: list[tuple[str, Path, int]] = []
    for call in calls:
        match call.name:
            case "open" if call.path not in names and call.path.suffix == ".tmp":
                names[call.path] = len(content)
                content.append(b"")
                flushed.append(False)
                pending.append(("put", call.path, names[call.path]))
            case "write":
                number = names[call.path]
                content[number] += call.data
                flushed[number] = False
            case "fsync" if call.path in names:
                flushed[names[call.path]] = True
            case "fsync":
                lasting = _applied(lasting, [p for p in pending if p[1].parent == call.path])
                pending = [p for p in pending if p[1].parent != call.path]
            case "replace" if call.to is not None:
                number = names.pop(call.path)
                names[call.to] = number
                pending += [("take", call.path, number), ("put", call.to, number)]
            case "unlink" if call.path in names:
                pending.append(("take", call.path, names.pop(call.path)))
    kinds = [[data] if safe else _halves(data) for data, safe in zip(content, flushed, strict=True)]
    choices = product(product((False, True), repeat=len(pending)), product(*kinds))
    for count, (reached, found) in enumerate(choices):
        assert count < _MOST_STATES
        there = _applied(lasting, [p for p, yes in zip(pending, reached, strict=True) if yes])
        yield {path: found[number] for path, number in there.items()}


def _applied(names: dict[Path, int], done: Sequence[tuple[str, Path, int]]) -> dict[Path, int]:
    after = dict(names)
    for kind, path, number in done:
        if kind == "put":
            after[path] = number
        elif after.get(path) == number:
            del after[path]
    return after


def _halves(data: bytes) -> list[bytes]:
    half = len(data) // 2
    torn = bytes(half) + data[half:]
    return list(dict.fromkeys((data, b"", data[:half], torn, bytes(len(data)))))
