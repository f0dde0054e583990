import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.text_index import TextIndex, stem, words_in

DOCUMENTS = (
    "The police share what they see. Sharing with schools is quick.",
    "A school nurse. Safeguarding children at school.",
    "Council tax data.",
    "The council and the police meet.",
)


def found(text: str, *documents: str, prefixes: bool = False) -> dict[str, list[int]]:
    index = TextIndex(documents or DOCUMENTS)
    terms = index.terms(text, prefixes=prefixes)
    return {term.said: sorted(index.weights(term)) for term in terms}


def test_words_are_compared_in_lower_case_without_accents_or_empty_words():
    assert [word for word, _start, _end in words_in("The CHILD’S café, and re-keying!")] == [
        "child's",
        "cafe",
        "re",
        "keying",
    ]


def test_words_say_where_they_stand():
    text = "Ein Straße für Kinder"
    assert [text[start:end] for _word, start, end in words_in(text)] == text.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [("sharing", "shared"), ("policies", "policy"), ("children", "child"), ("child's", "child")],
)
def test_words_of_one_stem_are_one(one, other):
    assert stem(one) == stem(other)


def test_a_word_finds_the_documents_that_have_its_stem():
    assert found("shares children") == {"shares": [0], "children": [1]}


def test_words_that_no_document_has_are_left_out():
    assert found("zebra the and") == {}


def test_a_stem_is_a_term_only_once():
    assert list(found("School and schools, the school")) == ["school"]


def test_a_word_that_no_document_has_stands_for_those_that_begin_with_it():
    assert found("safeg") == {"safeg": [1]}
    assert found("sa") == {}


def test_a_known_word_stands_for_those_it_begins_only_where_that_is_asked():
    assert found("school", "school", "schoolroom") == {"school": [0]}
    assert found("school", "school", "schoolroom", prefixes=True) == {"school": [0, 1]}


@pytest.mark.parametrize("slip", ["polce", "poliice", "pollce", "ploice"])
def test_a_slip_of_one_letter_or_two_swapped_stands_for_the_nearest_word(slip):
    index = TextIndex(DOCUMENTS)
    (term,) = index.terms(slip)
    assert term.instead == "police"
    assert sorted(index.weights(term)) == [0, 3]


def test_short_words_are_no_slips():
    assert found("taz") == {}


def test_the_commonest_of_the_nearest_words_is_meant_and_the_first_of_equals():
    (term,) = TextIndex(["grant", "grant grand", "grand grand"]).terms("granx")
    assert term.instead == "grand"
    (term,) = TextIndex(["grant grant", "grant", "grand"]).terms("granx")
    assert term.instead == "grant"


def test_rare_words_count_more():
    index = TextIndex(DOCUMENTS)
    police, nurse = index.terms("police nurse")
    assert index.worth(nurse) > index.worth(police) > 0
    assert index.weights(nurse)[1] > index.weights(police)[0] > 0


def test_a_word_counts_more_where_it_is_said_often_and_the_text_is_short():
    index = TextIndex(["fax", "fax fax", "fax and a long letter by post and by hand"])
    (fax,) = index.terms("fax")
    once, twice, among_many = (index.weights(fax)[place] for place in range(3))
    assert twice > once > among_many


def test_what_is_only_meant_counts_less_than_what_is_said():
    index = TextIndex(["school room", "school", "schoolroom"])
    exact, begun = (index.terms("schoolroom")[0], index.terms("schoolr")[0])
    assert index.weights(begun)[2] < index.weights(exact)[2]
    assert index.worth(begun) < index.worth(exact)
    (near,) = index.terms("schoolrooom")
    assert index.weights(near)[2] < index.weights(exact)[2]


def test_a_term_covers_the_words_it_stands_for():
    (term,) = TextIndex(DOCUMENTS).terms("sharing")
    assert term.covers("share")
    assert not term.covers("schools")


def test_an_index_of_nothing_finds_nothing():
    assert TextIndex([]).terms("police") == ()
    assert TextIndex([""]).terms("police") == ()


words = st.sampled_from(["police", "school", "fax", "nurse", "council", "tax"])
texts = st.lists(words, max_size=6).map(" ".join)


@given(st.lists(texts, min_size=1, max_size=4), st.lists(texts, max_size=3), texts)
def test_documents_added_behind_the_built_in_ones_change_no_weight(built_in, added, asked):
    before = TextIndex(built_in)
    after = TextIndex([*built_in, *added], len(built_in))
    weights = {term.said: after.weights(term) for term in after.terms(asked)}
    for term in before.terms(asked):
        kept = {at: w for at, w in weights[term.said].items() if at < len(built_in)}
        assert kept == pytest.approx(before.weights(term))


@given(st.text(max_size=80))
def test_any_text_can_be_looked_for(text):
    index = TextIndex([*DOCUMENTS, text])
    for term in index.terms(text, prefixes=True):
        assert all(weight > 0 for weight in index.weights(term).values())
    assert all(word.strip() for word, _start, _end in words_in(text))
