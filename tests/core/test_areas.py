import pytest

from selfassess.core.areas import NATIONS, area_code, is_area_code, lies_in


@pytest.mark.parametrize("written", ["E08000003", " e08000003 ", "e08 000 003"])
def test_a_code_is_written_in_capital_letters_without_blanks(written):
    assert area_code(written) == "E08000003"


@pytest.mark.parametrize("code", ["E08000003", "W06000015", "S12000036", "N09000003", "K02000001"])
def test_a_code_has_the_letter_of_a_nation_and_eight_figures(code):
    assert is_area_code(code)


@pytest.mark.parametrize(
    "code", ["", "E0800003", "E080000031", "X08000003", "e08000003", "E0800000٣", "E08000003\n"]
)
def test_anything_else_is_no_code(code):
    assert not is_area_code(code)


def test_the_letter_says_in_which_nation_an_area_lies():
    assert lies_in("E08000003", "GB-ENG")
    assert lies_in("W06000015", "GB-WLS")
    assert not lies_in("W06000015", "GB-ENG")
    assert all(lies_in(code, "GB") for code in NATIONS.values())
    assert not lies_in("E08000003", "NL")
