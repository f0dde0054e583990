"""Uses the program as a screen reader does: over the AT-SPI bus, by names, roles and actions alone.

Runs in the system's own Python, which has the bindings of AT-SPI; the tests start it.
Usage: by_ear.py JOURNEY FOLDER PROGRAM …
"""

import subprocess
import sys
import time
import traceback
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version is chosen first

PATIENCE = 60
"""Seconds after which something is taken never to come."""

TICK = 100
"""Milliseconds after which the screen is read again when nothing was announced."""


ANSWERS = (("PU1", 3), ("PU2", 2), ("LE1", 4), ("LE2", 1))


class Ear:
    """Hears a program on the bus."""

    def __init__(self, process):
        self.process = process
        self.app = None
        Atspi.init()
        Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)
        self._context = GLib.MainContext.default()
        GLib.timeout_add(TICK, lambda: True)

    def until(self, what, says):
        """Return what comes true in the end."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                found = what()
            except GLib.Error:
                found = None
            if found:
                return found
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended while waiting for {says}")
            self._context.iteration(True)
        raise AssertionError(f"{says} never came; there is: {self.heard()}")

    def connect(self):
        """Wait for the program to be on the bus."""

        def there():
            desktop = Atspi.get_desktop(0)
            for place in range(desktop.get_child_count()):
                one = desktop.get_child_at_index(place)
                if one is not None and one.get_process_id() == self.process.pid:
                    return one if one.get_child_count() else None
            return None

        self.app = self.until(there, "the program")

    def all(self, node=None):
        """Everything that is showing, in the order in which it is read."""
        node = node or self.app
        for place in range(node.get_child_count()):
            child = node.get_child_at_index(place)
            if child is None or not self._shows(child):
                continue
            yield child
            yield from self.all(child)

    def heard(self):
        """What can be heard now, for messages."""
        return [f"{n.get_role_name()}: {n.get_name()}" for n in self.all() if n.get_name()]

    def find(self, name, role=None):
        """The one thing of that name, and of that role."""

        def there():
            for node in self.all():
                if self._is(node, name) and role in (None, node.get_role_name()):
                    return node
            return None

        return self.until(there, f"“{name}”")

    def says(self, words):
        """Wait until something that can be heard has these words."""

        def there():
            return any(
                words in node.get_name() or words in node.get_description() for node in self.all()
            )

        self.until(there, f"the words “{words}”")

    def ends_with(self, words):
        """Wait until a text ends with these words."""

        def there():
            return any(n.get_name().endswith(f" {words}") for n in self.all())

        self.until(there, f"a text that ends with “{words}”")

    def in_order(self, *names):
        """Wait until things of these names are read in this order."""

        def there():
            heard = [node.get_name() for node in self.all()]
            places = [heard.index(name) if name in heard else -1 for name in names]
            return places[0] >= 0 and places == sorted(places)

        self.until(there, f"{names} in this order")

    def reads(self, name, role):
        """Return what is read about the one thing of that name and role, beside its name."""
        node = self.find(name, role)
        return self.until(node.get_description, f"the words about “{name}”")

    def do(self, name, role=None, action=("Press", "Toggle", "click", "press")):
        """Do the first action of something."""
        node = self.find(name, role)
        acts = [node.get_action_name(place) for place in range(node.get_n_actions())]
        place = next((k for k, act in enumerate(acts) if act in action), None)
        assert place is not None, f"“{name}” has none of {action}, but {acts}"
        node.do_action(place)

    def front(self, title):
        """Bring a window to the front, as a window manager does; there is none here."""
        self.find(f"{title}…")
        asked = [
            "xdotool",
            "search",
            "--sync",
            "--onlyvisible",
            "--name",
            f"^{title}",
            "windowfocus",
        ]
        subprocess.run(asked, check=True, timeout=PATIENCE)

    def choose(self, name):
        """Choose one of several, and hear that it is chosen."""
        self.do(name, "radio button")

        def chosen():
            return self.find(name, "radio button").get_state_set().contains(Atspi.StateType.CHECKED)

        self.until(chosen, f"“{name}” to be chosen")

    def focus(self, name, role=None):
        """Bring the focus to something."""
        node = self.find(name, role)
        node.grab_focus()
        self.until(
            lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED), f"focus on “{name}”"
        )

    def write(self, name, words):
        """Write into the one text of that name."""
        node = self.find(name, "text")
        assert "EditableText" in node.get_interfaces(), f"“{name}” can't be written in"
        self.focus(name, "text")
        node.set_text_contents(words)
        whole = Atspi.Text.get_text(node, 0, -1)
        assert whole == words, f"“{name}” holds “{whole}”"

    def select(self, name, role):
        """Select something in the list or the bar that it is in."""
        node = self.find(name, role)
        parent, place = node.get_parent(), node.get_index_in_parent()
        assert "Selection" in parent.get_interfaces(), f"nothing can be selected beside “{name}”"
        assert parent.select_child(place), f"“{name}” can't be selected"

    @staticmethod
    def _shows(node):
        states = node.get_state_set()
        return states.contains(Atspi.StateType.SHOWING) or not node.get_parent()

    @staticmethod
    def _is(node, name):
        said = node.get_name()
        if node.get_role_name() == "combo box":
            said = node.get_description()  # the name of a list is what holds in it
        return said == name or (name.endswith("…") and said.startswith(name[:-1]))


def journey(ear, folder):
    """From nothing to the report, and what is heard on the way."""
    ear.front("Sharing readiness")
    ear.do("Start a new assessment")
    ear.write("What is the partnership called?", "Riverside")
    ear.write("What do you share?", "worries about a family")
    ear.write("So that what changes for people?", "help comes early")
    for name in ("Council", "Police"):
        if name != "Council":
            ear.do("Add a partner")
        ear.write("Name of the new partner", name)
        ear.focus("Add a partner")
        ear.find(f"Sector of {name}")
    ear.do("Save and answer the questions")
    ear.front("Keep the assessment in a file")
    ear.write("File name:", f"{folder}/riverside.selfassess")
    ear.do("Save", "push button")
    ear.ends_with("PU1")
    ear.front("Riverside")
    for place, (topic, level) in enumerate(ANSWERS):
        ear.ends_with(topic)
        ear.choose(f"{level}, …")
        ear.says(f"{place + 1} of 30 answered")
        ear.do("Next", "push button")
    ear.ends_with("CU1")
    ear.do("We don’t know")
    ear.says("5 of 30 answered")
    ear.select("Results", "page tab")
    ear.says("Not enough answers yet")
    ear.do("Barriers", "radio button")
    ear.says("barrier")
    ear.select("Report", "page tab")
    ear.write("Save to", f"{folder}/report.xlsx")
    ear.do("Save the Excel report")
    ear.says("report.xlsx")
    ear.until(lambda: Path(folder, "report.xlsx").exists(), "the report")


def example(ear, _folder):
    """Through the results of the worked example, with its charts and tables."""
    ear.front("Sharing readiness")
    ear.in_order("Sharing readiness", "Start a new assessment", "Recent", "Text size and colours")
    ear.do("Look at a worked example")
    ear.front("Northbridge")
    ear.select("Results", "page tab")
    figures = ear.reads("Profile of the partnership", "panel")
    assert figures.startswith("Purpose, level 3"), figures
    reading = ear.reads("Purpose, level 3…", "push button")
    ear.focus("Purpose, level 3…", "push button")
    ear.until(lambda: any(n.get_name() == reading for n in ear.all()), "the reading under it")
    ear.do("Agreement", "radio button")
    assert "Northbridge Council" in ear.reads("Where partners stand", "panel")
    ear.find("Questions behind it", "label")
    pictures = [node.get_name() for node in ear.all() if node.get_role_name() == "image"]
    assert any("Northbridge Council 3" in name for name in pictures), pictures
    ear.in_order("Where partners see it differently", "Where partners stand", "Questions behind it")


JOURNEYS = {"new": journey, "example": example}


def main():
    """Run a journey with a program, and end that program."""
    name, folder, *program = sys.argv[1:]
    process = subprocess.Popen(program)
    try:
        ear = Ear(process)
        ear.connect()
        JOURNEYS[name](ear, folder)
    except (AssertionError, GLib.Error):
        traceback.print_exc()
        return 1
    finally:
        process.terminate()
        process.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
