"""Two small articles in our own words, extracted by hand, and the resolution of their entities.

Persons, agreement and figures are invented. Between them the two hold every kind of mention, claim and qualifier
that the graph knows: metonym, demonym, office, range, period, date, quotation, symmetric and denied claims, and two
articles that contradict each other about a date.
"""

from __future__ import annotations

from kgbuild.model import (
    Article,
    Claim,
    DateBasis,
    DateValue,
    Document,
    Entity,
    EntityType,
    Figure,
    Label,
    Link,
    Mention,
    Modifier,
    Span,
    Status,
)
from kgbuild.resolve.resolution import Resolution, ResolvedEntity

HARBOUR_TEXT = (
    "Portugal und Japan schließen Hafenabkommen\n"
    "Portugals Außenministerin Inês Valadão traf am 4. März 2024 in Porto ihren Kollegen Kenji Morita. "
    "Beide Länder unterzeichneten das Hafenabkommen über rund 2,5 Milliarden Euro. "
    "»Der Vertrag öffnet Türen«, sagte Valadão. "
    "Santiago will dem Hafenabkommen beitreten. "
    "Sie bestritt, dass Peru dem Vertrag angehört. "
    "Zwischen 2020 und 2023 liefen 40 bis 60 Schiffe den Hafen an, 12 Prozent mehr."
)
VISIT_TEXT = (
    "Valadao in Chile\n"
    "Die portugiesische Ministerin Ines Valadao besuchte Chile. "
    "Das Hafenabkommen wurde am 5. März 2024 geschlossen. "
    "Chile und Portugal arbeiten bei der Fischerei zusammen."
)


class Draft:
    """A document under construction; spans are found by their words."""

    def __init__(self, key: str, text: str, **metadata: object) -> None:
        self.article = Article.model_validate(
            {"key": key, "source": f"{key}.txt", "digest": "sha256:" + "0" * 64, "text": text, **metadata}
        )
        self.sentences: list[Span] = []
        start = 0
        for line in text.split("\n"):
            for part in line.replace(". ", ".\x00").split("\x00") if start else [line]:
                begin = text.index(part, start)
                self.sentences.append(Span(begin, begin + len(part)))
                start = begin + len(part)
        self._merge_ordinals(text)
        self.mentions: list[Mention] = []
        self.entities: list[Entity] = []
        self.links: list[Link] = []
        self.claims: list[Claim] = []

    def _merge_ordinals(self, text: str) -> None:
        merged: list[Span] = []
        for span in self.sentences:
            if merged and text[merged[-1].end - 2].isdigit():
                merged[-1] = Span(merged[-1].begin, span.end)
            else:
                merged.append(span)
        self.sentences = merged

    def find(self, words: str, nth: int = 0) -> Span:
        begin = -1
        for _ in range(nth + 1):
            begin = self.article.text.index(words, begin + 1)
        return Span(begin, begin + len(words))

    def sentence(self, span: Span) -> int:
        return next(i for i, s in enumerate(self.sentences) if s.covers(span))

    def mention(self, words: str, label: Label, nth: int = 0, name: str | None = None, **more: object) -> int:
        span = self.find(words, nth)
        fields = {"span": span, "label": label, "text": words, "name": name or words, "confidence": 0.9}
        self.mentions.append(Mention.model_validate({**fields, "sentence": self.sentence(span), **more}))
        return len(self.mentions) - 1

    def entity(self, type: EntityType, names: list[str], mentions: list[int], **more: object) -> int:
        self.entities.append(Entity.model_validate({"type": type, "names": names, "mentions": mentions, **more}))
        return len(self.entities) - 1

    def claim(self, subject: int, predicate: str, target: int | str, within: str, **more: object) -> None:
        fields = {"subject": subject, "predicate": predicate, "object": target, "confidence": 0.8}
        fields |= {"reader": "frames", "rule": f"{predicate}.verb", "sentence": self.sentence(self.find(within))}
        self.claims.append(Claim.model_validate({**fields, **more}))

    def link(self, words: str, entity: int) -> None:
        span = self.find(words)
        self.links.append(
            Link(span=span, sentence=self.sentence(span), entity=entity, reason="pronoun", confidence=0.7)
        )

    def document(self) -> Document:
        return Document(
            article=self.article,
            sentences=tuple(self.sentences),
            mentions=tuple(self.mentions),
            entities=tuple(self.entities),
            links=tuple(self.links),
            claims=tuple(self.claims),
        )


def harbour() -> Document:
    d = Draft(
        "001-hafen",
        HARBOUR_TEXT,
        title="Portugal und Japan schließen Hafenabkommen",
        published="2024-03-06",
        published_basis=DateBasis.METADATA,
        authors=("Rosa Lind",),
        publisher="Küstenbote",
        url="https://kuestenbote.example/hafen abkommen",
    )
    portugal = [d.mention("Portugal", Label.STATE, state="PT")]
    japan = d.mention("Japan", Label.STATE, state="JP")
    pact = [d.mention("Hafenabkommen", Label.AGREEMENT, nth) for nth in range(3)]
    portugal.append(d.mention("Portugals", Label.STATE, name="Portugal", state="PT"))
    minister = d.mention("Außenministerin", Label.ROLE)
    valadao = d.mention("Inês Valadão", Label.PER)
    day = DateValue(begin="2024-03-04")
    d.mention("4. März 2024", Label.DATE, date=day)
    porto = d.mention("Porto", Label.LOC)
    morita = d.mention("Kenji Morita", Label.PER)
    price = Figure(value=2.5e9, unit="EUR", modifier=Modifier.ABOUT, about="Hafenabkommen")
    money = d.mention("rund 2,5 Milliarden Euro", Label.MONEY, figure=price)
    surname = d.mention("Valadão", Label.PER, nth=1)
    santiago = d.mention("Santiago", Label.LOC, metonym_for="CL")
    peru = d.mention("Peru", Label.STATE, state="PE")
    period = DateValue(begin="2020", end="2023")
    d.mention("2020 und 2023", Label.DATE, date=period)
    d.mention("40 bis 60 Schiffe", Label.QUANTITY, figure=Figure(value=40, value_to=60, unit="Schiff"))
    more = Figure(value=12, modifier=Modifier.EXACT)
    d.mention("12 Prozent", Label.PERCENT, figure=more)
    e_portugal = d.entity(EntityType.STATE, ["Portugal"], portugal, state="PT")
    e_japan = d.entity(EntityType.STATE, ["Japan"], [japan], state="JP")
    e_pact = d.entity(EntityType.AGREEMENT, ["Hafenabkommen"], pact)
    e_valadao = d.entity(EntityType.PERSON, ["Inês Valadão", "Valadão"], [valadao, surname], indirect=[minister])
    e_morita = d.entity(EntityType.PERSON, ["Kenji Morita"], [morita])
    e_porto = d.entity(EntityType.PLACE, ["Porto"], [porto])
    d.entity(EntityType.PLACE, ["Santiago"], [santiago])
    e_chile = d.entity(EntityType.STATE, [], [], indirect=[santiago], state="CL")
    e_peru = d.entity(EntityType.STATE, ["Peru"], [peru], state="PE")
    d.link("Sie", e_valadao)
    met = "traf am 4. März"
    d.claim(e_valadao, "holdsOffice", e_portugal, met, office="Außenministerin")
    d.claim(e_valadao, "metWith", e_morita, met, date=day, place=e_porto, trigger=(d.find("traf"),))
    d.claim(e_morita, "metWith", e_valadao, met, date=day, place=e_porto, confidence=0.6, reader="head", rule="met")
    signed = "unterzeichneten"
    d.claim(e_portugal, "signed", e_pact, signed, counterpart=e_japan, figure=money)
    d.claim(e_portugal, "partyTo", e_pact, signed)
    d.claim(e_japan, "partyTo", e_pact, signed)
    d.claim(e_pact, "concluded", "2024-03-04", signed, place=e_porto)
    d.claim(e_valadao, "said", "Der Vertrag öffnet Türen", "sagte Valadão")
    d.claim(e_chile, "partyTo", e_pact, "beitreten", status=Status.INTENDED)
    d.claim(e_peru, "partyTo", e_pact, "Peru", status=Status.DENIED, attributed_to=e_valadao)
    d.claim(e_morita, "negotiatesWith", e_valadao, met, agreement=e_pact, field="Häfen", date=period)
    return d.document()


def visit() -> Document:
    d = Draft("002-besuch", VISIT_TEXT, title="Valadao in Chile", published="2024-03")
    first = d.mention("Valadao", Label.PER)
    chile = [d.mention("Chile", Label.STATE, nth, state="CL") for nth in range(3)]
    demonym = d.mention("portugiesische", Label.NORP, name="portugiesisch", state="PT")
    minister = d.mention("Ministerin", Label.ROLE)
    valadao = d.mention("Ines Valadao", Label.PER)
    pact = d.mention("Hafenabkommen", Label.AGREEMENT)
    d.mention("5. März 2024", Label.DATE, date=DateValue(begin="2024-03-05"))
    portugal = d.mention("Portugal", Label.STATE, state="PT")
    e_valadao = d.entity(EntityType.PERSON, ["Ines Valadao", "Valadao"], [first, valadao], indirect=[minister])
    e_chile = d.entity(EntityType.STATE, ["Chile"], chile, state="CL")
    e_portugal = d.entity(EntityType.STATE, ["Portugal"], [portugal], indirect=[demonym], state="PT")
    e_pact = d.entity(EntityType.AGREEMENT, ["Hafenabkommen"], [pact])
    d.claim(e_valadao, "visited", e_chile, "besuchte")
    d.claim(e_valadao, "holdsOffice", e_portugal, "besuchte", office="Ministerin")
    d.claim(e_pact, "concluded", "2024-03-05", "geschlossen")
    d.claim(e_chile, "cooperatesWith", e_portugal, "Fischerei", field="Fischerei")
    return d.document()


def documents() -> tuple[Document, ...]:
    return harbour(), visit()


_IDENTITY: dict[str, tuple[str, EntityType, str | None, str | None]] = {
    "Portugal": ("state/PT", EntityType.STATE, "PT", "Q45"),
    "Japan": ("state/JP", EntityType.STATE, "JP", "Q17"),
    "Chile": ("state/CL", EntityType.STATE, "CL", "Q298"),
    "Peru": ("state/PE", EntityType.STATE, "PE", "Q419"),
    "Hafenabkommen": ("agreement/hafenabkommen", EntityType.AGREEMENT, None, None),
    "Inês Valadão": ("person/ines-valadao", EntityType.PERSON, None, None),
    "Kenji Morita": ("person/kenji-morita", EntityType.PERSON, None, None),
    "Porto": ("place/porto", EntityType.PLACE, None, None),
    "Santiago": ("place/santiago", EntityType.PLACE, None, None),
}


def _label(entity: Entity) -> str:
    if entity.state == "CL":
        return "Chile"
    return "Inês Valadão" if "Valad" in entity.names[0] else entity.names[0]


def resolution(docs: tuple[Document, ...] | None = None) -> Resolution:
    """What the resolver should find in ``docs``, by default in both articles; made by hand."""
    found: dict[str, list[tuple[Document, int]]] = {}
    for document in sorted(docs if docs is not None else documents(), key=lambda d: d.article.key):
        for index, entity in enumerate(document.entities):
            found.setdefault(_label(entity), []).append((document, index))
    entities = []
    for label, members in found.items():
        path, type_, code, qid = _IDENTITY[label]
        names = {n for d, i in members for n in d.entities[i].names}
        entities.append(
            ResolvedEntity(
                iri_path=path,
                type=type_,
                label=label,
                alt_labels=tuple(sorted(names - {label})),
                members=tuple((d.article.key, i) for d, i in members),
                mention_count=sum(len(d.entities[i].mentions) for d, i in members),
                article_count=len({d.article.key for d, _ in members}),
                state_code=code,
                qid=qid,
            )
        )
    return Resolution(entities=tuple(sorted(entities, key=lambda e: e.iri_path)))
