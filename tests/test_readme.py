import re
import shlex
from pathlib import Path

from selfassess import cli

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line]


def test_the_commands_of_the_readme_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    ran = 0
    for line in COMMANDS:
        script, *arguments = shlex.split(line)
        assert (TOP / script).exists()
        if script == "scripts/run" and arguments:
            assert cli.run(arguments) == 0, line
            ran += 1
    assert ran == 5
    assert (tmp_path / "r.xlsx").exists()


def test_the_readme_names_every_command():
    for name in cli.COMMANDS:
        assert re.search(rf"`{name}\b|`{name}`", README), name


def test_every_link_to_a_file_leads_to_one():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (TOP / target).exists(), target
