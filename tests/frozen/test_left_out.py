import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent

# What nobody could import in the built program is not there for this one either.
EVERYTHING_WITHOUT = """
import importlib, pkgutil, sys
from types import ModuleType
sys.path.insert(0, "scripts/packaging")
import left_out
plugins = ModuleType("pydantic.plugin._loader")
plugins.get_plugins = tuple
sys.modules[plugins.__name__] = plugins
for name in left_out.NETWORK:
    assert name not in sys.modules, name
    sys.modules[name] = None
import selfassess
for module in pkgutil.walk_packages(selfassess.__path__, "selfassess."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def test_no_module_needs_what_the_built_program_leaves_out():
    tried = subprocess.run(
        [sys.executable, "-s", "-c", EVERYTHING_WITHOUT],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (tried.returncode, tried.stderr) == (0, "")


def test_the_list_of_licences_is_that_of_the_lock():
    sys.path.insert(0, str(TOP / "scripts" / "packaging"))
    import licences  # noqa: PLC0415 - lies beside the scripts

    assert licences.DOCUMENT.read_text(encoding="utf-8") == licences.document()


def test_what_builds_has_the_versions_that_are_tested():
    locks = TOP / "scripts" / "locks"
    tested = (locks / "test.txt").read_text().splitlines()
    for name in ("run.txt", "build.txt"):
        assert set((locks / name).read_text().splitlines()) <= set(tested), name
