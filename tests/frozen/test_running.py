import os
import shutil
import subprocess
import time

import openpyxl
import pytest

from scripts.benchmarks import screen
from selfassess import __version__

pytestmark = pytest.mark.slow


@pytest.fixture
def example(program, tmp_path):
    """The worked example in a file."""
    path = tmp_path / "example.selfassess"
    assert program("example", path).returncode == 0
    return path


@pytest.fixture
def shown(folder, home):
    """Opens the window of the built program on a real screen and returns what is to be seen."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed.")

    def show(*words):
        with screen.screen() as on:
            environment = {**on.environment(), "HOME": str(home)}
            started = time.monotonic()
            process = subprocess.Popen(
                [folder / "selfassess", *words], env=environment, stderr=subprocess.PIPE
            )
            try:
                seen = screen.watch(on, process, started)
            finally:
                process.terminate()
                _out, complaints = process.communicate()
        assert complaints == b""
        return seen.pixels

    return show


def colours(pixels):
    return {pixels[place : place + 3] for place in range(0, len(pixels), 4)}


def test_it_says_that_everything_is_whole(program):
    tested = program("selftest")
    assert (tested.returncode, tested.stderr) == (0, "")
    assert tested.stdout.endswith("Everything is whole.\n")


def test_it_has_the_version_of_the_package(program):
    assert program("--version").stdout == f"selfassess {__version__}\n"


def test_the_worked_example_comes_out_as_a_report(program, example, tmp_path):
    report = tmp_path / "report.xlsx"
    assert program("report", example, "-o", report).returncode == 0
    assert len(openpyxl.load_workbook(report).sheetnames) > 5


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_the_worked_example_comes_out_as_pages_too(program, example, tmp_path, ending):
    report = tmp_path / f"report{ending}"
    written = program("report", example, "-o", report)
    assert (written.returncode, written.stderr) == (0, "")
    assert report.stat().st_size > 100_000


def test_a_wrong_call_gets_one_sentence(program):
    called = program("scoer")
    assert (called.returncode, called.stdout) == (2, "")
    assert called.stderr == "There is no command “scoer”. Did you mean “score”?\n"


def test_a_file_that_is_not_there_gets_one_sentence(program):
    called = program("score", "nowhere.selfassess")
    assert (called.returncode, called.stdout, called.stderr.count("\n")) == (1, "", 1)


def test_it_finds_the_index_of_its_content_and_makes_none_of_its_own(program, example, home):
    assert program("score", example).returncode == 0
    assert list(home.rglob("content-index*")) == []


def test_its_window_opens_on_a_real_screen(shown):
    assert len(colours(shown())) > 50


def test_a_file_opens_in_the_window(shown, example):
    assert len(colours(shown(example))) > 50


def test_it_can_be_put_into_the_menu_and_taken_out_without_a_trace(folder, home):
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}

    def install(*words):
        subprocess.run(
            [folder / "install.sh", *words], env=environment, check=True, capture_output=True
        )
        return {path.name for path in home.rglob("*SharingReadiness*")}

    named = "org.selfassess.SharingReadiness"
    assert install() == {f"{named}.desktop", f"{named}.xml", f"{named}.svg"}
    entry = (home / ".local/share/applications" / f"{named}.desktop").read_text()
    assert f'Exec="{folder / "selfassess"}" %f\n' in entry
    assert (home / ".local/bin/selfassess").resolve() == (folder / "selfassess").resolve()
    assert install("--remove") == set()
    assert not (home / ".local/bin/selfassess").is_symlink()
