from dataclasses import replace

from selfassess.core.cases import CaseStudy
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance
from selfassess.core.library import library_of
from selfassess.core.search import Found, Hit, Hits, Passage, search, search_cases
from tests.core.worlds import barrier, case_study, module, world

GUIDANCE = Guidance.model_validate(
    {
        "version": "1",
        "notes": [
            {
                "id": "flood",
                "title": "In a flood",
                "text": "Share what is needed. Write it down afterwards.",
                "kind": "law",
                "nations": ["GB-ENG"],
                "source": {"title": "Act", "publisher": "Parliament", "url": "https://example.org"},
                "checked": "2026-11-22",
                "certainty": "certain",
            }
        ],
        "myths": [
            {
                "id": "never",
                "statement": "We may never share in a flood.",
                "verdict": "myth",
                "fact": "You may, where somebody is in danger.",
                "nations": ["GB-ENG"],
                "source": {"title": "Act", "publisher": "Parliament", "url": "https://example.org"},
                "checked": "2026-11-22",
                "certainty": "certain",
            }
        ],
    }
)


def content_with(*cases: CaseStudy) -> Content:
    _assessment, content = world(
        {"PU1": "shared"},
        {"council": {}},
        barriers=(barrier("no-boat", "PU1<=2", name={"en": "No boat", "cy": "Dim cwch"}),),
        cases=cases,
        modules=(module("homes", ("early-years",), {"HO1": ("purpose", "shared")}),),
    )
    return replace(
        content,
        guidance=GUIDANCE,
        module_barriers={"homes": (barrier("no-roof", "HO1<=2"),)},
    )


def case(id_: str, title: str, summary: str, **fields: object) -> CaseStudy:
    return case_study(id_, title=title, summary=summary, **fields)


CASES = (
    case("flood", "Finding people in a flood", "Lists were matched. A nurse drove the boat."),
    case("fax", "A fax at night", "The nurse sent a fax. Nobody read it until the morning."),
    case("boat", "Boats", "No word of it."),
)
CONTENT = content_with(*CASES)


def ids(found: Hits, kind: Found = Found.CASE) -> list[str]:
    return [hit.id for hit in found.hits if hit.kind is kind]


def marked(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.marks]


def only(found: Hits) -> Hit:
    (hit,) = found.hits
    return hit


def test_cases_are_found_by_their_words_best_first():
    assert ids(search(CONTENT, "nurse fax")) == ["fax", "flood"]


def test_what_has_all_words_comes_before_what_has_one_of_them_often():
    cases = (
        case("often", "Fax fax fax", "Fax fax fax fax."),
        case("both", "One long story of many words", "Somebody, a nurse, once sent a fax."),
    )
    assert ids(search(content_with(*cases), "nurse fax")) == ["both", "often"]


def test_words_are_found_while_they_are_typed():
    assert ids(search(CONTENT, "nur")) == ["fax", "flood"]
    assert ids(search(CONTENT, "boa")) == ["boat", "flood"]


def test_a_result_shows_the_sentence_that_says_most_with_the_words_marked():
    hit = next(h for h in search(CONTENT, "nurse boat").hits if h.id == "flood")
    assert hit.passage.text == "A nurse drove the boat."
    assert marked(hit.passage) == ["nurse", "boat"]
    assert hit.title == Passage("Finding people in a flood", ())


def test_what_only_the_title_says_is_marked_there_beside_the_first_sentence():
    hit = next(h for h in search(CONTENT, "finding").hits if h.id == "flood")
    assert marked(hit.title) == ["Finding"]
    assert hit.passage == Passage("Lists were matched.", ())


def test_other_things_are_found_after_the_cases():
    found = search(CONTENT, "flood")
    assert [(hit.kind, hit.id) for hit in found.hits] == [
        (Found.CASE, "flood"),
        (Found.MYTH, "never"),
        (Found.NOTE, "flood"),
    ]
    assert all(hit.score > 0 for hit in found.hits)


def test_barriers_and_questions_are_found_also_those_of_modules():
    assert ids(search(CONTENT, "boat"), Found.BARRIER) == ["no-boat"]
    assert ids(search(CONTENT, "roof"), Found.BARRIER) == ["no-roof"]
    assert ids(search(CONTENT, "PU1"), Found.TOPIC) == ["PU1"]
    assert ids(search(CONTENT, "HO1"), Found.TOPIC) == ["HO1"]


def test_they_are_searched_in_the_language_of_the_reader():
    assert only(search(CONTENT, "cwch", "cy")).title.text == "Dim cwch"
    assert search(CONTENT, "cwch").hits == ()


def test_a_slip_finds_the_nearest_word_and_says_so():
    found = search(CONTENT, "nurze")
    assert ids(found) == ["fax", "flood"]
    assert found.instead == (("nurze", "nurse"),)


def test_a_word_that_something_has_is_no_slip():
    cases = (case("grant", "A grant", "Money."),)
    found = search(content_with(*cases), "floods grant")
    assert found.instead == ()


def test_only_so_many_are_returned_of_each():
    assert len(search(CONTENT, "nurse", most=1).hits) == 1
    assert ids(search(CONTENT, "nurse", most=1)) == ["fax"]


def test_no_words_find_nothing():
    assert search(CONTENT, "").hits == search(CONTENT, " the ").hits == ()
    assert search(CONTENT, "zebra").hits == ()


def test_an_empty_library_can_be_searched():
    assert ids(search(content_with(), "flood")) == []


def test_cases_are_searched_with_the_index_that_serves_the_story():
    texts = library_of(CONTENT).texts
    (term,) = texts.terms("nurse", prefixes=True)
    hits = search(CONTENT, "nurse").hits
    assert [hit.score for hit in hits] == sorted(texts.weights(term).values(), reverse=True)


# the case studies alone


def test_case_studies_that_have_all_words_are_shown_without_those_that_have_some():
    found = search_cases(CONTENT, "nurse fax")
    assert [hit.id for hit in found.hits] == ["fax"]
    assert found.whole


def test_where_no_case_study_has_all_words_those_with_some_are_shown():
    found = search_cases(CONTENT, "nurse zebra")
    assert sorted(hit.id for hit in found.hits) == ["fax", "flood"]
    assert not found.whole


def test_a_search_of_case_studies_shows_no_more_than_asked_and_says_what_it_took():
    found = search_cases(CONTENT, "nursse", most=1)
    assert len(found.hits) == 1
    assert found.instead == (("nursse", "nurse"),)
    assert not search_cases(CONTENT, "").hits
