import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from selfassess import cli

PARTNERSHIP = """\
name: Riverside early help
purpose: {what: worries about a family, so_that: help comes early}
policy_areas: [early-years]
step: Design and plan
country: GB-ENG
high_risk: false
safety_at_stake: false
organisations:
- {name: Council, sector: local-government}
- {name: NHS, sector: health}
- {name: Charity, sector: voluntary}
"""

HEAD = "organisation,respondent,role,topic,level,evidence,note\n"


@dataclass
class Shell:
    """Runs commands in a folder of their own."""

    folder: Path
    read: Callable[[], tuple[str, str]]

    def __call__(self, *arguments: object) -> tuple[int, str, str]:
        """Run a command; return its exit code, what it printed and what it complained."""
        self.read()
        code = cli.run([str(argument) for argument in arguments])
        return code, *self.read()

    def json(self, *arguments: object) -> object:
        """Run a command that must succeed, and read the JSON that it prints."""
        code, out, err = self(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    def write(self, name: str, text: str) -> Path:
        """Write a text file."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def new(
        self, answers: str = "", agreed: str = "", *more: object, partnership: str = PARTNERSHIP
    ):
        """Make an assessment from rows of answers."""
        arguments = ["new", self.folder / "a.selfassess"]
        arguments += ["--partnership", self.write("p.yaml", partnership)]
        if answers:
            arguments += ["--answers", self.write("a.csv", HEAD + answers)]
        if agreed:
            arguments += ["--agreed", self.write("g.csv", "topic,level,minority_view\n" + agreed)]
        code, _out, err = self(*arguments, *more)
        assert (code, err) == (0, "")
        return self.folder / "a.selfassess"


@pytest.fixture
def shell(tmp_path, capsys, monkeypatch):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))

    def read():
        captured = capsys.readouterr()
        return captured.out, captured.err

    return Shell(tmp_path, read)
