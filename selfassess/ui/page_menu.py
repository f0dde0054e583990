"""Page menu: what can be done on a page where the pointer or the keyboard is."""

from PySide6.QtWidgets import QMenu, QWidget

from selfassess.ui import icons
from selfassess.ui.act_list import Act, page_acts
from selfassess.ui.page import Doing
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme
from selfassess.words import _


def doable(doing: Doing) -> tuple[Act, ...]:
    """Return the acts that can be done now, in the order of menus."""
    return tuple(act for act in page_acts() if _name(act) in doing)


def do(act: str, doing: Doing) -> bool:
    """Do the act of an id if it can be done now, and say whether it was."""
    found = doing.get(act.removeprefix("page."))
    if found is not None:
        found()
    return found is not None


def page_menu(doing: Doing, theme: Theme, parent: QWidget) -> QMenu:
    """Return a menu of what can be done now, with the keys that do the same."""
    menu = QMenu(parent)
    clothe(menu, theme)
    menu.setAccessibleName(_("What can be done here"))
    for act in doable(doing):
        # Words after a tab stand where menus show keys; the pages themselves act on them.
        words = "\t".join(part for part in (act.words, "+".join(act.caps)) if part)
        made = menu.addAction(words, doing[_name(act)])
        made.setIcon(icons.icon(act.icon, theme.colour("ink2"), theme.px(16)))
        made.setObjectName(act.id)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _name(act: Act) -> str:
    return act.id.removeprefix("page.")
