"""The commands that need no window, one module each.

Each module has `add_arguments(parser)` and `run(arguments)`, which returns the exit code; `cli`
loads only the module of the command that is called, so that none pays for what another imports.
"""
