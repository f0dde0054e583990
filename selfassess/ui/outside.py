"""Outside: opens files and web addresses with the programs that the system has for them."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_file(path: Path) -> bool:
    """Open a file or folder; say whether there is a program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_address(url: str) -> bool:
    """Open a web address; say whether there is a browser."""
    return QDesktopServices.openUrl(QUrl(url))
