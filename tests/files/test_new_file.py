import pytest

from selfassess.core.problem import FileProblemsError
from selfassess.files.new_file import refuse_to_overwrite


def test_what_is_there_already_is_not_written_over(tmp_path):
    refuse_to_overwrite(tmp_path / "new.selfassess")
    with pytest.raises(FileProblemsError) as refused:
        refuse_to_overwrite(tmp_path)
    assert [problem.code for problem in refused.value.problems] == ["file.is-there-already"]
