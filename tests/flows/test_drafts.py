from __future__ import annotations

from pathlib import Path

from flows.drafts import note_drafts
from flows.jobs import EditionJobs
from flows.plan import LanguagePlan
from flows.recipe import Receipt
from flows.work import LanguageWork
from translation.engine import Draft, Route
from translation.exchange.po import read_po
from translation.manuscript import Line, LineKind, Manuscript, Scene
from translation.translated import State, Translated


def test_drafts_come_into_the_users_file_with_what_the_edition_brought_and_no_store(tmp_path: Path) -> None:
    texts = {"t": "El molino", "a": "Buenos días.", "b": "Buenas noches.", "c": "Adiós."}
    lines = [Line(id=n, text=t, kind=LineKind.TITLE if n == "t" else LineKind.NARRATION) for n, t in texts.items()]
    manuscript = Manuscript(
        path=str(tmp_path / "molino.es.md"),
        folder=str(tmp_path),
        name="molino",
        language="es",
        title=lines[0],
        scenes=(Scene(id="s", heading="", lines=tuple(lines[1:])),),
    )
    mine = [Translated(line="t", language="ca", source="El molino", text="El molí", state=State.HUMAN)]
    mine += [Translated(line=n, language="ca", source=texts[n], text="", state=State.MISSING) for n in "abc"]
    po = tmp_path / "ca.po"
    work = LanguageWork(language="ca", po=str(po), lines=tuple(mine))
    route = Route(id="spa-cat", source="es", target="ca")
    plan = LanguagePlan(language="ca", name="Catalan", states=(), engine="translation/apertium", route=route)
    receipts = (Receipt(unit="a", key="1"), Receipt(unit="b", failed="too long"), Receipt(unit="c", key="2"))
    lines = note_drafts(manuscript, EditionJobs(plan=plan, work=work), receipts, {"a": Draft(text="Bon dia.")})
    assert [(t.text, t.state) for t in lines] == [
        ("El molí", State.HUMAN),
        ("Bon dia.", State.MACHINE),
        ("", State.FAILED),
        ("", State.FAILED),
    ]
    assert lines[2].reason == "too long"
    assert "no longer in the store" in lines[3].reason
    assert [t.text for t in read_po(po, manuscript, "ca")] == ["El molí", "Bon dia.", "", ""]
    assert all(t.reason in po.read_text(encoding="utf-8") for t in lines[2:])
