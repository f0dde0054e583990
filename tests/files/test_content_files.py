import pytest

from selfassess.core.codes import PatternId
from selfassess.core.problem import FileProblemsError
from selfassess.core.prompts import NO_PROMPTS
from selfassess.files.content_files import load_content
from selfassess.files.yaml_reader import read
from tests.files.test_prompts_file import BOOK as PROMPTS
from tests.files.values import problems_of, said, written

QUESTIONNAIRE = """\
id: sharing-readiness
version: 1.0.0
title: Sharing readiness
groups: [{id: why, name: Why}]
dimensions:
- id: purpose
  name: Purpose
  group: why
  counts_from: Vision
  about: What it is for.
  topics:
  - {id: PU1, title: Purpose, question: Why?, levels: [a, b, c, d, e], mode: shared, set: short,
     why: So., good: So.}
"""
CATALOGUE = """\
id: barriers
version: 1.0.0
barriers:
- {id: no-reason, name: No reason, description: So., dimension: purpose, kind: means, reach: local,
   signs: [{topic: PU1, at_or_below: 2}], first_steps: [{text: Ask., effort: this-week}]}
"""
MODULE = """\
id: floods
version: 1.0.0
title: Floods
about: Floods.
policy_areas: [emergency-resilience]
topics:
- {id: FL1, dimension: process, title: Route, question: Where?, levels: [f, g, h, i, j], mode: one,
   set: short, why: So., good: So.}
barriers:
- {id: no-boat, name: No boat, description: So., dimension: process, kind: means, reach: local,
   signs: [{topic: FL1, at_or_below: 2}], first_steps: [{text: Ask., effort: this-week}]}
"""
CASES = """\
- id: leeds
  title: Leeds
  failure: no
  place: Leeds
  country: GB-ENG
  policy_areas: [other]
  sectors: [health]
  stages: [need]
  barriers: []
  summary: So.
  source: {title: Report, publisher: Council, url: "https://example.org"}
  read: full
"""
GUIDANCE = """\
version: 1.0.0
notes:
- {id: floods, title: Floods, text: You may., kind: law, nations: [GB-ENG], checked: 2026-11-22,
   source: {title: Code, publisher: ICO, url: "https://example.org"}, certainty: certain}
myths:
- {id: floods, statement: We may not., verdict: myth, fact: You may., nations: [GB-ENG],
   checked: 2026-11-22, source: {title: Code, publisher: ICO, url: "https://example.org"},
   certainty: certain}
"""


@pytest.fixture
def folders(tmp_path):
    questionnaires, resources = tmp_path / "questionnaires", tmp_path / "resources"
    written(questionnaires / "sharing-readiness.yaml", QUESTIONNAIRE)
    written(questionnaires / "barriers.yaml", CATALOGUE)
    written(questionnaires / "modules" / "floods.yaml", MODULE)
    written(resources / "cases" / "library.yaml", CASES)
    written(resources / "guidance" / "law.yaml", GUIDANCE)
    return questionnaires, resources


def test_the_book_of_prompts_is_loaded_where_there_is_one(folders):
    assert load_content(*folders).prompts == NO_PROMPTS
    written(folders[0] / "prompts.yaml", PROMPTS)
    assert load_content(*folders).prompts.of(PatternId.TWO_GROUPS)


def test_all_content_is_loaded(folders):
    content = load_content(*folders)
    assert content.questionnaire.id == "sharing-readiness"
    assert [module.id for module in content.modules] == ["floods"]
    assert [barrier.id for barrier in content.catalogue.barriers] == ["no-reason"]
    assert [barrier.id for barrier in content.module_barriers["floods"]] == ["no-boat"]
    assert content.case("leeds")
    assert content.note("floods")
    assert content.myth("floods")
    assert content.packs == ()


def test_modules_come_by_the_name_of_their_file(folders):
    second = MODULE.replace("floods", "fires").replace("FL1", "FI1").replace("no-boat", "no-hose")
    written(folders[0] / "modules" / "a.yaml", second)
    assert [module.id for module in load_content(*folders).modules] == ["fires", "floods"]


def test_an_extra_library_joins_the_built_in_one(folders, tmp_path):
    extra = written(tmp_path / "north.yaml", CASES.replace("leeds", "york"))
    content = load_content(*folders, (extra, extra))
    assert [case.id for case in content.cases] == ["leeds", "york"]
    assert content.packs == ("north",)
    assert content.added_cases == 1


def test_an_extra_library_with_a_case_that_is_there_already_is_refused(folders, tmp_path):
    extra = written(tmp_path / "north.yaml", CASES)
    library = folders[1] / "cases" / "library.yaml"
    assert said(problems_of(load_content, *folders, (extra,))) == [
        f"{extra}:1:7: “leeds” is also in {library}, line 1. Rename one of them."
    ]


def test_everything_that_is_wrong_with_all_files_is_told(folders):
    written(folders[0] / "sharing-readiness.yaml", QUESTIONNAIRE.replace("counts_from", "counts"))
    written(folders[0] / "modules" / "b.yaml", MODULE)
    written(folders[1] / "cases" / "more.yaml", "- [")
    written(folders[1] / "guidance" / "more.yaml", GUIDANCE)
    (folders[0] / "barriers.yaml").unlink()
    with pytest.raises(FileProblemsError) as caught:
        load_content(*folders)
    found = [(p.code, p.file.rpartition("/")[2], p.line) for p in caught.value.problems]
    assert found == [
        ("schema.unknown-key", "sharing-readiness.yaml", 9),
        ("file.missing", "barriers.yaml", 0),
        ("yaml.ends-early", "more.yaml", 1),
        ("content.id-elsewhere", "floods.yaml", 7),
        ("content.id-elsewhere", "floods.yaml", 10),
        ("content.id-elsewhere", "more.yaml", 3),
        ("content.id-elsewhere", "more.yaml", 6),
        ("content.id-elsewhere", "floods.yaml", 1),
    ]


def test_a_document_remembers_the_file_as_it_was_named(folders):
    path = folders[0] / "barriers.yaml"
    assert read(path).file == str(path)
