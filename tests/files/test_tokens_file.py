import json

from selfassess.files import tokens_file


def test_what_the_build_made_of_the_tokens_is_read_in_their_place(tmp_path, monkeypatch):
    told = tokens_file.read_tokens()
    assert told["type"]["body"]["size"] == 14
    built = tmp_path / "tokens.json"
    monkeypatch.setattr(tokens_file, "BUILT", built)
    assert tokens_file.read_tokens() == told
    built.write_text(json.dumps(told | {"radius": {"tag": 9}}), encoding="utf-8")
    assert tokens_file.read_tokens()["radius"] == {"tag": 9}
