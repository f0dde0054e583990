"""`selfassess packs`: which content packs are in use, and everything that is wrong with them."""

import argparse
import sys
from pathlib import Path

from selfassess import paths
from selfassess.files import content_index, pack_files
from selfassess.files.content_pack import NAME, Pack, opened
from selfassess.files.pack_content import problems_in
from selfassess.words import _, interface
from selfassess.words.problems import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "packs", type=Path, nargs="*", metavar="PACK", help="packs to check that are not in use yet"
    )


def run(arguments: argparse.Namespace) -> int:
    """Name the packs in use, or those given, and say what is wrong; advice does not fail.

    Returns:
        1 when a pack has a problem.

    Raises:
        FileProblemsError: a pack can't be read at all.
    """
    folder = paths.data_folder() / NAME
    given = tuple(arguments.packs)
    found = tuple(map(pack_files.packed_at, given)) if given else pack_files.packed(folder)
    packs = opened(found)
    if not given:
        print(_("Content packs are looked for in {folder}", folder=folder))
    if not packs:
        print(_("There are none, so the built-in content is in use."))
        return 0
    for pack in packs:
        print(_about(pack))
    problems = problems_in(content_index.content(with_packs=False), packs)
    faults = [problem for problem in problems if not problem.code.startswith("advice.")]
    for problem in problems:
        stream = sys.stdout if problem not in faults else sys.stderr
        print(sentence(problem, interface()), file=stream)
    if faults:
        return 1
    print(_("Nothing is wrong."))
    return 0


def _about(pack: Pack) -> str:
    facts = {
        "pack": pack.name,
        "title": pack.about.title.say(interface().language),
        "parts": ", ".join(sorted(pack.parts)),
    }
    if pack.is_instead:
        return _("{pack}, {title}: in place of the built-in {parts}", **facts)
    return _("{pack}, {title}: beside the built-in {parts}", **facts)
