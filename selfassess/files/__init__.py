"""Everything that reads or writes a file; no Qt."""

import os

# Word documents bring lxml, and openpyxl prefers it where it finds it: past the guards of
# defusedxml, and with errors of other kinds. It looks once, when it is first imported.
os.environ["OPENPYXL_LXML"] = "False"
