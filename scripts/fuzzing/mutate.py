"""Damages bytes, texts, JSON, XML and zips at random, and in the ways that harm programs most."""

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from selfassess.reports.book import holdable

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f"
TEXTS = (
    *("", " ", "\x00", "\n", "\r\n", "\t", "é", "’", "😀", "\ufeff", "\u2028", "\ufffe", "\x7f"),
    *("A" * 5_000, "a" * 200_000, f"safe{TURNS}.exe", "\ud800", "\udfff\ud800", "null", "nan"),
    *("=1+1", "@SUM(A1)", "-1", "1e999", "../../x", "C:\\x", "<b>", "&amp;", "{x}", "{0}", "%s"),
    *("2026-13-45", "0001-01-01", "9999-12-31", "2026-09-24T25:61:61Z", "١٢٣", "Ⅷ", "PU1", "dk"),
)
NUMBERS = (
    *(0, -1, 1, 5, 6, 2**31, 2**63, 2**64, -(2**63) - 1, 10**30, 1e308, -1e308, 0.1, 1e-320),
    *(True, False, None),
)
RAW = (
    *(b"", b"\x00" * 9, b"\xff" * 9, b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\x80"),
    *(b'"', b"'", b"{", b"[", b"}", b"]", b":", b",", b"\\", b"\n", b"\r", b"- ", b"? ", b": "),
    *(b"&a ", b"*a", b"<<: *a", b"!!python/object:os.system ", b"%YAML 1.1\n", b"---\n", b"...\n"),
    *(b"|\n", b">9\n", b"#", b"\t", b"1e999", b"NaN", b"Infinity", b"-", b"0x", b"9" * 5_000),
    *(b"\\ud800", b"\\u202e", TURNS.encode(), b"PK\x05\x06", b"PK\x03\x04", b"<!DOCTYPE a>"),
)
DEEP = (50, 300, 2_000, 100_000)
DOCTYPE = (
    b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("c"), ord("n"))
    )
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


def damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Damage bytes in one to four places; pieces of `other` may come in."""
    out = bytearray(data)
    for _place in range(chance.choice((1, 1, 1, 2, 4))):
        at = chance.randrange(len(out) + 1)
        length = min(chance.choice((1, 1, 2, 8, 64, 1_000)), len(out) - at)
        match chance.randrange(9):
            case 0 if at < len(out):
                out[at] ^= 1 << chance.randrange(8)
            case 1 if at < len(out):
                out[at] = chance.randrange(256)
            case 2:
                del out[at:]
            case 3:
                del out[at : at + length]
            case 4:
                out[at:at] = out[at : at + length] * chance.choice((1, 2, 50))
            case 5:
                out[at : at + length] = chance.choice(RAW)
            case 6:
                out[at:at] = chance.choice(RAW)
            case 7:
                start = chance.randrange(len(other) + 1)
                out[at : at + length] = other[start : start + length]
            case _:
                out[at : at + length] = bytes(length)
    return bytes(out)


def changed_json(data: bytes, chance: random.Random) -> bytes:
    """Change JSON in one to three places so that it stays JSON, or nearly."""
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        return damaged(data, data, chance)
    for _place in range(chance.choice((1, 1, 2, 3))):
        plain = _changed(plain, chance)
    text = json.dumps(plain, ensure_ascii=chance.random() < 0.7, allow_nan=True)
    if chance.random() < 0.1:
        depth = chance.choice(DEEP)
        sign = chance.choice((("[", "]"), ('{"a":', "}")))
        nest = sign[0] * depth + "1" + sign[1] * depth
        at = text.find(":", chance.randrange(len(text)))
        text = text[: at + 1] + nest + "," + text[at + 1 :]
    return text.encode(errors="surrogatepass")


def _changed(plain: Any, chance: random.Random) -> Any:
    """Change something inside a plain value, mostly deep down."""
    inside = (
        list(plain)
        if isinstance(plain, dict)
        else range(len(plain) if isinstance(plain, list) else 0)
    )
    if not inside or chance.random() < 0.12:
        return _value(plain, chance)
    key = chance.choice(inside)
    if chance.random() < 0.75:
        plain[key] = _changed(plain[key], chance)
        return plain
    match chance.randrange(6):
        case 0:
            del plain[key]
        case 1:
            plain[key] = _value(plain[key], chance)
        case 2 if isinstance(plain, list):
            plain.insert(key, plain[chance.choice(inside)])
        case 3 if isinstance(plain, list):
            plain[key:key] = [plain[key]] * chance.choice((2, 30, 3_000))
        case 4 if isinstance(plain, dict):
            plain[chance.choice(TEXTS) or "x"] = plain[key]
        case _:
            plain[key] = plain[chance.choice(inside)]
    return plain


def _value(old: Any, chance: random.Random) -> Any:
    kind = chance.randrange(6)
    if kind == 0 and isinstance(old, str):
        at = chance.randrange(len(old) + 1)
        return old[:at] + chance.choice(TEXTS) + old[at:]
    if kind == 1 and isinstance(old, int | float):
        return old + chance.choice((1, -1, 10, 0.5))
    if kind == 2:
        return [old] * chance.choice((0, 1, 3))
    if kind == 3:
        return {"a": old}
    return chance.choice((*TEXTS, *NUMBERS, [], {}))


def changed_text(data: bytes, chance: random.Random) -> bytes:
    """Change a text by lines, words and signs that mean something in YAML and CSV."""
    lines = data.splitlines(keepends=True) or [b""]
    for _place in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(lines))
        line = lines[at]
        match chance.randrange(9):
            case 0:
                lines[at] = b""
            case 1:
                lines[at] = line * chance.choice((2, 3, 400))
            case 2:
                lines[at], other = lines[chance.randrange(len(lines))], line
                lines[chance.randrange(len(lines))] = other
            case 3:
                lines[at] = b" " * chance.choice((1, 2, 40)) + line
            case 4:
                spot = chance.randrange(len(line) + 1)
                lines[at] = line[:spot] + chance.choice(RAW) + line[spot:]
            case 5:
                word = chance.choice((*TEXTS, *NUMBERS))
                head, sign, _rest = line.partition(chance.choice((b":", b",", b"- ")))
                lines[at] = head + sign + b" " + str(word).encode(errors="surrogatepass") + b"\n"
            case 6:
                depth = chance.choice(DEEP)
                lines[at] = (
                    line.rstrip() + chance.choice((b"[", b"{a: ", b"- ", b'"')) * depth + b"\n"
                )
            case 7:
                lines[at] = line.replace(
                    chance.choice((b":", b",", b"-", b" ")), chance.choice(RAW)
                )
            case _:
                alias = b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
                lines[at] = chance.choice((alias, line.rstrip() + b" *a\n", b"? " + line))
    return b"".join(lines)


def changed_xml(data: bytes, chance: random.Random) -> bytes:
    """Change XML of a spreadsheet in the ways that harm its readers."""
    spots = [b"<row", b"<c ", b"<v>", b"<si>", b"<t>", b'r="', b's="', b't="', b"ref=", b"<sheet "]
    there = [spot for spot in spots if spot in data] or [b">"]
    spot = chance.choice(there)
    places = data.split(spot)
    at = chance.randrange(1, len(places)) if len(places) > 1 else 0
    before, after = spot.join(places[:at]), spot.join(places[at:])
    match chance.randrange(10):
        case 0:
            head, mark, rest = data.partition(b"?>")
            return head + mark + chance.choice((DOCTYPE, OUTSIDE)) + rest.replace(b"<t>", b"<t>&m;")
        case 1:
            return data.decode("utf-8", "replace").encode(
                chance.choice(("utf-16", "utf-32", "utf-7"))
            )
        case 2:
            return (
                before + chance.choice((b"<x>", b"<row><c>")) * chance.choice(DEEP) + spot + after
            )
        case 3:
            number = str(chance.choice((0, -1, 10**6, 2**31, 10**30, 1e308))).encode()
            return before + spot + number + b'"' + after.partition(b'"')[2]
        case 4:
            words = chance.choice(TEXTS).encode(errors="surrogatepass")
            return before + spot + words + after
        case 5:
            return (
                before
                + spot
                + chance.choice((b"A0", b"XFE1", b"ZZZZZZ9", b"1A", b"A1:XFD1048576"))
                + b'"'
                + after.partition(b'"')[2]
            )
        case 6:
            kind = chance.choice((b"d", b"e", b"b", b"n", b"s", b"str", b"inlineStr", b"zz"))
            return data.replace(b't="s"', b't="' + kind + b'"', chance.choice((1, -1)))
        case 7:
            return before + (spot + after[:200]) * chance.choice((2, 100, 3_000)) + after
        case 8:
            return data.replace(b"http://", chance.choice((b"urn:", b"", b"http:///")), 1)
    return damaged(data, data, chance)


def typed(data: bytes, chance: random.Random) -> bytes:
    """Type things into cells of a spreadsheet, as somebody might who has misunderstood it."""
    book = load_workbook(io.BytesIO(data))
    sheet = chance.choice([one for one in book.worksheets if one.max_row > 5] or book.worksheets)
    for _cell in range(chance.choice((1, 3, 20))):
        row, column = chance.randint(1, sheet.max_row + 2), chance.randint(1, 9)
        value = chance.choice((*TEXTS, *NUMBERS, 1, 2, 3, "4", "dk", "na", date(2026, 9, 24)))
        if isinstance(value, str):
            value = holdable(value).lstrip("=")
        cell = sheet.cell(row, column)
        if not isinstance(cell, MergedCell):
            cell.value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rezipped(data: bytes, chance: random.Random, change: Callable[[str, bytes], bytes]) -> bytes:
    """Unpack a zip, change one member, and pack it again, sometimes in a harmful way."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at = chance.randrange(len(parts))
    name, inside = parts[at]
    parts[at] = (name, change(name, inside))
    if chance.random() < 0.15:
        _harm(parts, chance)
    out = io.BytesIO()
    methods = (zipfile.ZIP_DEFLATED,) * 40 + (
        zipfile.ZIP_STORED,
        zipfile.ZIP_BZIP2,
        zipfile.ZIP_LZMA,
    )
    method = chance.choice(methods)
    with zipfile.ZipFile(out, "w") as archive:
        for member, packed in parts:
            archive.writestr(zipfile.ZipInfo(member), packed, method)
    packed = out.getvalue()
    return _lying(packed, chance) if chance.random() < 0.1 else packed


def _harm(parts: list[tuple[str, bytes]], chance: random.Random) -> None:
    name, inside = chance.choice(parts)
    names: Sequence[str] = (
        "../x",
        "/x",
        "..\\x",
        "C:/x",
        "a/../../x",
        "\u202ex",
        "x" * 5_000,
        "x/",
    )
    match chance.randrange(6):
        case 0:
            parts.append((chance.choice(names), inside))
        case 1:
            parts.append(("bomb.json", bytes(chance.choice((10**6, 5 * 10**7)))))
        case 2:
            parts += [(f"{number}.xml", b"x") for number in range(chance.choice((50, 500)))]
        case 3:
            parts[parts.index((name, inside))] = (chance.choice(names), inside)
        case 4:
            parts.remove((name, inside))
        case _:
            parts[parts.index((name, inside))] = (
                name,
                inside + b" " * chance.choice((10**5, 3 * 10**7)),
            )


def _lying(packed: bytes, chance: random.Random) -> bytes:
    """Change what the directory of a zip says: sizes, places, flags and methods."""
    out = bytearray(packed)
    at = out.rfind(b"PK\x01\x02")
    field, form = chance.choice(
        ((8, "<H"), (10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (42, "<I"))
    )
    most = 0xFFFF if form == "<H" else 0xFFFFFFFF
    number = chance.choice((0, 1, 8, 9, 99, most, most - 1))
    struct.pack_into(form, out, at + field, number)
    return bytes(out)
