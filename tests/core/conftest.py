from hypothesis import settings

# A busy machine is no reason to fail.
settings.register_profile("core", deadline=None)
settings.load_profile("core")
