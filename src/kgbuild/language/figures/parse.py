"""From the span of an amount to its figure: value, unit, modifier, and what it is an amount of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kgbuild.language.figures.about import counted_phrase
from kgbuild.language.figures.currency import find_currency, resolve_currency
from kgbuild.language.figures.modifiers import modifiers, read_modifier
from kgbuild.language.figures.units import singular, units
from kgbuild.language.numbers import Form, Number, compound_number, numbers, read_fraction
from kgbuild.model import Figure, Label, Modifier

_EVERY = re.compile(r"jede[nrsm]?\s+(?P<ordinal>[^\W\d_]+)t(?:e[nrsm]?)(?!\w)", re.IGNORECASE)
_TOTAL = re.compile(r"(?:Zahl|Anzahl)\s+(?:der|von)\s+(?:[a-zäöüß]+\s+)?(?P<noun>[A-ZÄÖÜ][\w-]+)")
_WORD = re.compile(r"[^\s\d]+")
_PROPOSALS = "kgbuild_figures"
_LOOK_BACK = 400  # code points in which an elliptic amount looks for its unit
_LOOK_AHEAD = 100


@lru_cache(maxsize=1)
def _article(doc: Doc) -> str:
    """The text of a Doc, which spaCy puts together anew at every call."""
    return doc.text


def parse_figure(span: Span, label: Label | None = None) -> Figure | None:
    """The figure that a MONEY, PERCENT or QUANTITY span states.

    Args:
        span: the mention; its lemmas, dependencies and the amounts around it (``doc.ents`` and the proposals of
            ``kgbuild_figures``) are used as far as they are there.
        label: which of the three; by default the span's own label.

    Returns:
        None if the span has no number that the grammar can read.
    """
    label = Label(span.label_) if label is None else label
    text = span.text
    number = _number_of(text, label)
    if number is None:
        return None
    value, value_to = number.value, number.value_to
    modifier = read_modifier(text[: number.begin]) or _attributive(text[number.begin : number.end]) or Modifier.EXACT
    about = counted_phrase(span)
    if label is Label.PERCENT:
        if number.form is Form.FRACTION:
            value *= 100
        return Figure(value=value, value_to=value_to, unit=None, modifier=modifier, about=about)
    if label is Label.MONEY:
        code, factor = _currency_of(span, number) or (None, 1.0)
        if factor != 1.0:
            value = round(value * factor, 10)
            value_to = round(value_to * factor, 10) if value_to is not None else None
        return Figure(value=value, value_to=value_to, unit=code, modifier=modifier, about=about)
    return Figure(value=value, value_to=value_to, unit=_unit_of(span, number), modifier=modifier, about=about)


# ------------------------------------------------------------------ value


def _number_of(text: str, label: Label) -> Number | None:
    """The number that the figure is about: the first one that is more than an article."""
    every = _EVERY.search(text)
    if every and label is Label.PERCENT:
        denominator = read_fraction(every.group("ordinal") + "tel") or read_fraction(every.group("ordinal") + "stel")
        if denominator:
            return Number(every.start(), every.end(), 1 / denominator, Form.FRACTION)
    found = list(numbers(text))
    for number in found:
        if number.form is not Form.ARTICLE:
            return number
    for word in re.finditer(r"[\w-]+", text):
        compound = compound_number(word.group())
        if compound:
            return Number(word.start(), word.end(), compound[0], Form.DIGITS)
    return found[0] if found else None


def _attributive(text: str) -> Modifier | None:
    return next(
        (modifiers().attributive[word] for word in text.lower().split() if word in modifiers().attributive), None
    )


# ------------------------------------------------------------------ unit


def _currency_of(span: Span, number: Number) -> tuple[str, float] | None:
    text, article = span.text, _article(span.doc)
    words = _WORD.findall(text[: number.begin]) + _WORD.findall(text[number.end :])
    compound = compound_number(text[number.begin : number.end])
    if compound is not None:
        words += compound[1].split("-")
    found = resolve_currency([word.strip(".,;:()»«„“\"'") or word for word in words], article, span.start_char)
    if found is None:
        for position, word in _nearby_currencies(span):
            before = article[max(0, position - 20) : position].split()[-1:]
            found = resolve_currency([*before, word], article, span.start_char)
            if found is not None:
                break
    return found


def _nearby_currencies(span: Span) -> Iterator[tuple[int, str]]:
    """Currency nouns around an amount without one: the last before it, else the next after it."""
    article = _article(span.doc)
    begin = max(0, span.start_char - _LOOK_BACK)
    pattern = re.compile(r"[^\W\d_][\w-]*|[€$£¥₪]")
    after = article[span.end_char : span.end_char + _LOOK_AHEAD]
    before_words = [(begin + w.start(), w.group()) for w in pattern.finditer(article[begin : span.start_char])]
    after_words = [(span.end_char + w.start(), w.group()) for w in pattern.finditer(after)]
    ordered = after_words + before_words[::-1] if _is_elliptic(article, span) else before_words[::-1] + after_words
    for position, word in ordered:
        if find_currency(word) is not None or re.fullmatch(r"[A-Z]{3}", word):
            yield position, word


def _unit_of(span: Span, number: Number) -> str | None:
    head = _counted(span, span.start_char + number.end)
    if head is not None:
        if compound_number(span.text.split()[0]) and "köpfig" in span.text.lower():
            return "Person"
        return singular(head.text, head.lemma_) if head.is_alpha or "-" in head.text else _joined(span, head)
    return _borrowed_unit(span)


def _joined(span: Span, head: Token) -> str:
    """A noun of measure that the tokenizer splits: ``m²``, ``km/h``."""
    text = _article(span.doc)[head.idx : span.end_char]
    return singular(text) if text.lower() in units().measure else singular(head.text, head.lemma_)


def _counted(span: Span, after: int) -> Token | None:
    """The counted noun: in ``61 von 70 Städten`` the last one, in ``Soldatinnen und Soldaten`` the first."""
    nouns = [token for token in span if token.idx >= after and _is_noun(token)]
    if not nouns:
        return None
    last = nouns[-1]
    for noun in nouns[:-1]:
        between = [token.lower_ for token in span.doc[noun.i + 1 : last.i]]
        if between in (["und"], ["oder"], ["bzw."], ["und", "die"]):
            return noun
    return last


def _is_noun(token: Token) -> bool:
    lower = token.lower_
    if lower in units().measure or lower in units().time:
        return True
    return token.text[:1].isupper() and token.pos_ not in {"ADJ", "DET", "NUM", "ADP"} and not any(numbers(token.text))


def _borrowed_unit(span: Span) -> str | None:
    """The unit of a bare number: of ``die Zahl der …``, or of the nearest amount, the one before it first."""
    doc, article = span.doc, _article(span.doc)
    left = max(0, span.start_char - _LOOK_BACK)
    total = list(_TOTAL.finditer(article, left, span.start_char))
    if total and "." not in article[total[-1].end() : span.start_char]:
        noun = doc.char_span(*total[-1].span("noun"), alignment_mode="expand")
        return singular(total[-1].group("noun"), noun.lemma_ if noun is not None else "")
    around = _quantities(doc)
    before = [other for other in around if other.end <= span.start and other.start_char > left]
    after = [other for other in around if other.start >= span.end and other.end_char < span.end_char + _LOOK_AHEAD]
    for other in after + before[::-1] if _is_elliptic(article, span) else before[::-1] + after:
        head = _counted(other, other.start_char)
        if head is not None and head.lower_ not in units().time:
            return singular(head.text, head.lemma_)
    return None


def _quantities(doc: Doc) -> list[Span]:
    """The QUANTITY spans of a Doc, entities and proposals, each once, in text order."""
    groups = (doc.ents, doc.spans.get(_PROPOSALS, ()))
    spans = {(s.start, s.end): s for group in groups for s in group if s.label_ == Label.QUANTITY.value}
    return [spans[key] for key in sorted(spans)]


def _is_elliptic(article: str, span: Span) -> bool:
    """Whether the unit follows with the next amount: ``von sechs auf neun Lizenzen``."""
    return re.match(r"\s+(?:auf|und|oder|bis|statt)\s", article[span.end_char : span.end_char + 10]) is not None
