"""How large a folder is on the disk, and how large when packed; and packs it."""

import io
import lzma
import stat
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from typing_extensions import override

# The earliest time that a zip can name: the same files make the same archive.
_TIME = (1980, 1, 1, 0, 0, 0)

MB = 1_000_000


class _Counter(io.RawIOBase):
    """Counts what is written and keeps nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        length = len(memoryview(data))  # type: ignore[arg-type]  # whatever zipfile hands over has bytes
        self.size += length
        return length


@dataclass(frozen=True)
class Size:
    """The size of a folder; bytes."""

    files: int
    on_disk: int
    zipped: int

    @override
    def __str__(self) -> str:
        on_disk, zipped = self.on_disk / MB, self.zipped / MB
        return f"{self.files} files, {on_disk:.1f} MB on disk, {zipped:.1f} MB zipped"


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())


def write_zip(folder: Path, target: BinaryIO) -> None:
    """Pack a folder as a zip; symbolic links and the right to run stay."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _entries(folder):
            member = zipfile.ZipInfo((folder.name / path.relative_to(folder)).as_posix(), _TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            if path.is_symlink():
                member.external_attr = (stat.S_IFLNK | 0o777) << 16
                archive.writestr(member, str(path.readlink()))
            else:
                runs = path.stat().st_mode & stat.S_IXUSR
                member.external_attr = (stat.S_IFREG | (0o755 if runs else 0o644)) << 16
                archive.writestr(member, path.read_bytes())


def write_tar(folder: Path, target: BinaryIO) -> None:
    """Pack a folder as .tar.xz; symbolic links and the right to run stay."""

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = member.mtime = 0
        member.uname = member.gname = ""
        return member

    with (
        lzma.open(target, "wb", preset=9 | lzma.PRESET_EXTREME) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in _entries(folder):
            archive.add(path, folder.name / path.relative_to(folder), recursive=False, filter=plain)


def measure(folder: Path) -> Size:
    """Return how large a folder is, links counted as links."""
    entries = _entries(folder)
    counter = _Counter()
    write_zip(folder, counter)  # type: ignore[arg-type]  # a file that is only written to
    return Size(len(entries), sum(path.lstat().st_size for path in entries), counter.size)


def main() -> int:
    """Print the size of the folder that is named."""
    size = measure(Path(sys.argv[1]))
    print(size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
