"""What scripts make of models and content is current."""

from tests.content.parts import script


def test_the_schemas_are_current():
    for path, text in script("schemas").schemas().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run scripts/schemas"


def test_the_book_of_the_content_is_current(content):
    content_book = script("content_book")
    told = "run scripts/content_book"
    assert content_book.BOOK.read_text(encoding="utf-8") == content_book.book(content), told
