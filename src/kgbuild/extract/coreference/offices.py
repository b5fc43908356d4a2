"""Who holds an office: the person next to it, or the one that the article has introduced with it."""

from __future__ import annotations

from collections.abc import Iterator

from kgbuild.extract.coreference.clusters import Cluster, Clusters
from kgbuild.extract.coreference.folding import fold
from kgbuild.extract.coreference.gender import is_feminine, masculine, of_given_name
from kgbuild.extract.coreference.lists import lists
from kgbuild.extract.discourse import Discourse
from kgbuild.model import EntityType, Label

_OF_OFFICE = frozenset({Label.STATE, Label.ORG, Label.LOC, Label.NORP, Label.AGREEMENT, Label.EVENT, Label.DATE})
_BETWEEN = frozenset(
    {"der", "des", "die", "das", "von", "vom", "für", "im", "in", "am", "a.", "d.", "a.d.", "und", "zum", "zur"}
)
_DEFINITE = frozenset({"der", "die", "den", "dem", "des", "dieser", "diese", "diesen", "diesem"})
_OWN = ("sein", "seine", "seinem", "seinen", "seiner", "seines", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres")
_ADJECTIVAL = frozenset({"ADJ", "ADV", "NUM"})
_REACH = 12


def beside(discourse: Discourse, person: int) -> list[int]:
    """The mentions of offices that stand with the name of a person, before it or in apposition after it."""
    found = list(_before(discourse, person))
    found.extend(_after(discourse, person))
    return found


def gender_of(discourse: Discourse, person: int, offices: list[int]) -> str | None:
    """``m`` or ``f`` of a person's mention: by form of address, noun before the name, given name, masculine office."""
    token = discourse.before(person)
    noun = token is not None and token.pos_ == "NOUN"
    if token is not None and (address := lists().address.get(fold(token.text))):
        return address
    names = [discourse.mentions[office].name for office in offices]
    if any(is_feminine(name) for name in names) or (noun and token is not None and is_feminine(token.text)):
        return "f"
    given = of_given_name(discourse.mentions[person].name)
    masculine_noun = noun and token is not None and token.morph.get("Gender", []) == ["Masc"]
    return given or ("m" if names or masculine_noun else None)


def _before(discourse: Discourse, person: int) -> Iterator[int]:
    doc = discourse.doc
    sentence = discourse.mentions[person].sentence
    position = discourse.bounds[person][0] - 1
    limit = max(position - _REACH, 0)
    comma = position >= 0 and doc[position].text == ","
    if comma:
        after = discourse.after(person)
        if after is not None and after.text not in {",", ".", ")", ";"}:
            return
        position -= 1
    while position >= limit and discourse.sentence_of(position) == sentence:
        token = doc[position]
        found = discourse.mention_at.get(position)
        if found is not None:
            label = discourse.mentions[found].label
            if label is Label.ROLE:
                yield found
                # »Parteichef und Kanzler Merz« has two, »der Außenminister und Präsident Macron« may be two people.
                previous = discourse.before(found)
                other = discourse.mention_at.get(previous.i - 1) if previous is not None and previous.i else None
                joined = previous is not None and previous.lower_ in {"und", "sowie"}
                if joined and other is not None and discourse.mentions[other].label is Label.ROLE:
                    yield other
                return
            if label not in _OF_OFFICE:
                return
            position = discourse.bounds[found][0] - 1
            continue
        if token.lower_ not in _BETWEEN and token.pos_ not in _ADJECTIVAL | {"NOUN"}:
            return
        if token.lower_ == "und" or (token.pos_ == "NOUN" and position == discourse.bounds[person][0] - 1):
            return
        position -= 1


def _after(discourse: Discourse, person: int) -> Iterator[int]:
    doc = discourse.doc
    token = discourse.after(person)
    if token is None or token.text not in {",", "(", "–", "als"}:
        return
    sentence = discourse.mentions[person].sentence
    position = token.i + 1
    while position < min(len(doc), token.i + 7) and discourse.sentence_of(position) == sentence:
        found = discourse.mention_at.get(position)
        if found is not None:
            label = discourse.mentions[found].label
            if label is Label.ROLE:
                # »Merz, Präsident Macron und …« is a list: that office belongs to the next name.
                following = discourse.after(found)
                holder = discourse.mention_at.get(following.i) if following is not None else None
                if holder is None or discourse.mentions[holder].label is not Label.PER:
                    yield found
                return
            if label not in _OF_OFFICE:
                return
            position = discourse.bounds[found][1]
            continue
        word = doc[position]
        if (
            word.lower_ not in _DEFINITE
            and word.lower_ not in _BETWEEN
            and word.lower_ not in _OWN
            and word.pos_ not in _ADJECTIVAL
        ):
            return
        position += 1


def same_office(short: str, full: str) -> bool:
    """Whether two office nouns may mean one office: equal, head of the compound, or synonyms of the table."""
    a, b = masculine(short).split(), masculine(full).split()
    if not a or not b:
        return False
    x, y = a[-1].split("-")[-1], b[-1].split("-")[-1]
    if x == y or y.endswith(x) or x.endswith(y):
        return True
    return any(x in group and any(y == word or y.endswith(word) for word in group) for group in lists().offices)


def attach(discourse: Discourse, clusters: Clusters, held: dict[int, list[int]]) -> None:
    """Lead the mentions of offices to the persons who hold them.

    Args:
        discourse: the article.
        clusters: persons among them; gain ``indirect`` mentions.
        held: the offices beside each mention of a person, as ``beside`` finds them.
    """
    taken: set[int] = set()
    for person, offices in held.items():
        for office in offices:
            if office not in taken:
                taken.add(office)
                clusters.of[person].indirect.append(office)
    for index, mention in enumerate(discourse.mentions):
        if mention.label is Label.ROLE and index not in taken and _refers_back(discourse, index):
            holder = _holder(discourse, clusters, index)
            if holder is not None:
                holder.indirect.append(index)


def _refers_back(discourse: Discourse, office: int) -> bool:
    """Whether an office stands alone with a definite article, or as the bare title that headlines use."""
    doc = discourse.doc
    position = discourse.bounds[office][0] - 1
    while position >= 0 and discourse.sentence_of(position) == discourse.mentions[office].sentence:
        token = doc[position]
        found = discourse.mention_at.get(position)
        in_phrase = found is not None and discourse.mentions[found].label in {Label.NORP, Label.DATE}
        if not in_phrase and token.pos_ not in _ADJECTIVAL:
            return token.lower_ in _DEFINITE and not _plural(discourse, office)
        position -= 1
    return False


def _plural(discourse: Discourse, office: int) -> bool:
    return "Plur" in discourse.head(office).morph.get("Number", [])


def owner(discourse: Discourse, clusters: Clusters, office: int) -> Cluster | None:
    """The state or body that an office belongs to, by the adjective before or the genitive after it."""
    before, after = discourse.before(office), discourse.after(office)
    for token in (
        before,
        after,
        discourse.doc[after.i + 1] if after is not None and after.i + 1 < len(discourse.doc) else None,
    ):
        found = discourse.mention_at.get(token.i) if token is not None else None
        if found is None:
            continue
        mention = discourse.mentions[found]
        if mention.label is Label.NORP:
            return next((c for c in clusters.all if found in c.indirect), None)
        if mention.label in {Label.STATE, Label.ORG} and (token is not after or mention.text != mention.name):
            return clusters.of.get(found)
    return None


def _holder(discourse: Discourse, clusters: Clusters, office: int) -> Cluster | None:
    mention = discourse.mentions[office]
    wanted = owner(discourse, clusters, office)
    candidates: list[tuple[int, Cluster]] = []
    for person in clusters.typed(EntityType.PERSON):
        for known in person.indirect:
            title = discourse.mentions[known]
            if title.label is not Label.ROLE or title.span.begin >= mention.span.begin:
                continue
            if is_feminine(title.name) != is_feminine(mention.name) or not same_office(mention.name, title.name):
                continue
            theirs = owner(discourse, clusters, known)
            if wanted is not None and theirs is not None and wanted is not theirs:
                continue
            last = max(
                discourse.mentions[m].span.begin
                for m in person.mentions + person.indirect
                if discourse.mentions[m].span.begin < mention.span.begin
            )
            candidates.append((last, person))
    if not candidates:
        return None
    return max(candidates, key=lambda pair: pair[0])[1]
