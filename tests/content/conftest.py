import pytest

from selfassess.files import content_index


@pytest.fixture(scope="session")
def content():
    return content_index.content(with_packs=False)


@pytest.fixture(scope="session")
def barriers(content):
    """All barriers, each with the modules that bring it."""
    own = [(barrier, ()) for barrier in content.catalogue.barriers]
    return own + [
        (barrier, (module,))
        for module in content.modules
        for barrier in content.module_barriers[module.id]
    ]
