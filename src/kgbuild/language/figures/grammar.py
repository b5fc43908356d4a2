"""Amounts in running text: numbers with their modifiers to the left and their units to the right.

The span edges follow the annotation guide and the conventions of the corpus: the modifier of the value, the unit noun
and its adjectives are inside; the measured substance, ``nur``, ``insgesamt`` and the like are outside. Ordinals,
years, clock times, ages, scores and the numbers of articles and resolutions are no amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kgbuild.language.dates.vocabulary import calendar
from kgbuild.language.figures.currency import currency_codes, find_currency
from kgbuild.language.figures.modifiers import modifier_before, modifiers
from kgbuild.language.figures.units import units
from kgbuild.language.numbers import Form, Number, compound_number, numbers, read_fraction
from kgbuild.model import Label
from kgbuild.model import Span as Extent

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MODERN = 1900
_ADJECTIVE = re.compile(r"[a-zäöüß][\w-]*(?:e|en|er|es|em)")
_PARTICIPLE = re.compile(r"(?:[a-zäöüß]*ge|ver|be|ent|er|zer|un)[a-zäöüß]+(?:t|en)e[nrsm]?|[a-zäöüß]+ende[nrsm]?")
_NO_ADJECTIVES = frozenset(
    "aber alle allen aller alles als andere anderen bevor bleiben dabei dafür damals dagegen daher darunter davon dazu deren dessen "
    "diese diesem diesen dieser dieses eine einem einen einer eines habe haben hatte hatten hätte hätten ihre ihrem ihren ihrer "
    "ihres jede jedem jeden jeder jedes jene jenen jener keine keinem keinen keiner könne könnte könnten können lange leben müsse "
    "müssen müsste nahe oder ohne sehe seine seinem seinen seiner seines seien sie sollen sollte sollten solche starben über unter "
    "unsere unserer unterdessen während wegen welche welcher werde werden wenige werde wie wieder worden wurde wurden würde würden "
    "zwischen gegen neben hinter immer noch schon den dem der des die".split()
)
_POSSESSIVES = frozenset({"ihrer", "seiner", "unserer", "deren", "dieser"})
_LINKS = frozenset({"von", "der", "zu", "gegen", "aus", "des"})
_NOUN = r"(?P<noun>(?:[^\W\d_]+-)*[^\W\d_]+\b|[€$£¥₪])"
_CURRENCY_RIGHT = (
    re.compile(rf"[^\S\n]?{_NOUN}"),
    re.compile(rf"[^\S\n](?:[A-ZÄÖÜ]?[a-zäöüß]+(?:ische|ische[nr]|zösische[nr]?|länder)|[Nn]eue[nr]?)[^\S\n]{_NOUN}"),
)
_EVERY = re.compile(r"(?<!\w)[Jj]ede[nrsm]?\s(?:[A-ZÄÖÜ][a-zäöüß]+t(?:e[nrsm]?))(?!\w)")
_ELLIPSIS = re.compile(r"\s+(?:auf|und|oder|bis|beziehungsweise|statt)\s+")
_MEMORY = 300  # code points over which an amount without a unit remembers the one before
_LIST = re.compile(r"\s*(?:,|und|oder|sowie|,\s*(?:dazu|außerdem))\s*(?:weitere\s+)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A proposed figure: characters and label."""

    begin: int
    end: int
    label: Label
    bare: bool = False
    """A number without a unit of its own."""
    pair: bool = False
    """``zwei`` things: an amount only in a list with another one."""


def amounts(doc: Doc, closed: Iterable[tuple[int, int]]) -> list[Amount]:
    """The amounts of a Doc in text order, none overlapping.

    Args:
        doc: its parts of speech are used where they are set.
        closed: character spans in which nothing is looked for: boilerplate and dates.
    """
    text = doc.text
    closed = sorted(Extent(*span) for span in closed)
    found: list[Amount] = []
    for number in numbers(text):
        if any(Extent(number.begin, number.end).overlaps(span) for span in closed):
            continue
        if found and number.begin < found[-1].end:
            continue
        amount = _amount(doc, number)
        if amount is not None and not any(Extent(amount.begin, amount.end).overlaps(span) for span in closed):
            found.append(_with_left_context(text, amount, found[-1].end if found else 0))
    found.extend(_compounds(doc, closed, found))
    found.extend(_every(text, closed, found))
    found.sort(key=lambda amount: amount.begin)
    return _settle_bare(text, _drop_lone_pairs(text, found))


# ------------------------------------------------------------------ one number


def _amount(doc: Doc, number: Number) -> Amount | None:
    text = doc.text
    if number.form is Form.FRACTION:
        return _fraction(text, number)
    unit = _unit_right(text, number.end)
    if unit is not None and unit[0] in units().percent:
        return Amount(number.begin, unit[1], Label.PERCENT)
    money = _money(text, number)
    if money is not None:
        return money
    if _no_amount(doc, number):
        return None
    if number.form is Form.ARTICLE:
        if number.value < 1 and unit is not None and unit[0] in units().time:  # eine halbe Stunde
            return Amount(number.begin, unit[1], Label.QUANTITY)
        return None
    end = _noun_phrase(doc, number.end)
    if end is None:
        return _bare(text, number)
    if _is_year(text, number, end):
        return None
    last = text[number.end : end].split()[-1].lower()
    if last in units().time and re.match(r"\s+alt(?!\w)", text[end:]):
        return None
    pair = number.value == 2 and number.form is Form.WORD and not number.scaled and not _measures(last)
    return Amount(number.begin, end, Label.QUANTITY, pair=pair)


def _measures(noun: str) -> bool:
    """Whether a noun is a unit of measure or time, or a compound of the latter: ``Verhandlungstagen``."""
    return noun in units().measure or any(noun.endswith(unit) for unit in units().time)


def _fraction(text: str, number: Number) -> Amount | None:
    follow = re.match(r"\s+(?:Stunden?|Jahr\w*|nach|vor)\b", text[number.end :])
    if text[number.begin : number.end].lower().startswith("hälfte"):
        before = re.search(r"(\w+)\s$", text[max(0, number.begin - 20) : number.begin])
        if before and before.group(1).lower() not in {"die", "der", "zur"}:  # in der ersten Hälfte
            return None
    if follow or text[number.begin : number.end].lower().startswith("viertel"):
        return None
    return Amount(number.begin, number.end, Label.PERCENT)


def _unit_right(text: str, end: int) -> tuple[str, int] | None:
    """The word or sign right after a number, in lower case, and where it ends."""
    found = re.compile(r"[^\S\n]?(%|°C|km/h|[^\W\d_]+[²³]?(?:\.\w\.)?)").match(text, end)
    return (found.group(1).lower(), found.end()) if found else None


def _money(text: str, number: Number) -> Amount | None:
    before = re.search(r"(?<![\w])([A-Z]{3}|[€$£¥₪]|US-\$|Fr\.)[^\S\n]?$", text[: number.begin])
    for pattern in _CURRENCY_RIGHT:
        after = pattern.match(text, number.end)
        if after and (find_currency(after.group("noun")) is not None or after.group("noun") in currency_codes()):
            return Amount(number.begin, after.end("noun"), Label.MONEY)
    if before and (before.group(1) in currency_codes() or not before.group(1)[0].isalpha() or before.group(1) in {"US-$", "Fr."}):
        return Amount(number.begin - len(before.group()), number.end, Label.MONEY)
    return None


def _no_amount(doc: Doc, number: Number) -> bool:
    """Ordinals, clock times, ages, scores and numbers that are names."""
    text = doc.text
    before, after = text[max(0, number.begin - 30) : number.begin], text[number.end : number.end + 30]
    word = text[number.begin : number.end]
    if re.match(r"(?::\d|\s*Uhr\b|/\d|\.\d)", after) or re.search(r"(?:\d:|\d/)$", before):
        return True
    phrase = re.search(r"(\w+)\s$", before)
    if phrase and any(f"{phrase.group(1).lower()} {word.lower()}{after.lower()}".startswith(idiom) for idiom in units().idioms):
        return True
    previous = re.search(r"([§\w.]+)[^\S\n]*$", before)
    if previous and previous.group(1).lower().rstrip(".") in units().numbered and number.form is not Form.ARTICLE:
        return True
    if number.form is Form.WORD and word[0].isupper() and not _starts_sentence(text, number.begin) and not number.scaled:
        return modifier_before(before) is None
    if number.form is Form.DIGITS and number.value_to is None:
        if re.match(r"\.(?:\s+[a-zäöüß]|\s*$)", after) and "\n" not in after[:2] and not number.scaled and number.value < 1000:
            return re.match(r"\.\s+[a-zäöüß]", after) is not None
        if re.match(r"\.\s+[A-ZÄÖÜ]", after) and re.search(r"(?:\b(?:der|die|das|dem|den|des|am|im|zum|zur|vom|beim|ein\w*|sein\w*|ihr\w*))\s+$", before):
            return True
        if number.value < 120 and re.match(r"[,)]", after) and re.search(r"[A-ZÄÖÜ][\w’'-]+\s*[,(]\s*$", before):
            return True
    return False


def _starts_sentence(text: str, position: int) -> bool:
    return re.search(r"(?:^|[.!?:\n]\W*|[„»\"“(–—-]\s*)$", text[:position][-6:]) is not None


def _noun_phrase(doc: Doc, position: int) -> int | None:
    """The end of the counted noun phrase that follows, or None if none does."""
    text = doc.text
    tokens = [t for t in _tokens_from(doc, position)]
    if not tokens or tokens[0].idx - position > 1 or "\n" in text[position : tokens[0].idx]:
        unit = _unit_right(text, position)
        return unit[1] if unit and unit[0] in units().measure and position < len(text) else None
    unit = _unit_right(text, position)
    if unit and unit[0] in units().measure:
        return unit[1]
    index = 0
    if tokens[0].lower_ in _LINKS and index + 1 < len(tokens):
        inner = next((n for n in numbers(text[tokens[1].idx : tokens[1].idx + 40]) if n.begin == 0), None)
        if inner is not None and inner.form is not Form.ARTICLE:
            end = tokens[1].idx + inner.end
            if re.match(r"\s*(?:Prozent|%)", text[end:]):
                return None
            return _noun_phrase(doc, end) or (end if tokens[0].lower_ == "von" else None)
        return None
    if tokens[0].lower_ in _POSSESSIVES:
        index = 1
    while index < len(tokens) and index < 5 and _is_adjective(tokens[index]):
        index += 1
    if index >= len(tokens) or not _is_countable(tokens[index]):
        return None
    noun = tokens[index]
    return _coordinated(tokens, index) or noun.idx + len(noun.text)


def _tokens_from(doc: Doc, position: int) -> list[Token]:
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < position:
            low = middle + 1
        else:
            high = middle
    tokens: list[Token] = []
    for token in doc[low : low + 10]:
        if token.is_space:
            if "\n" in token.text:
                break
            continue
        tokens.append(token)
    return tokens


def _is_adjective(token: Token) -> bool:
    if token.lower_ in _NO_ADJECTIVES or token.text[0].isupper() or not token.text[0].isalpha():
        return False
    if token.pos_ == "VERB":
        return _PARTICIPLE.fullmatch(token.text) is not None
    # Taggers take rare adjectives for nouns; the lower case tells them apart.
    return token.pos_ in {"", "ADJ", "NOUN", "PROPN", "DET", "X"} and _ADJECTIVE.fullmatch(token.text) is not None


def _is_countable(token: Token) -> bool:
    lower = token.lower_
    if not token.text[0].isupper() or len(token) < 2 or lower in calendar().months or lower in {"uhr", "prozent", "mal"}:
        return False
    if token.pos_ and token.pos_ not in {"NOUN", "PROPN", "ADJ", "X"}:
        return False
    return not any(n.begin == 0 and n.end == len(token.text) for n in numbers(token.text))


def _coordinated(tokens: list[Token], index: int) -> int | None:
    """The end of ``Soldatinnen und Soldaten``, ``Staats- und Regierungschefs``, ``Männern und Frauen``."""
    if index + 2 >= len(tokens) or tokens[index + 1].lower_ not in {"und", "oder"}:
        return None
    first, second = tokens[index], tokens[index + 2]
    if not second.text[0].isupper():
        return None
    twins = first.lower_.endswith("innen") and second.lower_[:3] == first.lower_[:3]
    people = first.lower_[:5] in {"männe", "fraue"} and second.lower_[:5] in {"männe", "fraue"}
    if twins or people or first.text.endswith("-"):
        return second.idx + len(second.text)
    return None


def _is_year(text: str, number: Number, end: int) -> bool:
    """Whether four plain digits before a noun are a year after all: ``2014 Sanktionen``, but ``1400 Seiten``."""
    digits = text[number.begin : number.end]
    if number.value_to is not None or not re.fullmatch(r"\d{4}", digits) or not _FIRST_YEAR <= number.value <= _LAST_YEAR:
        return False
    if modifier_before(text[max(0, number.begin - 30) : number.begin]) is not None:
        return False
    unit = _unit_right(text, number.end)
    if unit is not None and (unit[0] in units().measure or unit[0] in units().time):
        return False
    return number.value >= _MODERN and number.value % 100 != 0


def _bare(text: str, number: Number) -> Amount | None:
    digits = text[number.begin : number.end]
    scaled_mal = re.match(r"\s+Mal(?!\w)", text[number.end :])
    if number.scaled and scaled_mal:
        return Amount(number.begin, number.end + scaled_mal.end(), Label.QUANTITY)
    if re.fullmatch(r"\d+\.\d{1,2}", digits):  # a file number, a version
        return None
    if number.form is Form.DIGITS and number.value < 1000 and re.search(r"[A-ZÄÖÜ][\w-]+\s$", text[max(0, number.begin - 30) : number.begin]):
        if not re.match(r"\s(?:auf|bis|statt)\s", text[number.end :]):  # Panzerbrigade 45
            return None
    if number.value_to is None and re.fullmatch(r"\d{4}", digits) and _FIRST_YEAR <= number.value <= _LAST_YEAR:
        modified = modifier_before(text[max(0, number.begin - 30) : number.begin]) is not None
        if not modified and number.value % 100 != 0:
            return None
    if number.value in (0.0, 2.0) and number.form is Form.WORD:
        return Amount(number.begin, number.end, Label.QUANTITY, bare=True, pair=True)
    if number.value == 1 and not number.scaled:
        return None
    return Amount(number.begin, number.end, Label.QUANTITY, bare=True)


# ------------------------------------------------------------------ edges


def _with_left_context(text: str, amount: Amount, floor: int) -> Amount:
    """The amount with its modifier, the article of a modified half, and a calendar adjective."""
    begin = amount.begin
    before = text[floor:begin]
    article = re.search(r"(?:\bde[rmn]|\bdie)\s$", before)
    halved = amount.label is Label.PERCENT and text[begin:].lower().startswith("hälfte")
    if halved and article and (found := _usable_modifier(text, floor, floor + article.start(), amount)) is not None:
        return replace(amount, begin=found)
    found = _usable_modifier(text, floor, begin, amount)
    if found is not None:
        begin = found
    unit = text[amount.begin : amount.end].split()[-1].lower()
    word = re.search(r"(?<!\w)(\w+)\s$", text[floor:begin])
    if unit in units().time and word and word.group(1) in units().calendar_adjectives:
        begin = floor + word.start(1)
    return replace(amount, begin=begin)


def _usable_modifier(text: str, floor: int, begin: int, amount: Amount) -> int | None:
    found = modifier_before(text[max(floor, begin - 40) : begin])
    if found is None:
        return None
    start, phrase = max(floor, begin - 40) + found[0], found[1]
    table = modifiers()
    if phrase in table.ambiguous and not _means_modifier(text, start, phrase, amount):
        return None
    if "\n" in text[start:begin]:
        return None
    further = modifier_before(text[max(floor, start - 40) : start])
    if further is not None and further[1] not in table.ambiguous:  # mindestens rund, mehr als
        return max(floor, start - 40) + further[0]
    return start


def _means_modifier(text: str, start: int, phrase: str, amount: Amount) -> bool:
    table = modifiers()
    previous = re.search(r"([\w-]+)\W*$", text[max(0, start - 40) : start])
    word = previous.group(1) if previous else ""
    if phrase in table.strict:
        last = text[amount.begin : amount.end].split()[-1].lower()
        return word.lower() in table.after or last in table.ages
    if phrase.startswith("kein"):
        return amount.bare or text[amount.begin : amount.end].split()[0].lower() not in {"ein", "eine", "einen"}
    adjacent = previous is not None and not text[max(0, start - 40) : start].rstrip()[-1:] in {",", ".", ":", "–", "("}
    return not (adjacent and word[:1].isupper() and not _starts_sentence(text, start - len(word) - 1)) and word.lower() not in {"einen", "eines", "sich"}


def _compounds(doc: Doc, closed: list[Extent], found: list[Amount]) -> list[Amount]:
    """``40-köpfigen Delegation``: the number is the first part of an adjective."""
    extra: list[Amount] = []
    for match in re.finditer(r"(?<![\w-])[\w.]+-köpfige[nrsm]?\s+[A-ZÄÖÜ][\w-]+", doc.text):
        if compound_number(match.group().split()[0]) is None:
            continue
        extent = Extent(*match.span())
        if not any(extent.overlaps(span) for span in closed) and not any(extent.overlaps((a.begin, a.end)) for a in found):
            extra.append(Amount(extent.begin, extent.end, Label.QUANTITY))
    return extra


def _every(text: str, closed: list[Extent], found: list[Amount]) -> list[Amount]:
    """``jeder Dritte lehnt es ab``: a share; ``jede dritte Firma`` is none (conventions, section 8)."""
    extra = []
    for match in _EVERY.finditer(text):
        extent = Extent(*match.span())
        ordinal = match.group().split()[1].lower()
        stem = re.sub(r"te[nrsm]?$", "", ordinal)
        if read_fraction(stem + "tel") is None and read_fraction(stem + "stel") is None:
            continue
        if not any(extent.overlaps(span) for span in closed) and not any(extent.overlaps((a.begin, a.end)) for a in found):
            extra.append(Amount(extent.begin, extent.end, Label.PERCENT))
    return extra


# ------------------------------------------------------------------ what the neighbours tell


def _drop_lone_pairs(text: str, found: list[Amount]) -> list[Amount]:
    """``zwei`` things stay only in a list with another amount: ``600 Zelte und zwei mobile Kliniken``."""

    def listed(index: int) -> bool:
        for left, right in ((index - 1, index), (index, index + 1)):
            if left < 0 or right >= len(found):
                continue
            other = found[left] if right == index else found[right]
            between = text[found[left].end : found[right].begin]
            if not other.pair and other.label is Label.QUANTITY and _LIST.fullmatch(between):
                return True
        return False

    return [amount for index, amount in enumerate(found) if not amount.pair or listed(index)]


def _settle_bare(text: str, found: list[Amount]) -> list[Amount]:
    """Numbers without a unit take the kind of the amount beside them, or go if none is near."""
    settled: list[Amount] = []
    for index, amount in enumerate(found):
        if not amount.bare:
            settled.append(amount)
            continue
        after = found[index + 1] if index + 1 < len(found) else None
        if after is not None and _ELLIPSIS.fullmatch(text[amount.end : after.begin]):
            settled.append(replace(amount, label=after.label))
            continue
        label = _kind_before(text, amount, settled)
        if label is not None:
            settled.append(replace(amount, label=label))
    return settled


def _kind_before(text: str, amount: Amount, settled: list[Amount]) -> Label | None:
    """The kind of the last amount before that is no duration; sums of money are remembered longer."""
    large = re.search(r"[a-zäöü]", text[amount.begin : amount.end][-6:]) is not None and text[amount.begin : amount.end][-6:].strip()[:1].isdigit() is False
    for before in reversed(settled):
        gap = text[before.end : amount.begin]
        sentences = len(re.findall(r"[.!?]\s+[A-ZÄÖÜ„»]", gap)) + gap.count("\n\n")
        if len(gap) > _MEMORY or sentences > (3 if large and before.label is Label.MONEY else 1):
            return None
        if _measures(text[before.begin : before.end].split()[-1].lower()) and before.label is Label.QUANTITY:
            continue
        if re.search(r"\b[Dd](?:ie|er|en)\s$", text[: amount.begin][-5:]):  # die drei, einer der sieben
            return Label.QUANTITY
        return before.label if sentences == 0 or large else Label.QUANTITY
    return None
