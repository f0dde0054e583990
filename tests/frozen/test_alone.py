"""The program runs where there is no network, and every socket that it asks for is looked at."""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from scripts.benchmarks import screen

pytestmark = pytest.mark.slow

CALLS = "socket,socketpair,connect,bind,listen,accept,accept4,sendto,sendmsg"

# The display, and the message bus of the desktop with its twin for screen readers.
ALLOWED = re.compile(r'sun_path=@?"[^"]*(/\.X11-unix/X\d+|/bus|dbus[^"]*|/at-spi/[^"]*)"')


@pytest.fixture
def alone(tmp_path):
    """What to put before a command so that it has no network and its calls are written down."""
    if not (shutil.which("strace") and shutil.which("unshare")):
        pytest.skip("strace or unshare is not installed.")
    apart = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*apart, "true"], check=False, capture_output=True).returncode:
        pytest.skip("This system lets nobody make a network namespace.")
    log = tmp_path / "calls"
    words = [*apart, "strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log)]
    return words, log


def strange(log: Path) -> list[str]:
    """Return the calls that have to do with anything but the display and the message bus."""
    calls = [line.partition(" ")[2].strip() for line in log.read_text().splitlines()]
    return [call for call in calls if not expected(call)]


def expected(call: str) -> bool:
    name = call.partition("(")[0]
    match name:
        case "socket":
            return call.startswith("socket(AF_UNIX,")
        case "connect":
            return "sa_family=AF_UNIX" in call and bool(ALLOWED.search(call))
        case "sendto" | "sendmsg":
            return "AF_INET" not in call
    # What else appears: the ends of calls that were cut in two, signals and exits.
    return name not in CALLS.split(",")


@pytest.mark.parametrize("command", ["selftest", "report"])
def test_a_command_asks_for_no_socket_at_all(program, alone, command, tmp_path):
    before, log = alone
    words = ["selftest"]
    if command == "report":
        example = tmp_path / "example.selfassess"
        program("example", example)
        words = ["report", example, "-o", tmp_path / "report.xlsx"]
    assert program(*words, before=before).returncode == 0
    assert [line for line in log.read_text().splitlines() if "socket(" in line] == []


def test_the_window_asks_for_the_display_and_the_message_bus_alone(
    folder, program, alone, home, tmp_path
):
    before, log = alone
    example = tmp_path / "example.selfassess"
    program("example", example)
    with screen.screen() as on:
        process = subprocess.Popen(
            [*before, folder / "selfassess", example],
            env={**on.environment(), "HOME": str(home)},
            start_new_session=True,
        )
        try:
            seen = screen.watch(on, process, time.monotonic())
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
    assert len(set(seen.pixels)) > 1
    assert "X11-unix" in log.read_text()
    assert strange(log) == []
