"""Builds the program into dist/selfassess, tries it and prints how large it is.

Runs in the environment that it builds from: `scripts/build` makes that one. `--pack` also writes
the archive that people download, its checksum and its list of components.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import sizes

TOP = Path(__file__).resolve().parent.parent.parent
DIST = TOP / "dist"
BUILT = DIST / "selfassess"
STAMP = DIST / "selfassess.sources"

WINDOWS, MACOS = sys.platform == "win32", sys.platform == "darwin"

# What a build is made of. The tests build anew when any of it has changed.
_SOURCES = ("selfassess", "questionnaires", "resources", "scripts/packaging")
_SINGLE_SOURCES = ("build.spec", "LICENSE", "scripts/locks/run.txt", "scripts/locks/build.txt")

_DESKTOP = "org.selfassess.SharingReadiness"


def digest() -> str:
    """Name the bytes of everything that a build is made of."""
    files = [TOP / name for name in _SINGLE_SOURCES]
    for folder in _SOURCES:
        files += [path for path in (TOP / folder).rglob("*") if path.is_file()]
    sha = hashlib.sha256(platform.python_version().encode())
    for path in sorted(files):
        if "__pycache__" not in path.parts:
            sha.update(str(path.relative_to(TOP)).encode())
            sha.update(hashlib.sha256(path.read_bytes()).digest())
    return sha.hexdigest()


def program() -> Path:
    """Return the built program that takes commands."""
    if MACOS:
        return DIST / "Sharing readiness.app" / "Contents" / "MacOS" / "selfassess"
    return BUILT / ("selfassess.exe" if WINDOWS else "selfassess")


def _without_network() -> list[str]:
    """Return what to put before a command to take the network from it, where the system can."""
    tool = shutil.which("unshare")
    for options in (["--net"], ["--map-root-user", "--net"]) if tool else ():
        tried = subprocess.run([tool, *options, "true"], check=False, capture_output=True)
        if tried.returncode == 0:
            return [tool, *options]
    return []


def freeze() -> None:
    """Run PyInstaller, reading nothing from the user's own Python and nothing from a network.

    Raises:
        subprocess.CalledProcessError: the build failed.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment = {
        **kept,
        "PYTHONNOUSERSITE": "1",
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": "315532800",
        "PIP_NO_INDEX": "1",
        "PYINSTALLER_CONFIG_DIR": str(TOP / "build" / "pyinstaller"),
        # Some megabytes on the disk, and each start need not unpack 250 modules.
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
    }
    shutil.rmtree(TOP / "build" / "work", ignore_errors=True)
    STAMP.unlink(missing_ok=True)
    made_of = digest()
    command = [
        *(sys.executable, "-s", "-m", "PyInstaller", str(TOP / "build.spec")),
        *("--noconfirm", "--log-level", "ERROR"),
        *("--distpath", str(DIST), "--workpath", str(TOP / "build" / "work")),
    ]
    subprocess.run([*_without_network(), *command], check=True, cwd=TOP, env=environment)
    if not WINDOWS and not MACOS:
        _add_desktop_files()
    STAMP.write_text(made_of, encoding="utf-8")


def _add_desktop_files() -> None:
    shared = BUILT / "share"
    shared.mkdir()
    linux = TOP / "scripts" / "packaging" / "linux"
    shutil.copy(linux / "install.sh", BUILT)
    for name in (f"{_DESKTOP}.desktop", f"{_DESKTOP}.mime.xml"):
        shutil.copy(linux / name, shared)
    shutil.copy(TOP / "resources" / "icons" / "app.svg", shared / f"{_DESKTOP}.svg")


def attempt() -> None:
    """Let the built program test itself, and work the example through to a report.

    Raises:
        subprocess.CalledProcessError: the program failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        assessment, report = Path(folder, "example.selfassess"), Path(folder, "report.xlsx")
        for words in (
            ("selftest",),
            ("example", str(assessment)),
            ("report", str(assessment), "-o", str(report)),
        ):
            subprocess.run([str(program()), *words], check=True)
        print(f"The report of the worked example: {report.stat().st_size} bytes.")


def pack() -> Path:
    """Write the archive that people download, its checksum and its list of components.

    Returns:
        The path of the archive.
    """
    version = subprocess.run(
        [str(program()), "--version"], check=True, capture_output=True, text=True
    ).stdout.split()[1]
    system = "windows" if WINDOWS else "macos" if MACOS else "linux"
    ending = "tar.xz" if system == "linux" else "zip"
    archive = DIST / f"SharingReadiness-{version}-{system}-{platform.machine().lower()}.{ending}"
    folder = DIST / "Sharing readiness.app" if MACOS else BUILT
    with archive.open("wb") as target:
        (sizes.write_tar if ending == "tar.xz" else sizes.write_zip)(folder, target)
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(f"{archive.name}.sha256").write_text(
        f"{checksum}  {archive.name}\n", encoding="utf-8"
    )
    inside = "Contents/Resources" if MACOS else "_internal"
    shutil.copyfile(
        folder / inside / "licences" / "sbom.cdx.json",
        archive.with_name(f"{archive.name}.cdx.json"),
    )
    return archive


def main() -> int:
    """Build, try and measure."""
    freeze()
    attempt()
    print(f"dist/{BUILT.name}: {sizes.measure(BUILT)}")
    if sys.argv[1:] == ["--pack"]:
        archive = pack()
        print(f"dist/{archive.name}: {archive.stat().st_size / sizes.MB:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
