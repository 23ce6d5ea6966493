"""The fields of marked mentions: what the span says plainly and what the annotator stated."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from benchmarks import derive
from benchmarks.annotation import provision

MODIFIERS = {
    "approx": "approx", "nearly": "nearly", "over": "over", "under": "under", "min": "at_least",
    "max": "at_most", "est": "estimated",
}  # fmt: skip


class Fields:
    """Gives the fields of a mention of each type from its text and its attributes."""

    def __init__(self, aliases: dict[str, str], labels: dict[str, dict[str, Any]]) -> None:
        self.aliases = aliases
        self.labels = labels

    def instrument(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """A citation; ``ref=`` repeats an earlier one."""
        if "ref" in given:
            earlier = self.labels[given["ref"]]
            shared = {k: v for k, v in earlier.items() if k not in {"id", "text", "start", "end", "optional"}}
            own = derive.instrument(text, {})["provisions"]
            return {**shared, "provisions": own, "refers_to": earlier}
        named = {"c": "code", "k": "kind", "n": "name", "sym": "symbol", "num": "number", "issuer": "issuer",
                 "date": "date", "ti": "title"}  # fmt: skip
        stated: dict[str, Any] = {named[k]: v or None for k, v in given.items() if k in named}
        if "y" in given:
            stated["year"] = int(given["y"]) if given["y"] else None
        if "pv" in given:
            stated["provisions"] = [provision(p) for p in given["pv"].split(",")]
        fields = derive.instrument(text, stated)
        if stated.get("code"):
            again = derive.instrument("Quyết định số " + stated["code"], {})
            fields.update({k: again[k] for k in ("number", "year", "symbol")})
            if again["issuer"] and not fields["issuer"]:
                fields["issuer"] = again["issuer"]
        fields.update(stated)
        if fields["issuer"]:
            fields["issuer"] = self.name(fields["issuer"])
        return fields

    def numeric(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """What numbers of all types share, and the words behind the number as ``rest``."""
        fields: dict[str, Any] = {"value_max": None}
        try:
            fields.update(derive.numeric(text))
        except ValueError:
            if "v" not in given:
                raise
            fields["rest"] = re.sub(r"^[\d.,/–-]+\s*", "", text)
        if "v" in given:
            fields["value"] = Decimal(given["v"])
        if "vm" in given:
            fields["value_max"] = Decimal(given["vm"])
        fields["modifier"] = given.get("mod") or next(
            (v for k, v in MODIFIERS.items() if k in given), "exact"
        )
        return fields

    def money(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """A sum of money."""
        fields = self.numeric(text, given)
        del fields["rest"]
        fields.pop("of", None)
        return {**fields, "currency": given.get("cur", "VND"), "per": given.get("per")}

    def percent(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """A percentage."""
        fields = self.numeric(text, given)
        del fields["rest"]
        fields.pop("of", None)
        return {**fields, "points": "pts" in given or "điểm" in text}

    def quantity(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """A counted or measured quantity."""
        fields = self.numeric(text, given)
        what = given.get("what") or fields.pop("rest")
        fields.pop("rest", None)
        whole = Decimal(given["of"]) if "of" in given else fields.pop("of", None)
        fields.pop("of", None)
        if not what and "u" not in given:
            raise ValueError("a bare number needs u= and what=")
        return {
            **fields,
            "unit": given.get("u") or derive.unit_of(what),
            "what": what or given["u"],
            "of": whole,
        }

    def time(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """A date or period."""
        start, end, grain = derive.period(given.get("d") or derive.time_code(text))
        return {"start_date": start.isoformat(), "end_date": end.isoformat(), "grain": given.get("g", grain)}

    def person(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """A person."""
        titles = [t.rstrip("?") for key in ("rk", "t") for t in given.get(key, "").split(";") if t]
        owner = given["o"].split(";")[0] if given.get("o") else None
        return {
            "name": given.get("n", text),
            "titles": titles,
            "organization": self.name(owner) if owner else None,
        }

    def organization(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """An organisation."""
        name = given.get("n") or self.name(text)
        return {"name": name, "abbreviation": text if name != text else None, "place": given.get("l")}

    def place(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """A place."""
        name = given.get("n", text)
        return {
            "name": name, "level": given.get("lv") or derive.level(name), "code": given.get("code"),
            "successor": given.get("s"),
        }  # fmt: skip

    def programme(self, text: str, given: dict[str, str]) -> dict[str, Any]:
        """A programme."""
        if "k" in given:
            return {"kind": given["k"], "title": given.get("t") or text}
        return derive.programme(text)

    def name(self, text: str) -> str:
        """An agency written out, by the document's own aliases first."""
        return self.aliases.get(text) or derive.expand(text)
