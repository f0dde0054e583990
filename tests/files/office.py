"""LibreOffice for tests that need another program to open what we write."""

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")


def converted(path: Path, folder: Path) -> Path:
    """Open a workbook in LibreOffice, let it work out everything, and save it again."""
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder.mkdir(exist_ok=True)
    profile = (folder / "profile").resolve().as_uri()
    command = [SOFFICE, f"-env:UserInstallation={profile}", "--headless"]
    told = [*command, "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(told, check=True, capture_output=True, timeout=240)
    return folder / path.name
