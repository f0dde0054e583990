import zipfile
from pathlib import Path

import left_out
import pytest
import sizes
from PyInstaller.archive.readers import CArchiveReader

pytestmark = pytest.mark.slow

MB = sizes.MB


@pytest.fixture
def modules(folder):
    """The names of all Python modules inside, those of the start archive among them."""
    program = CArchiveReader(str(folder / "selfassess"))
    inside = set(program.toc) | set(program.open_embedded_archive("PYZ.pyz").toc)
    with zipfile.ZipFile(folder / "_internal" / "base_library.zip") as base:
        for name in base.namelist():
            inside.add(name.removesuffix(".pyc").removesuffix("/__init__").replace("/", "."))
    for path in (folder / "_internal").rglob("*.so"):
        inside.add(path.name.split(".")[0])
    return inside


def test_nothing_that_could_talk_to_a_network_is_inside(modules):
    forbidden = left_out.NETWORK
    found = {
        module
        for module in modules
        for name in forbidden
        if module == name or module.startswith(f"{name}.")
    }
    assert found == set()


def test_nothing_that_is_left_out_as_unused_is_inside(modules):
    assert {name for name in left_out.UNUSED if name in modules} == set()


def test_all_modules_of_the_program_are_inside(modules):
    top = Path(__file__).resolve().parent.parent.parent
    for path in (top / "selfassess").rglob("*.py"):
        name = ".".join(path.relative_to(top).with_suffix("").parts).removesuffix(".__init__")
        assert name in modules or name == "selfassess.__main__"


def test_what_writes_type_stubs_is_empty_in_the_python_half_of_qt(folder):
    laid_out = folder / "_internal" / "shiboken6" / "files.dir" / "shibokensupport" / "signature"
    sizes_of = {path.stem: path.stat().st_size for path in laid_out.rglob("*.pyc")}
    assert sizes_of["pyi_generator"] < 300 < sizes_of["loader"]


def test_no_library_of_the_network_is_inside(folder):
    names = {path.name for path in folder.rglob("*.so*")}
    assert {name for name in names if name.startswith(left_out.LIBRARIES)} == set()


def test_only_the_parts_of_qt_that_are_used_are_inside(folder):
    qt = folder / "_internal" / "PySide6"
    assert {path.name.split(".")[0] for path in qt.glob("Qt*.so")} <= {
        "QtCore",
        "QtDBus",
        "QtGui",
        "QtWidgets",
    }
    assert {path.name.split(".")[0] for path in (qt / "Qt" / "lib").iterdir()} == {
        "libQt6Core",
        "libQt6DBus",
        "libQt6Gui",
        "libQt6Widgets",
        "libQt6XcbQpa",
        "libicudata",
        "libicui18n",
        "libicuuc",
    }
    assert {path.stem for path in (qt / "Qt" / "plugins").rglob("*.so")} == {
        "libcomposeplatforminputcontextplugin",
        "libibusplatforminputcontextplugin",
        "libqoffscreen",
        "libqxcb",
        "libqxdgdesktopportal",
    }
    assert not (qt / "Qt" / "translations").exists()


def test_every_component_comes_with_its_licence(folder):
    licences = folder / "_internal" / "licences"
    listed = (licences / "README.txt").read_text(encoding="utf-8").splitlines()[2:]
    # "name version: licence. What it is for."; a name may have several words.
    names = {line.split(": ")[0].rsplit(" ", 1)[0].replace(" ", "-") for line in listed}
    named = {path.name for path in licences.iterdir() if path.is_dir()}
    assert {"python", "pydantic", "openpyxl", "pyside6-essentials"} <= named
    assert named <= {name.removesuffix("-as-in") for name in names}
    assert all(any(place.iterdir()) for place in licences.iterdir() if place.is_dir())
    assert (folder / "_internal" / "LICENSE").exists()


def test_it_is_small(folder):
    size = sizes.measure(folder)
    assert size.on_disk <= 140 * MB
    assert size.zipped <= 56 * MB
