"""Gathers the licences of everything that the program carries."""

import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
LOCK = TOP / "scripts" / "locks" / "run.txt"
DOCUMENT = TOP / "docs" / "licences.md"

DPKG = "/usr/bin/dpkg-query"

_TEXTS = HERE / "licences"
_LICENCE_FILE = re.compile(r"(?i)^(licen[cs]e|copying|notice|authors)\b")
_QT = {"pyside6-essentials", "shiboken6"}

# Said by these packages in words of their own, or not at all.
_SPDX = {
    "defusedxml": "PSF-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
}

_INTRODUCTION = """\
# Licences

Sharing readiness is under the MIT licence: see [LICENSE](../LICENSE). The built program carries
what follows, each with its full licence in the folder `licences`. `scripts/licences` writes this
list from `scripts/locks/run.txt`.

"""

_ENDING = """
On Linux the built program also carries libraries of the system it was built on (for X11, fonts,
compression and the like). They differ from system to system, so `licences/README.txt` inside the
program lists them, with the copyright file of each. The C library and the drivers stay outside:
they belong to the machine.

Qt lies in files of its own, dynamically linked, and can be replaced by another build of the same
version, as its licence asks. Only the modules Core, GUI, Widgets and (on Linux) D-Bus are used;
all are under the LGPL.
"""


@dataclass(frozen=True)
class Component:
    """Something that the program carries: its licence by SPDX name, and the texts to go with it.

    `source` says where it is from: pypi, debian, or nothing where it is a part of something.
    """

    name: str
    version: str
    licence: str
    role: str
    texts: tuple[Path, ...]
    source: str = ""


def _names() -> Iterator[str]:
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            yield line.partition("==")[0]


def _of_package(name: str) -> Component:
    found = metadata.distribution(name)
    texts = tuple(
        path
        for file in found.files or ()
        if ".dist-info" in file.parts[0] and _LICENCE_FILE.match(file.name)
        for path in [Path(str(found.locate_file(file)))]
    )
    licence = _SPDX.get(name) or found.metadata["License-Expression"] or found.metadata["License"]
    if name in _QT:
        texts = (_TEXTS / "Qt.txt", _TEXTS / "LGPL-3.0.txt", _TEXTS / "GPL-3.0.txt")
    return Component(
        name, found.version, licence, found.metadata["Summary"].rstrip("."), texts, "pypi"
    )


def components() -> list[Component]:
    """Name what every built program carries, on all systems.

    Raises:
        importlib.metadata.PackageNotFoundError: a package of the lock is not installed.
    """
    python = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"),
    )
    bootloader = metadata.distribution("pyinstaller")
    copying = [file for file in bootloader.files or () if file.name == "COPYING.txt"]
    return [
        Component(
            "python",
            platform.python_version(),
            "PSF-2.0",
            "The language and its standard library",
            tuple(path for path in python if path.is_file())[:1],
        ),
        *(_of_package(name) for name in _names()),
        Component(
            "icu",
            "as in Qt",
            "Unicode-3.0",
            "Languages and scripts, inside Qt",
            (_TEXTS / "Unicode-3.0.txt",),
        ),
        Component(
            "pyinstaller bootloader",
            bootloader.version,
            "GPL-2.0-or-later WITH Bootloader-exception",
            "Starts Python in the built program",
            tuple(Path(str(bootloader.locate_file(file))) for file in copying),
        ),
    ]


def of_system(libraries: Iterable[Path]) -> list[Component]:
    """Name the Debian packages that some shared libraries come from, where dpkg knows them."""
    if not Path(DPKG).exists():
        return []
    # The loader's folders are links into /usr on a merged system; dpkg knows one of both names.
    files = {str(path.resolve()) for path in libraries}
    asked = sorted(files | {file.removeprefix("/usr") for file in files})
    answer = subprocess.run([DPKG, "--search", *asked], capture_output=True, text=True, check=False)
    packages = sorted({line.split(":")[0] for line in answer.stdout.splitlines()})
    return [_of_debian(package) for package in packages]


def _of_debian(package: str) -> Component:
    shown = subprocess.run(
        [DPKG, "--show", "--showformat=${Version}\n${binary:Summary}\n", package],
        capture_output=True,
        text=True,
        check=True,
    )
    version, summary = shown.stdout.splitlines()[:2]
    notice = Path("/usr/share/doc") / package / "copyright"
    texts = (notice,) if notice.is_file() else ()
    return Component(package, version, "see its copyright file", summary, texts, "debian")


def write(folder: Path, carried: Iterable[Component]) -> None:
    """Write the licences of all components into a folder: a list, and a folder for each.

    Raises:
        ValueError: the licence of a component was not found.
    """
    lines = ["What this program carries, and under which licence.", ""]
    for component in carried:
        lines.append(
            f"{component.name} {component.version}: {component.licence}. {component.role}."
        )
        if not component.texts:
            message = f"No licence was found for {component.name}."
            raise ValueError(message)
        place = folder / component.name.replace(" ", "-")
        place.mkdir(parents=True, exist_ok=True)
        for text in component.texts:
            name = text.name if text.suffix else f"{text.name}.txt"
            shutil.copyfile(text, place / name)
    (folder / "README.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")


def document() -> str:
    """Return the text of docs/licences.md."""
    rows = ["| what | licence | what for |", "|---|---|---|"]
    rows += [
        f"| {component.name} | {component.licence} | {component.role} |"
        for component in sorted(components(), key=lambda component: component.name)
    ]
    return _INTRODUCTION + "\n".join(rows) + "\n" + _ENDING
