from selfassess.ui.models.entries import AT_ONCE, EntriesModel, Entry
from selfassess.ui.parts.entry_list import EntryList

MANY = tuple(Entry(str(number), f"Case {number}") for number in range(1, 10 * AT_ONCE))


def test_a_long_list_is_given_a_part_at_a_time(qtbot, theme):
    shown = EntryList(theme, says="Cases")
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show()
    shown.show_entries(MANY)
    assert shown.model().rowCount() == AT_ONCE
    shown.scrollToBottom()
    qtbot.waitUntil(lambda: shown.model().rowCount() > AT_ONCE)


def test_an_entry_further_down_can_be_chosen_and_stepped_from(qtbot, theme):
    shown = EntryList(theme, says="Cases")
    qtbot.addWidget(shown)
    shown.show_entries(MANY)
    shown.choose(str(3 * AT_ONCE))
    assert shown.here == str(3 * AT_ONCE)
    assert shown.step(1) == str(3 * AT_ONCE + 1)
    assert shown.ids[-1] == MANY[-1].id


def test_no_more_is_given_than_there_is(qtbot):
    model = EntriesModel()
    model.show(MANY[:5])
    top = model.index(-1)
    assert not model.canFetchMore(top)
    model.show(MANY)
    while model.canFetchMore(top):
        model.fetchMore(top)
    assert model.rowCount() == len(MANY)
