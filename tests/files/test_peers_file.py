import json

import pytest

from selfassess.core.portfolio import portfolio_of
from selfassess.files.peers_file import SIZE_LIMIT, read_peers
from selfassess.reports.portfolio_figures import portfolio_figures
from selfassess.reports.portfolio_view import view
from tests.core.returned import returned
from tests.files.values import problems_of
from tests.reports.small import WORDS, example


def test_the_groups_of_a_portfolio_are_read_back(tmp_path):
    seen = view(portfolio_of([returned(at) for at in range(4)]), example({})[1])
    path = tmp_path / "p.json"
    path.write_text(json.dumps(portfolio_figures(seen, WORDS)), encoding="utf-8")
    everywhere, *_others = read_peers(path).groups
    assert (everywhere.by, everywhere.places) == ("all", 4)
    assert everywhere.dimensions["purpose"].middle == 2.5


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "peers.damaged"),
        (b"[]", "peers.damaged"),
        (b"{}", "peers.damaged"),
        (b'{"format": 1, "groups": [{"by": 3}]}', "peers.damaged"),
        (b'{"format": 2, "groups": []}', "peers.newer"),
        (b" " * (SIZE_LIMIT + 1), "file.too-large"),
    ],
)
def test_what_is_no_such_file_gets_one_sentence(tmp_path, data, code):
    path = tmp_path / "p.json"
    path.write_bytes(data)
    assert [p.code for p in problems_of(read_peers, path)] == [code]
