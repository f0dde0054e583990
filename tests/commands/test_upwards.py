"""A copy to hand upwards: what is left out is nowhere in the file, in no part of it."""

import io
import zipfile

import pypdf
import pytest

from selfassess.commands.report import WRITERS, Material
from selfassess.core.assessment import (
    Action,
    Agreed,
    Conflict,
    Decision,
    Form,
    Parked,
    Respondent,
    SetAside,
    TopicNote,
    Vote,
)
from selfassess.core.results import work_out
from selfassess.reports.options import Options
from tests.reports.small import TODAY, WORDS, example

UPWARDS = Options(attributable=False)
ORGANISATIONS = {"council": "Qorgone Council", "police": "Qorgtwo", "haven": "Qorgthree Aid"}


def secret_results():
    """Results in which everything that must go has a letter Q and a word that nothing else has."""
    assessment, content = example({})
    round_ = assessment.latest
    answers = tuple(
        a.changed(note=f"Qnote{n} here", reason=f"Qreason{n} here", form=f"Qform{n}")
        for n, a in enumerate(round_.answers)
    )
    conflict = Conflict(
        respondent="haven-0", topic="EV1", answers=(answers[0].changed(note="Qconflict"),) * 2
    )
    agreed = (
        Agreed(topic="CU1", level=3, minority_view="Qminority one"),
        Agreed(topic="PU2", level="none", minority_view="Qminority two"),
    )
    round_ = round_.changed(
        name="Round of Qorgtwo",
        organisations=tuple(
            o.changed(name=ORGANISATIONS[o.id], letter="Q") for o in round_.organisations
        ),
        answers=answers,
        conflicts=(conflict,),
        forms=(Form(id="Qform", organisation="haven"),),
        votes=(Vote(organisation="haven", topic="CU2", first=1, last=2),),
        agreed=agreed,
        parking=(Parked(text="Qparked"),),
        decisions=(Decision(text="Decided for Qorgthree"),),
        notes=(TopicNote(topic="LA1", text="Qroom"),),
    )
    partnership = assessment.partnership
    return work_out(
        assessment.changed(
            partnership=partnership.changed(
                name="Partnership with Qorgtwo",
                story="Qstory: they were afraid of the basis",
                purpose=partnership.purpose.changed(
                    what="notices of Qorgtwo", between="Qorgone Council and all", so_that="Qorgtwo"
                ),
            ),
            respondents=tuple(
                Respondent(
                    id=r.id, organisation=r.organisation, role=f"Qrole{n}", name=f"Jo Qname{n}"
                )
                for n, r in enumerate(assessment.respondents)
            ),
            rounds=(round_,),
            actions=(
                Action(id="a1", text="Write it down", owner="Sgt Qowner", note="Qaction"),
                Action(id="a2", text="Ask Qowner and Qname1", due="after Qorgtwo"),
            ),
            set_aside=(SetAside(barrier="no-basis", reason="Qorgthree has it"),),
        ),
        content,
    )


def parts_of(packed: bytes) -> dict[str, bytes]:
    """Every part of a file, unpacked and as text; and the names of parts, and the file itself."""
    parts = {"": packed}
    if zipfile.is_zipfile(io.BytesIO(packed)):
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            parts |= {name: archive.read(name) for name in archive.namelist()}
            parts["names"] = "\n".join(archive.namelist()).encode()
            parts["comments"] = b"".join(info.comment for info in archive.infolist())
    if packed.startswith(b"%PDF"):
        read = pypdf.PdfReader(io.BytesIO(packed))
        parts |= {f"page {n}": page.extract_text().encode() for n, page in enumerate(read.pages)}
        parts["about"] = str(read.metadata).encode()
        parts["outline"] = str(read.outline).encode()
    return parts


def written(ending: str, options: Options) -> dict[str, bytes]:
    results = secret_results()
    told = Material(results, results, options, WORDS, TODAY)
    return parts_of(WRITERS[ending](told))


HIDDEN = ("Qorg", "Qname", "Qrole", "Qowner", "Qnote", "Qreason", "Qminority", "Qroom", "Qparked")
HIDDEN += ("Qaction", "Qstory", "Qconflict", "Qform", "haven-0", "council-0")


@pytest.mark.parametrize("ending", WRITERS)
def test_what_is_left_out_is_nowhere_in_the_file(ending):
    for part, held in written(ending, UPWARDS).items():
        for secret in HIDDEN:
            for encoding in ("utf-8", "utf-16-le"):
                assert secret.encode(encoding) not in held, (part, secret)


@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != ".csv"])
def test_the_whole_report_has_some_of_it(ending):
    """So the search would find it."""
    whole = b"".join(written(ending, Options(names=True)).values())
    found = [secret for secret in HIDDEN if secret.encode() in whole]
    assert "Qorg" in found
    assert len(found) > 2, found


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".zip"])
def test_a_format_that_tells_all_has_all_of_it(ending):
    whole = b"".join(written(ending, Options(names=True)).values())
    for secret in ("Qorgone", "Qname", "Qrole", "Qowner", "Qnote", "Qreason", "Qminority"):
        assert secret.encode() in whole, secret
