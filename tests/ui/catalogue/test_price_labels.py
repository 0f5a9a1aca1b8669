"""Price labels from the Catalogue page."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot
from tests.documents.reading import texts
from tests.ui.opening import settle
from tests.ui.till.conftest import Till

from kartoteka.ui.catalogue.page import CataloguePage
from kartoteka.ui.catalogue.price_labels import ROLL, PriceLabelDialog

Open = Callable[..., Till]


def test_ticked_items_get_so_many_labels_on_a_roll(till: Open, qtbot: QtBot) -> None:
    window, _ = till()
    window.show_page("catalogue")
    settle(qtbot, window)
    page = window.page("catalogue")
    assert isinstance(page, CataloguePage)
    page.table.lazy.set_chosen([1, 2])
    page.print_labels()
    settle(qtbot, window)
    (dialog,) = page.findChildren(PriceLabelDialog)
    dialog.medium.setCurrentIndex(dialog.medium.findData(ROLL))
    dialog.copies.setValue(2)
    assert not dialog.picture.isVisible()
    made: list[bytes] = []
    draw = dialog.order()
    window.desk.ask(lambda shop: draw(shop, dialog.able(shop, [1, 2])), made.append)
    settle(qtbot, window)
    assert len(texts(made[0])) % 2 == 0
    dialog.reject()
