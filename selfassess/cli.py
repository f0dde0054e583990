"""The command line: finds the command, runs it, and turns every problem into a sentence."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from selfassess import __version__
from selfassess.loading import load
from selfassess.overriding import override
from selfassess.words import _, interface
from selfassess.words.problems import sentence

if TYPE_CHECKING:
    from selfassess.core.problem import Problem

PROBLEM, WRONG_CALL = 1, 2

COMMANDS = {
    "example": _("write the worked example to a new file"),
    "new": _("make an assessment from a partnership and answers"),
    "answer": _("add answers to an assessment, or begin a new round"),
    "score": _("say the readiness statement, dimensions and topics"),
    "barriers": _("say which barriers the answers raise, and because of what"),
    "cases": _("say which case studies fit, and why"),
    "report": _("write the report"),
    "compare": _("say what moved between two rounds or two assessments"),
    "form": _("write blank answer forms for the partners"),
    "merge": _("bring filled-in answer forms in"),
    "plan": _("say the action plan, or bring it back from a report"),
    "return": _("show and write what a partnership hands to a region or centre"),
    "portfolio": _("count what many assessments or returns have in common"),
    "peers": _("set an assessment beside places like it, from the file of a portfolio"),
    "confidence": _("write the staff confidence check as a workbook"),
    "packs": _("say which content packs are in use, and what is wrong with them"),
    "check": _("check content files and assessments, listing every problem"),
    "selftest": _("say what is installed and whether it is whole"),
}

_MODULES = {"return": "hand_over"}
"""Where a module can't have the name of its command."""


class Parser(argparse.ArgumentParser):
    """Reads the arguments of one command; a wrong call gets one sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        _complain(
            _("{program}: {message}. See {program} --help.", program=self.prog, message=message)
        )
        raise SystemExit(WRONG_CALL)


def run(arguments: Sequence[str]) -> int:
    """Run a command.

    Args:
        arguments: What was typed after the program's name; not empty.

    Returns:
        The exit code: 0 when all went well, 1 for a problem with a file, 2 for a wrong call.
    """
    name, *rest = arguments
    if name in ("-h", "--help"):
        print(_help())
        return 0
    if name == "--version":
        print(f"selfassess {__version__}")
        return 0
    if name not in COMMANDS:
        return _unknown(name)
    try:
        code = _execute(name, rest)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has had enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _execute(name: str, arguments: Sequence[str]) -> int:
    command = load(f"selfassess.commands.{_MODULES.get(name, name)}")
    # Not at the top: whoever asks for help or the version need not wait for them.
    from selfassess.core.edits import EditError  # noqa: PLC0415
    from selfassess.core.problem import FileProblemsError, Problem, WrongCallError  # noqa: PLC0415
    from selfassess.core.results import NoSuchRoundError  # noqa: PLC0415

    parser = Parser(prog=f"selfassess {name}", description=COMMANDS[name].capitalize() + ".")
    command.add_arguments(parser)
    problems: Sequence[Problem]
    try:
        code: int = command.run(parser.parse_args(arguments))
    except SystemExit as left:
        return int(left.code or 0)
    except WrongCallError as error:
        _tell(error.problems)
        return WRONG_CALL
    except FileProblemsError as error:
        problems = error.problems
    except EditError as error:
        problems = [Problem(error.code)]
    except NoSuchRoundError as error:
        problems = [Problem("assessment.no-such-round", facts={"name": str(error)})]
    else:
        return code
    return _tell(problems)


def _tell(problems: "Sequence[Problem]") -> int:
    for problem in problems:
        _complain(sentence(problem, interface()))
    return PROBLEM


def _unknown(name: str) -> int:
    import difflib  # noqa: PLC0415 - for those alone who mistype

    near = difflib.get_close_matches(name, COMMANDS, n=1)
    hint = _("Did you mean “{near}”?", near=near[0]) if near else _("See selfassess --help.")
    _complain(_("There is no command “{name}”. {hint}", name=name, hint=hint))
    return WRONG_CALL


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


def _help() -> str:
    lines = [
        _("Sharing readiness: how ready is a local partnership to share information?"),
        "",
        _("selfassess                    opens the window"),
        _("selfassess FILE.selfassess    opens a file in the window"),
        *(f"selfassess {name:<10}         {about}" for name, about in COMMANDS.items()),
        _("selfassess --version          says the version"),
        "",
        _("selfassess COMMAND --help says what a command takes."),
    ]
    return "\n".join(lines)
