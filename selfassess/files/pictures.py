"""Saves the charts and slides of a report as PNG files in a folder of their own."""

from collections.abc import Mapping
from pathlib import Path

from selfassess.files import atomic, disk

ENDING = ".png"


def save(folder: Path, pictures: Mapping[str, bytes]) -> None:
    """Save pictures under their names; those of an earlier time are replaced.

    Raises:
        FileProblemsError: the folder could not be made, or a picture not be saved.
    """
    disk.make_folder(folder)
    for name, data in pictures.items():
        atomic.write(folder / f"{name}{ENDING}", data)
