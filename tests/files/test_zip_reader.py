import io
import random
import zipfile

import pytest

from selfassess.files.assessment_file import from_bytes, to_bytes
from selfassess.files.zip_reader import members
from tests.files import values
from tests.files.values import problems_of, said


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def codes(data: bytes) -> list[str]:
    problems = problems_of(members, data, "f")
    assert all(said(problems))
    return [problem.code for problem in problems]


def test_members_are_read_and_folders_are_passed_over():
    assert members(zipped({"a/": b"", "a/b": b"x"}), "f") == {"a/b": b"x"}


def test_what_is_no_zip_says_so():
    assert codes(b"") == codes(b"PK") == codes(b"x" * 100) == ["zip.damaged"]


def test_a_member_that_is_damaged_says_so():
    data = bytearray(zipped({"a": b"some words" * 9}))
    data[40] ^= 255
    assert codes(bytes(data)) == ["zip.damaged"]


def test_a_member_that_stands_twice_is_refused():
    data = zipped({"a": b"1", "b": b"2"}).replace(b"b", b"a")
    assert codes(data) == ["zip.damaged"]


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a", "C:a", "a\\b"])
def test_a_member_that_leads_out_is_refused(name):
    assert codes(zipped({name: b"x"})) == ["zip.leads-out"]


def test_a_zip_that_unpacks_to_far_too_much_is_refused():
    assert codes(zipped({"a": b"0" * 2_000_000})) == ["zip.too-much"]
    assert codes(zipped({str(number): b"" for number in range(300)})) == ["zip.too-much"]
    (problem,) = problems_of(members, zipped({"a": b"0" * 11}), "f", 10)
    assert problem.code == "zip.too-much"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_is_packed_in_a_way_of_its_own_is_refused(method):
    assert codes(zipped({"a": b"x" * 99}, method)) == ["zip.damaged"]


def test_a_member_that_is_not_as_long_as_it_says_is_damaged():
    data = bytearray(zipped({"a": b"x" * 50}, zipfile.ZIP_STORED))
    place = data.rindex(b"PK\x01\x02") + 24
    for wrong in (40, 60):
        data[place] = wrong
        assert codes(bytes(data)) == ["zip.damaged"]


def test_a_locked_or_strangely_packed_member_is_refused():
    data = bytearray(zipped({"a": b"x" * 50}))
    head = data.rindex(b"PK\x01\x02")
    data[head + 8] |= 1
    assert codes(bytes(data)) == ["zip.damaged"]
    data[head + 8] &= 254
    data[head + 10] = 99
    assert codes(bytes(data)) == ["zip.damaged"]


def test_a_mutated_file_never_ends_in_anything_but_a_sentence():
    whole = to_bytes(values.assessment(), values.questionnaires(), values.modules())
    chance = random.Random(7)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(data))
            match chance.randrange(3):
                case 0:
                    data[place] = chance.randrange(256)
                case 1:
                    del data[place : place + chance.randrange(1, 50)]
                case 2:
                    data[place:place] = bytes([chance.randrange(256)])
        assert all(said(problems_of(from_bytes, bytes(data), "f")))
