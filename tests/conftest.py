import gc
import os
from itertools import count

from selfassess.loading import load_qt

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_ACCESSIBILITY", "1")
load_qt()  # as the program does

COLLECT_EVERY = 100
_ended = count(1)

# As in the program (`ui/collecting.py`): on a worker's thread the collector would free the widgets
# of tests that are over.
gc.disable()


def pytest_collection_finish(session):
    gc.freeze()  # modules and tests stay to the end: there is nothing to look for in them


def pytest_runtest_logfinish(nodeid, location):
    if next(_ended) % COLLECT_EVERY == 0:
        gc.collect()
