from selfassess.files import assessment_file
from tests.pilot import Pilot
from tests.ui.conftest import *  # noqa: F403  # the window's fixtures serve here too


def test_from_nothing_to_a_file_that_opens_again(make_shell, prompts, qtbot, tmp_path):
    shell = make_shell()
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Return")
    pilot.write("Riverside")
    pilot.key("Tab")
    pilot.write("worries about a family")
    pilot.key("Tab")
    pilot.write("help comes early")
    pilot.go_to("Name of the new partner")
    for name in ("Council", "Police"):
        pilot.write(name)
        pilot.key("Return")
    prompts.expect(lambda suggested: suggested)
    pilot.key("Ctrl+Return")
    assert shell.window.here == "walk"
    for key in ("3", "Return", "2", "Return", "D", "Return", "4"):
        pilot.key(key)
    pilot.key("Ctrl+Z")
    assert pilot.shows("Is CU1 in place?")
    assert pilot.shows("3 of 5 answered")
    shell.opening.save()
    assert shell.window.top.saved.words == "Saved"
    assert shell.opening.close()

    path = tmp_path / "Riverside.selfassess"
    levels = [a.level for a in assessment_file.read(path).assessment.latest.answers]
    assert levels == [3, 2, "dk"]
    again = make_shell()
    again.open_first(path)
    assert Pilot(qtbot, again.window).shows("Is CU1 in place?")
