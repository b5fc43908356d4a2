"""Documents for the resolver's tests, built from a few words."""

from collections.abc import Sequence

from kgbuild.model import Article, Claim, Document, Entity, EntityType, Label, Mention, Span

LABEL = {
    EntityType.PERSON: Label.PER,
    EntityType.STATE: Label.STATE,
    EntityType.PLACE: Label.LOC,
    EntityType.ORGANIZATION: Label.ORG,
    EntityType.AGREEMENT: Label.AGREEMENT,
    EntityType.EVENT: Label.EVENT,
}

Named = tuple[EntityType, tuple[str, ...], str | None]


def person(*names: str) -> Named:
    return EntityType.PERSON, names, None


def state(code: str, *names: str) -> Named:
    return EntityType.STATE, names, code


def organization(*names: str) -> Named:
    return EntityType.ORGANIZATION, names, None


def agreement(*names: str) -> Named:
    return EntityType.AGREEMENT, names, None


def event(*names: str) -> Named:
    return EntityType.EVENT, names, None


def place(*names: str) -> Named:
    return EntityType.PLACE, names, None


def document(key: str, *named: Named, claims: Sequence[Claim] = (), published: str | None = None) -> Document:
    """An article that mentions each thing once by each of its names."""
    mentions: list[Mention] = []
    entities: list[Entity] = []
    for type_, names, code in named:
        indices = []
        for name in names:
            indices.append(len(mentions))
            mentions.append(
                Mention(
                    span=Span(len(mentions), len(mentions) + 1),
                    label=LABEL[type_],
                    text=name,
                    name=name,
                    sentence=0,
                    confidence=1.0,
                    state=code,
                )
            )
        entities.append(Entity(type=type_, names=names, mentions=tuple(indices), state=code))
    article = Article(key=key, source=f"{key}.txt", digest="sha256:0", text="", published=published)
    return Document(
        article=article, sentences=(), mentions=tuple(mentions), entities=tuple(entities), claims=tuple(claims)
    )


def claim(predicate: str, subject: int, object_: int, office: str | None = None) -> Claim:
    return Claim(
        predicate=predicate,
        subject=subject,
        object=object_,
        office=office,
        sentence=0,
        reader="test",
        rule="test",
        confidence=1.0,
    )
