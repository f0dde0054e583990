from hypothesis import given
from hypothesis import strategies as st

from selfassess.files.yaml_reader import parse
from selfassess.files.yaml_writer import to_bytes

TEXTS = st.text(
    st.characters(
        exclude_categories=("Cs", "Cf", "Cc", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"
    )
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_is_read_back_as_it_was(plain):
    assert parse(to_bytes({"all": plain}), "x").plain == {"all": plain}


def test_words_that_look_like_something_else_stay_words():
    plain = ["no", "true", "1", "1.5", "~", "2026-01-02", "a: b", "- a", "# a", "", " a ", "a\nb\n"]
    assert parse(to_bytes(plain), "x").plain == plain


def test_the_head_is_a_comment():
    assert to_bytes(["a"], "Written by us").decode() == "# Written by us\n- a\n"
