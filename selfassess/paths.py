"""Where questionnaires, resources and the user's own folder lie, in a checkout and frozen alike."""

from pathlib import Path

import platformdirs

_TOP = Path(__file__).resolve().parent.parent

QUESTIONNAIRES = _TOP / "questionnaires"
RESOURCES = _TOP / "resources"
TOKENS = RESOURCES / "themes" / "tokens.toml"


def data_folder() -> Path:
    """Return the folder for the user's data: journals, earlier versions, packs, settings."""
    return Path(platformdirs.user_data_dir("selfassess", appauthor=False))


def policy_folder() -> Path:
    """Return the folder where an organisation sets things for everybody; it need not be there."""
    return Path(platformdirs.site_config_dir("selfassess", appauthor=False))


def cache_folder() -> Path:
    """Return the folder for what can be made again at any time."""
    return Path(platformdirs.user_cache_dir("selfassess", appauthor=False))
