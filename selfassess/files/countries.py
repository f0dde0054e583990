"""Countries by their ISO code, and the nations of the United Kingdom."""

from selfassess.core.codes import UK_NATIONS
from selfassess.core.problem import Problem
from selfassess.files.ids import Named
from selfassess.files.validation import unknown
from selfassess.files.yaml_reader import Document

_ISO = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO "
    "BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ "
    "DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP "
    "GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG "
    "KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML "
    "MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE "
    "PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL "
    "SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM "
    "US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
ISO = frozenset(_ISO.split())
_HOME = (*UK_NATIONS, "GB")
_NAMES = {
    "england": "GB-ENG",
    "wales": "GB-WLS",
    "scotland": "GB-SCT",
    "northern ireland": "GB-NIR",
    "uk": "GB",
    "united kingdom": "GB",
    "great britain": "GB",
}


def is_country(code: str) -> bool:
    """Say whether a code is a nation of the United Kingdom or a country's two-letter ISO code."""
    return code in _HOME or code in ISO


def problems_of_countries(document: Document, codes: Named) -> list[Problem]:
    """Return a problem for each code that is no country, with the one that was probably meant."""
    return [
        document.problem("content.unknown-country", place, **_facts_about(code))
        for place, code in codes
        if not is_country(code)
    ]


def _facts_about(said: str) -> dict[str, str]:
    meant = _NAMES.get(said.casefold())
    return unknown(said, _HOME) | ({"near": meant} if meant else {})
