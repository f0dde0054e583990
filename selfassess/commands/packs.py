"""`selfassess packs`: which content packs are in use, what is wrong with them, and new ones."""

import argparse
import sys
from pathlib import Path

from selfassess import __version__, paths
from selfassess.core.problem import Problem
from selfassess.files import content_index, pack_files, pack_import
from selfassess.files.content_pack import Pack, opened
from selfassess.files.own_cases import Named
from selfassess.files.pack_content import problems_in
from selfassess.reports.pack_lines import line_words, pack_sentence
from selfassess.words import _, interface
from selfassess.words.problems import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "packs", type=Path, nargs="*", metavar="PACK", help="packs to check that are not in use yet"
    )
    parser.add_argument(
        "--add", type=Path, metavar="PACK", help="bring a pack in, and say what it changes"
    )
    parser.add_argument(
        "--remove", metavar="ID", help="take the pack of this id out of use for good"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with --add: only say what it would change"
    )


def run(arguments: argparse.Namespace) -> int:
    """Name the packs in use, or those given, and say what is wrong; advice does not fail.

    Returns:
        1 when a pack has a problem.

    Raises:
        FileProblemsError: a pack can't be read at all.
    """
    if arguments.add is not None:
        return _add(arguments.add, dry_run=arguments.dry_run)
    if arguments.remove is not None:
        gone = pack_import.take_out_pack(paths.data_folder(), arguments.remove)
        print(_("The pack was removed: {path}", path=gone))
        return 0
    given = tuple(arguments.packs)
    found = tuple(map(pack_files.packed_at, given)) if given else content_index.packs_found()
    packs = opened(found)
    if not given:
        for folder in content_index.pack_folders():
            print(_("Content packs are looked for in {folder}", folder=folder))
    if not packs:
        print(_("There are none, so the built-in content is in use."))
        return 0
    for pack in packs:
        print(_about(pack))
    problems = problems_in(content_index.content(with_packs=False), packs)
    if _say(problems):
        return 1
    print(_("Nothing is wrong."))
    return 0


def _add(path: Path, *, dry_run: bool) -> int:
    data, built_in = paths.data_folder(), content_index.content(with_packs=False)
    coming = pack_import.looked_at(path, data, built_in)
    for line in coming.lines:
        print("  ".join(word for word in line_words(line, interface()) if word))
    if _say(coming.problems):
        return 1
    print(pack_sentence(coming.lines, interface()))
    if dry_run or not coming.changes:
        print(_("Nothing was changed."))
        return 0
    pack_import.bring_in(coming, data, built_in, Named(_("Our own case studies"), __version__))
    print(_("The pack is in use: {path}", path=coming.path))
    return 0


def _say(problems: tuple[Problem, ...]) -> bool:
    """Say what is wrong; tell whether it is more than advice."""
    faults = [problem for problem in problems if not problem.code.startswith("advice.")]
    for problem in problems:
        stream = sys.stdout if problem not in faults else sys.stderr
        print(sentence(problem, interface()), file=stream)
    return bool(faults)


def _about(pack: Pack) -> str:
    facts = {
        "pack": pack.name,
        "title": pack.about.title.say(interface().language),
        "parts": ", ".join(sorted(pack.parts)),
    }
    if pack.is_instead:
        return _("{pack}, {title}: in place of the built-in {parts}", **facts)
    return _("{pack}, {title}: beside the built-in {parts}", **facts)
