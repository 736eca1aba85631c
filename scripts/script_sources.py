"""Which script a language is written in, by CLDR and by the texts that corpora have in it."""

from __future__ import annotations

import csv
import re

from language_sources import DATA


def script_of(likely: str, listed: set[str]) -> tuple[str, str]:
    """(script, where it was read); unknown where nothing says it, or sources contradict each other."""
    holds = {"Kore": "Hang", "Hans": "Hani", "Hant": "Hani"}
    if likely and (not listed or listed & {likely, holds.get(likely)}):
        return likely, "cldr"
    if not likely and len(listed) == 1:
        return min(listed), "corpora"
    return "unknown", ""


def corpus_scripts(aliases: dict[str, str]) -> dict[str, set[str]]:
    """Tag → scripts of the codes of Omnilingual ASR and FLORES-200 in the table of coverage."""
    lines = [x for x in (DATA / "coverage.tsv").read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(lines, delimiter="\t"):
        for code in f"{row['omniasr_codes']} {row['flores200_codes']}".split():
            found.setdefault(aliases.get(row["iso3"], row["iso3"]), set()).add(code.split("_")[1])
    return found


def identified_scripts(aliases: dict[str, str]) -> dict[str, set[str]]:
    """Tag → scripts of the texts that GlotLID learned it from: Hmong Daw in Latin letters, not in Hmnp as in CLDR."""
    lines = (DATA / "identify" / "glotlid.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, set[str]] = {}
    for label in (line.split("\t")[0] for line in lines if re.match("[a-z]{3}_[A-Z]", line)):
        code, script = label.split("_")[:2]
        found.setdefault(aliases.get(code, code), set()).add(script)
    return found
