"""The files that the register of languages is built from, read.

FOLDER holds ``cldr-core`` and ``cldr-names`` (the npm packages cldr-core and cldr-localenames-full 48.2.0),
``iana.json`` and ``iana-meta.json`` (registry.json and meta.json of the npm package language-subtag-registry 0.4.2),
and ``langtags.csv`` and ``autonyms.csv`` (source/ of https://github.com/silnrsi/langtags, at 99b856b).
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "languages" / "data"
CORRECTIONS = Path(__file__).with_name("corrections.tsv")
SOURCES = (
    "CLDR 48.2 (Unicode-3.0), the IANA language subtag registry of {date} (CC0-1.0), SIL langtags of 2026-06-25 (MIT)"
)


class Sources:
    """The files of FOLDER, read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        core = folder / "cldr-core"
        self.date = json.loads((folder / "iana-meta.json").read_text())["File-Date"]
        self.iana: list[dict[str, Any]] = json.loads((folder / "iana.json").read_text(encoding="utf-8"))
        alias = self._json(core / "supplemental/aliases.json")["supplemental"]["metadata"]["alias"]
        self.language_alias = {k: (v["_replacement"], v["_reason"]) for k, v in alias["languageAlias"].items()}
        self.region_alias = {k: v["_replacement"] for k, v in alias["territoryAlias"].items() if len(k) == 2}
        self.likely: dict[str, str] = self._json(core / "supplemental/likelySubtags.json")["supplemental"][
            "likelySubtags"
        ]
        self.groups: dict[str, str] = self._json(core / "supplemental/languageGroups.json")["supplemental"][
            "languageGroups"
        ]
        self.territories = self._json(core / "supplemental/territoryInfo.json")["supplemental"]["territoryInfo"]
        self.containment = self._json(core / "supplemental/territoryContainment.json")["supplemental"][
            "territoryContainment"
        ]
        self.alpha3 = self._json(core / "supplemental/codeMappings.json")["supplemental"]["codeMappings"]
        self.locales: list[str] = self._json(core / "availableLocales.json")["availableLocales"]["full"]
        self.langtags = list(csv.DictReader((folder / "langtags.csv").read_text(encoding="utf-8-sig").splitlines()))
        self.autonyms = list(csv.DictReader((folder / "autonyms.csv").read_text(encoding="utf-8-sig").splitlines()))

    def names(self, locale: str, what: str = "languages") -> dict[str, str]:
        """Display names of one locale."""
        path = self.folder / "cldr-names" / "main" / locale / f"{what}.json"
        if not path.is_file():
            return {}
        return self._json(path)["main"][locale]["localeDisplayNames"][what]

    def _json(self, path: Path) -> Any:
        return json.loads(path.read_text(encoding="utf-8"))

    def corrections(self, kind: str) -> list[tuple[str, str]]:
        """(what, what it stands for) of one kind of ``corrections.tsv``, where people wrote down what these lack."""
        lines = CORRECTIONS.read_text(encoding="utf-8").splitlines()
        return [(what, value) for k, what, value, _ in (x.split("\t") for x in lines if x[:1] != "#") if k == kind]

    def languages(self) -> dict[str, dict[str, Any]]:
        """Registered subtags of single languages, by subtag."""
        return {
            r["Subtag"]: r
            for r in self.iana
            if r["Type"] == "language" and r.get("Scope") not in ("collection", "special", "private-use")
        }
