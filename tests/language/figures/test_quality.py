"""Figures and dates of the gold articles, given their spans: the share that is read right.

The comparison is that of the public scorer: kind, value and unit (its first five letters), the ISO date.
"""

import json
import re
from pathlib import Path

import pytest

from kgbuild.language import load
from kgbuild.language.dates import read_dates
from kgbuild.language.extensions import register
from kgbuild.language.figures import parse_figure
from kgbuild.model import Label

_KIND = {"money": Label.MONEY, "percent": Label.PERCENT, "quantity": Label.QUANTITY}
_FOLDERS = ("gold/articles", "corpora/kgbuild-articles/dev/gold")


@pytest.fixture(scope="module")
def nlp():
    register()
    return load()


def articles(shared: Path):
    for folder in _FOLDERS:
        for file in sorted((shared / folder).glob("*.json")):
            gold = json.loads(file.read_text(encoding="utf-8"))
            if "entities" in gold:
                texts = file.parent.parent / "texts" if file.parent.parent.name == "dev" else file.parent
                yield gold, (texts / gold["article"]).read_text(encoding="utf-8")


def located(doc, item: dict, label: str):
    """The span of a gold item, in its sentence if that is given."""
    text = doc.text
    start = max(text.find(item.get("sentence") or ""), 0)
    begin = text.find(item["text"], start)
    return doc.char_span(begin, begin + len(item["text"]), label=label, alignment_mode="expand") if begin >= 0 else None


def words(unit: str | None) -> str:
    return re.sub(r"\W+", " ", (unit or "").casefold()).strip()


def same_unit(gold: str | None, read: str | None) -> bool:
    wanted, got = words(gold), words(read)
    return not wanted or wanted == got or (bool(got) and (wanted.startswith(got[:5]) or got.startswith(wanted[:5])))


def test_gold_spans_are_read_right(shared: Path, nlp) -> None:
    figures, modifiers, dates = [], [], []
    for gold, text in articles(shared):
        doc = nlp(text)
        for item in gold.get("figures", []):
            span = located(doc, item, _KIND[item["kind"]].value)
            read = parse_figure(span) if span is not None else None
            right = (
                read is not None
                and read.value == pytest.approx(item["value"], rel=1e-6)
                and same_unit(item.get("unit"), read.unit)
            )
            figures.append(right)
            if right:
                modifiers.append(
                    re.sub(r"([A-Z])", r"_\1", read.modifier.value).lower() == item.get("modifier", "exact")
                )
        spans = [span for item in gold.get("dates", []) if (span := located(doc, item, "DATE")) is not None]
        wanted = [item["iso"] for item in gold.get("dates", []) if located(doc, item, "DATE") is not None]
        ordered = sorted(zip(spans, wanted, strict=True), key=lambda pair: pair[0].start)
        values = read_dates([span for span, _ in ordered], gold["published"])
        for value, (_, iso) in zip(values, ordered, strict=True):
            dates.append(value is not None and value.begin + (f"/{value.end}" if value.end else "") == iso)
    assert sum(figures) / len(figures) >= 0.95
    assert sum(modifiers) / len(modifiers) >= 0.97
    assert sum(dates) / len(dates) >= 0.95
