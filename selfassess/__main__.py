"""`selfassess` and `python -m selfassess`: a command without a window, or else the window."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from selfassess.loading import load, load_qt


def main() -> int:
    """Run what the command line asks for.

    Returns:
        0 when all went well, 1 for a problem with a file, 2 for a wrong call.
    """
    _mend_streams()
    arguments = sys.argv[1:]
    names_file = len(arguments) == 1 and arguments[0].casefold().endswith(".selfassess")
    # Either loads only its own half: commands never load Qt, and the window no command.
    if arguments and not names_file:
        code: int = load("selfassess.cli").run(arguments)
    else:
        load_qt()
        code = load("selfassess.app").run(arguments)
    return code


def _mend_streams() -> None:
    """Make sure that printing never fails: without a console, or with letters it does not know."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
            setattr(sys, name, nowhere)
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
