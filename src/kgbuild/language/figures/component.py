"""The spaCy component ``kgbuild_figures``: MONEY, PERCENT, QUANTITY and DATE spans by grammar.

It proposes only, into ``doc.spans["kgbuild_figures"]``; ``kgbuild_entities`` decides between it and the model.
``span._.confidence`` is 1.0, or 0.5 where the words are a date only if the context makes them one; where a model has
read dates already, such a weak proposal needs its agreement.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from kgbuild.language import dates
from kgbuild.language.extensions import register
from kgbuild.language.figures.grammar import amounts
from kgbuild.language.figures.modifiers import modifier_before
from kgbuild.language.figures.units import units
from kgbuild.model import Label
from kgbuild.model import Span as Extent

KEY = "kgbuild_figures"
"""Under which ``doc.spans`` holds the proposals."""
_WEAK = 0.5


def propose(doc: Doc) -> list[Span]:
    """The amounts and dates of a Doc in text order, none overlapping, none in boilerplate."""
    text = doc.text  # put together anew at every call
    boilerplate = [Extent(*span) for span in doc._.boilerplate]
    found = [
        (date.begin, date.end, Label.DATE, _WEAK if _is_weak(date.expression) else 1.0)
        for date in dates.find(text)
        if (date.alone or _stands_alone(text, date))
        and not _no_date(text, date)
        and not any(span.overlaps((date.begin, date.end)) for span in boilerplate)
    ]
    found = _confirmed(doc, found)
    closed = [*boilerplate, *((begin, end) for begin, end, _, _ in found)]
    found += [(amount.begin, amount.end, amount.label, 1.0) for amount in amounts(doc, text, closed)]
    spans: list[Span] = []
    for begin, end, label, confidence in sorted(found):
        span = doc.char_span(begin, end, label=label.value, alignment_mode="expand")
        if span is not None and (not spans or spans[-1].end <= span.start):
            span._.confidence = confidence
            spans.append(span)
    return spans


def _confirmed(doc: Doc, found: list[tuple[int, int, Label, float]]) -> list[tuple[int, int, Label, float]]:
    """The dates without the weak ones that a model which knows dates has not seen."""
    seen = [Extent(entity.start_char, entity.end_char) for entity in doc.ents if entity.label_ == Label.DATE.value]
    if not seen:
        return found
    return [date for date in found if date[3] > _WEAK or any(extent.overlaps(date[:2]) for extent in seen)]


def _is_weak(expression: dates.Expression) -> bool:
    """Seasons without a year are often habits (``im Winter``), ``am selben Abend`` often no date of its own."""
    if expression.unit is dates.Unit.SEASON:
        return expression.year is None and expression.shift is None
    return expression.unit is dates.Unit.REFERENCE_DAY and expression.shift == 0


def _no_date(text: str, date: dates.Found) -> bool:
    """Habits (``jeden März``) and round numbers that only look like years (``1000 bis 1500 Kilometer``)."""
    before, after = text[max(0, date.begin - 10) : date.begin], text[date.end : date.end + 20]
    if re.search(r"\b[Jj]ede[nrsm]?\s$", before):
        return True
    begin, end = date.expression.begin, date.expression.end
    if begin is None or end is None or begin.year is None or end.year is None or begin.unit is not dates.Unit.YEAR:
        return False
    return begin.year % 100 == 0 and end.year % 100 == 0 and re.match(r"\s[A-ZÄÖÜ]", after) is not None


def _stands_alone(text: str, date: dates.Found) -> bool:
    """Whether a bare year is a date where it stands; ``heute`` and ``morgen`` are left to the model."""
    before, after = text[max(0, date.begin - 30) : date.begin], text[date.end : date.end + 30]
    if date.expression.unit is dates.Unit.AGO:  # vor [zwei Wochen]: a duration
        return False
    if date.expression.unit is not dates.Unit.YEAR:
        return False
    if re.match(r"[^\S\n]?(?:%|[€$£¥]|°|Uhr\b|Prozent|Euro\b|Dollar\b)", after):
        return False
    modifier = modifier_before(before)
    if modifier is not None and not (
        modifier[1].endswith(" als") and not re.match(r"[^\S\n](?:[a-zäöüß]+e[nr]?[^\S\n])?[A-ZÄÖÜ]", after)
    ):
        return False
    unit = re.match(r"[^\S\n]([^\W\d_]+)", after)
    if unit and (unit.group(1).lower() in units().measure or unit.group(1).lower() in units().time):
        return False
    year = date.expression.year or 0
    if year < 1900 and re.match(r"\s(?:der|von|zu)\s\d", after):
        return False
    if year % 100 == 0 and re.match(r"[^\S\n](?:[a-zäöüß]+e[nr]?[^\S\n])?[A-ZÄÖÜ]", after):
        return re.search(r"\b(?:Jahre?|Jahren|seit|bis|ab|im)\s$", before) is not None
    if year < 1900 and re.match(r"[^\S\n][A-ZÄÖÜ]", after):
        return re.search(r"\b(?:Jahre?|Jahren|seit|bis|ab|im|von|um)\s$", before) is not None
    previous = re.search(r"([^\W\d_]+)\.?[^\S\n]$", before)
    skip = units().numbered - {"jahr", "jahre", "jahres", "jahren", "saison", "ausgabe"}
    return not (previous and previous.group(1).lower() in skip)


@Language.component(KEY)
def kgbuild_figures(doc: Doc) -> Doc:
    """Set ``doc.spans["kgbuild_figures"]``; nothing else is changed."""
    register()
    doc.spans[KEY] = propose(doc)
    return doc
