import json

import pytest

from selfassess.core.portfolio import portfolio_of
from selfassess.files.peers_file import SIZE_LIMIT, read_peers
from selfassess.files.portfolio_copies import to_bytes
from selfassess.reports.portfolio_figures import portfolio_figures
from selfassess.reports.portfolio_view import view
from tests.core.returned import returned
from tests.files.values import problems_of
from tests.reports.small import TODAY, WORDS, example


def test_the_groups_of_a_portfolio_are_read_back(tmp_path):
    seen = view(portfolio_of([returned(at) for at in range(4)]), example({})[1])
    path = tmp_path / "p.json"
    path.write_text(json.dumps(portfolio_figures(seen, WORDS)), encoding="utf-8")
    everywhere, *_others = read_peers(path).groups
    assert (everywhere.by, everywhere.places) == ("all", 4)
    assert everywhere.dimensions["purpose"].middle == 2.5


def test_the_tables_of_a_portfolio_come_to_the_same_groups(tmp_path):
    returns = [returned(at) for at in range(4)]
    returns.append(returned(9, round_={"step": "Review"}))
    seen = view(portfolio_of(returns), example({})[1])
    figures, tables = tmp_path / "f.json", tmp_path / "t.json"
    figures.write_text(json.dumps(portfolio_figures(seen, WORDS)), encoding="utf-8")
    tables.write_bytes(to_bytes(".json", seen, WORDS, TODAY))
    assert read_peers(tables) == read_peers(figures)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "peers.damaged"),
        (b"[]", "peers.damaged"),
        (b"{}", "peers.damaged"),
        (b'{"format": 1, "groups": [{"by": 3}]}', "peers.damaged"),
        (b'{"format": 2, "groups": []}', "peers.newer"),
        (b'{"portfolio": {"schema_version": "2"}, "spreads": []}', "peers.newer"),
        (b'{"portfolio": {"schema_version": "1"}}', "peers.damaged"),
        (b" " * (SIZE_LIMIT + 1), "file.too-large"),
    ],
)
def test_what_is_no_such_file_gets_one_sentence(tmp_path, data, code):
    path = tmp_path / "p.json"
    path.write_bytes(data)
    assert [p.code for p in problems_of(read_peers, path)] == [code]
