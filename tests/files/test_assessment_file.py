import json
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfassess.core.assessment import Assessment
from selfassess.files import assessment_file, atomic, disk, migrations
from selfassess.files.assessment_file import content_for, from_bytes, read, to_bytes, write
from tests.files import values
from tests.files.values import assessments, problems_of, said

NAME = "a.selfassess"


def packed() -> bytes:
    return to_bytes(values.assessment(), values.questionnaires(), values.modules())


def repacked(**changes: bytes | None) -> bytes:
    """The file with some members changed or, with None, left out."""
    with zipfile.ZipFile(BytesIO(packed())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in (parts | changes).items():
            if data is not None:
                archive.writestr(name, data)
    return out.getvalue()


def with_head(**changes) -> bytes:
    plain = {"format": 1, "written_by": "x", "assessment": values.plain_assessment()} | changes
    return repacked(**{"assessment.json": json.dumps(plain).encode()})


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in problems_of(from_bytes, data, NAME)]


def test_what_is_saved_is_what_is_opened(tmp_path):
    path = tmp_path / NAME
    digest = write(path, values.assessment(), values.questionnaires(), values.modules())
    opened = read(path)
    assert opened.assessment == values.assessment()
    assert opened.questionnaires == values.questionnaires()
    assert opened.modules == values.modules()
    assert opened.digest == digest == assessment_file.digest_of(path.read_bytes())


@given(assessments())
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_any_assessment_survives_saving_and_opening(assessment):
    data = to_bytes(assessment, values.questionnaires(), values.modules())
    opened = from_bytes(data, NAME)
    assert opened.assessment == assessment
    again = to_bytes(opened.assessment, reversed(opened.questionnaires), opened.modules)
    assert again == data


def test_half_a_character_does_not_keep_anything_from_being_saved():
    assessment = values.assessment()
    half = assessment.changed(partnership=assessment.partnership.changed(story="a\ud800🌊b"))
    data = to_bytes(half, values.questionnaires(), values.modules())
    opened = from_bytes(data, NAME).assessment
    assert opened.partnership.story == "a\ufffd🌊b"
    assert opened.changed(partnership=assessment.partnership) == assessment


def test_only_what_a_round_used_is_kept():
    more = (*values.modules(), values.module("schools"), values.module(version="2"))
    questionnaires = (*values.questionnaires(), values.questionnaire("9"))
    assert to_bytes(values.assessment(), questionnaires, more) == packed()


def test_the_file_says_its_format_and_who_wrote_it():
    with zipfile.ZipFile(BytesIO(packed())) as archive:
        assert archive.namelist() == [
            "assessment.json",
            "questionnaires/emergencies-1.0.0.json",
            "questionnaires/sharing-readiness-1.0.0.json",
            "questionnaires/sharing-readiness-1.1.0.json",
        ]
        head = json.loads(archive.read("assessment.json"))
    assert list(head) == ["format", "written_by", "assessment"]
    assert head["format"] == migrations.FORMAT
    assert head["written_by"].startswith("selfassess ")


def test_a_version_may_be_spelt_in_any_way():
    plain = values.plain_assessment()
    for number, round_ in enumerate(plain["rounds"]):
        round_["questionnaire"]["version"] = ("../1", "a\\b:c")[number]
    assessment = Assessment.model_validate(plain)
    spelt = (values.questionnaire("../1"), values.questionnaire("a\\b:c"))
    data = to_bytes(assessment, spelt, values.modules())
    assert set(from_bytes(data, NAME).questionnaires) == set(spelt)


def test_a_file_of_a_newer_version_is_refused_and_left_alone():
    data = with_head(format=migrations.FORMAT + 1, written_by="selfassess 9.0")
    assert said(problems_of(from_bytes, data, NAME)) == [
        (
            "a.selfassess: This file was made with a newer version of the program (selfassess 9.0)."
            " Ask for that version; nothing was changed."
        )
    ]


@pytest.mark.parametrize("format_", [None, 0, "1", True, 1.0])
def test_a_file_without_a_format_is_damaged(format_):
    assert codes(with_head(format=format_)) == ["assessment.damaged"]


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"\xff", b'{"a": NaN}', b"[" * 50_000, b'{"a": "\\ud800"}'],
)
def test_json_that_is_damaged_gets_a_sentence(damage):
    assert codes(repacked(**{"assessment.json": damage})) == ["assessment.damaged"]
    member = "questionnaires/sharing-readiness-1.0.0.json"
    (problem,) = problems_of(from_bytes, repacked(**{member: damage}), NAME)
    assert (problem.code, problem.file, problem.place) == ("assessment.damaged", NAME, member)


def test_a_zip_of_something_else_is_no_assessment():
    assert codes(repacked(**{"assessment.json": None})) == ["assessment.none"]


def test_all_that_does_not_fit_is_told_with_its_place():
    plain = values.plain_assessment()
    plain["rounds"][0]["answers"][1]["level"] = 7
    plain["colour"] = "red"
    problems = problems_of(from_bytes, with_head(assessment=plain), NAME)
    assert {problem.code for problem in problems} == {"assessment.misfit"}
    assert "assessment.json › rounds › 0 › answers › 1 › level" in problems[0].place
    assert problems[-1].place == "assessment.json › colour"


def test_a_questionnaire_that_does_not_fit_is_told():
    member = "questionnaires/sharing-readiness-1.0.0.json"
    assert set(codes(repacked(**{member: b'{"dimensions": []}'}))) == {"assessment.misfit"}


def test_a_round_whose_questionnaire_is_missing_is_told():
    data = repacked(**{"questionnaires/sharing-readiness-1.1.0.json": None})
    assert said(problems_of(from_bytes, data, NAME)) == [
        (
            "a.selfassess, Autumn: The questionnaire sharing-readiness 1.1.0 is missing."
            " Bring back an earlier version of the file."
        )
    ]


def test_a_file_that_is_too_large_is_refused():
    assert codes(b"x" * (assessment_file.SIZE_LIMIT + 1)) == ["file.too-large"]


def test_an_old_file_is_brought_to_the_newest_format(monkeypatch):
    def rename(plain):
        assert set(plain["questionnaires"]) >= {"questionnaires/emergencies-1.0.0.json"}
        plain["assessment"]["partnership"]["name"] = "Renamed"
        return plain

    old = packed()
    monkeypatch.setattr(migrations, "STEPS", (rename,))
    monkeypatch.setattr(assessment_file, "FORMAT", 2)
    opened = from_bytes(old, NAME)
    assert opened.assessment.partnership.name == "Renamed"
    assert opened.questionnaires == values.questionnaires()


def test_what_could_not_be_opened_again_is_not_saved(tmp_path):
    path = tmp_path / NAME
    path.write_bytes(b"before")
    problems = problems_of(write, path, values.assessment(), (), ())
    assert {problem.code for problem in problems} == {"assessment.no-questionnaire"}
    assert path.read_bytes() == b"before"


def test_a_disk_that_gives_back_something_else_is_not_trusted(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "write", lambda path, data, _check: path.write_bytes(data[:-1]))
    given_ = (values.assessment(), values.questionnaires(), values.modules())
    (problem,) = problems_of(write, tmp_path / NAME, *given_)
    assert problem.code == "file.not-whole"


def test_a_disk_that_is_full_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    path = tmp_path / NAME
    digest = write(path, values.assessment(), values.questionnaires(), values.modules())
    monkeypatch.setattr(atomic, "_write_new", full)
    changed = values.assessment().changed(not_like_us=())
    (problem,) = problems_of(write, path, changed, values.questionnaires(), values.modules())
    assert problem.code == "file.disk-full"
    assert assessment_file.digest_of(disk.read(path, 10**6)) == digest


def test_a_round_keeps_the_questionnaire_and_modules_it_was_answered_with():
    now = values.content(
        questionnaire=values.questionnaire("2.0.0"),
        modules=(values.module(version="2.0.0"), values.module("schools")),
    )
    opened = from_bytes(packed(), NAME)
    spring, autumn = (content_for(opened, round_, now) for round_ in opened.assessment.rounds)
    assert spring.questionnaire == values.questionnaire()
    assert [(m.id, m.version) for m in spring.modules] == [
        ("emergencies", "1.0.0"),
        ("schools", "1.0.0"),
    ]
    assert autumn.questionnaire == values.questionnaire("1.1.0")
    assert autumn.modules == now.modules
    assert autumn.catalogue is now.catalogue


def test_a_round_that_was_begun_only_now_has_the_content_of_now():
    now = values.content(questionnaire=values.questionnaire("2.0.0"))
    opened = from_bytes(packed(), NAME)
    begun = opened.assessment.latest.changed(
        questionnaire={"id": "sharing-readiness", "version": "2.0.0"},
        modules=({"id": "schools", "version": "1.0.0"},),
    )
    content = content_for(opened, begun, now)
    assert content.questionnaire == now.questionnaire
    assert [module.id for module in content.modules] == ["schools", "emergencies"]


@pytest.mark.parametrize(
    ("member", "inside"),
    [
        ("assessment.json", b'{"a": [' + b"[]," * 400_000 + b"1]}"),
        ("questionnaires/a-1.json", b'{"a": [' + b"1," * 70_000 + b"1]}"),
    ],
)
def test_a_file_that_would_take_more_than_a_moment_is_refused(member, inside):
    data = to_bytes(values.assessment(), values.questionnaires(), values.modules())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in {**parts, member: inside}.items():
            archive.writestr(name, part)
    (problem,) = problems_of(from_bytes, out.getvalue(), NAME)
    assert problem.code == "zip.too-much"


def head() -> bytes:
    with zipfile.ZipFile(BytesIO(packed())) as archive:
        return archive.read("assessment.json")


def as_opened(member: bytes) -> tuple[Assessment | None, list[str]]:
    data = repacked(**{"assessment.json": member})
    found = codes(data)
    return (None if found else from_bytes(data, NAME).assessment), found


def at_once_and_piece_by_piece(member: bytes, monkeypatch_context) -> tuple:
    Assessment.read_many()
    at_once = as_opened(member)
    with monkeypatch_context() as patch:
        patch.setattr(assessment_file, "_at_once", lambda _packed: None)
        return at_once, as_opened(member)


@given(
    cut=st.tuples(st.integers(0, 3000), st.integers(0, 12)),
    put_in=st.sampled_from(
        (
            *(b"", b"}", b"{", b",", b"]", b'"', b"1", b"NaN", b"-Infinity", b"1e999", b"\\ud800"),
            *(b"\xe2\x80\xae", b"\xff", b'"format": 2,', b'"assessment": {},', b"null", b"\x00"),
        )
    ),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_assessment_read_at_once_is_the_one_read_piece_by_piece(cut, put_in, monkeypatch):
    whole = head()
    place, length = cut[0] % len(whole), cut[1]
    broken = whole[:place] + put_in + whole[place + length :]
    at_once, piece_by_piece = at_once_and_piece_by_piece(broken, monkeypatch.context)
    assert at_once == piece_by_piece


@pytest.mark.parametrize(
    "member",
    [
        head() + b" ",
        head() + b"}",
        head()[:-1] + b"x",
        head()[:-1] + b', "format": 2}',
        head()[:-1] + b', "assessment": {}}',
        head().replace(b'"format": 1', b'"format": 2'),
        head().replace(b"selfassess ", b"another "),
        head().replace(b'"story": "', b'"story": "\xe2\x80\xae'),
        head().replace(b'"story": "', b'"story": "NaN '),
        head().replace(b'"story": "', b'"story": "\\ud800'),
    ],
)
def test_what_is_not_as_we_write_it_is_looked_at_piece_by_piece(member, monkeypatch):
    at_once, piece_by_piece = at_once_and_piece_by_piece(member, monkeypatch.context)
    assert at_once == piece_by_piece


def test_when_many_are_read_each_is_read_at_once(monkeypatch):
    Assessment.read_many()
    monkeypatch.setattr(assessment_file, "_assessment", None)
    assert as_opened(head()) == (values.assessment(), [])
