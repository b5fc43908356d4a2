"""The contract from the other side: gold annotations, written as a graph, must score as perfect.

Whatever the scorer of the shared folder cannot find in this graph, it could find in no graph of ours.
"""

import importlib.util
import json
import re

import pytest

from kgbuild.graph import build, validate, write
from kgbuild.model import (
    Article,
    Claim,
    DateValue,
    Document,
    Entity,
    EntityType,
    Figure,
    Label,
    Mention,
    Modifier,
    Span,
    Status,
)
from kgbuild.resolve import Resolution, ResolvedEntity

KIND = {"money": Label.MONEY, "percent": Label.PERCENT, "quantity": Label.QUANTITY}
DATED = ("concluded", "ended")


@pytest.fixture(scope="module")
def scorer(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def golds(shared):
    return [
        (path, json.loads(path.read_text("utf-8"))) for path in sorted((shared / "gold" / "articles").glob("*.json"))
    ]


class GoldDocument:
    """One gold article as a ``Document``; the scorer's own functions say where its mentions stand."""

    def __init__(self, key, gold, text, scorer):
        self.text, self.gold = text, gold
        self.article = Article(key=key, source=gold["article"], digest="sha256:" + "0" * 64, text=text)
        self.sentences = [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]
        self.mentions = []
        self.direct = {e["id"]: [] for e in gold["entities"]}
        self.indirect = {e["id"]: [] for e in gold["entities"]}
        names, adjectives, metonyms, _, _ = scorer.gold_spans(gold, text)
        for span, label, entity in names:
            self.direct[entity].append(self.add(span, Label(label)))
        for span, entity in adjectives:
            self.indirect[entity].append(self.add(span, Label.NORP))
        for span, entity in metonyms:
            self.indirect[entity].append(self.add(span, Label.LOC))
        self.figures = [self.figure(f, scorer) for f in gold["figures"]]
        for date in gold["dates"]:
            for span in self.free(scorer.locate(text, date["text"], date.get("sentence"))):
                self.add(span, Label.DATE, date=period(date["iso"]))

    def free(self, spans):
        return [s for s in spans if not any(Span(*s).overlaps(m.span) for m in self.mentions)]

    def add(self, span, label, **more):
        span = Span(*span)
        words = self.text[slice(*span)]
        sentence = next(i for i, s in enumerate(self.sentences) if s.covers(span))
        self.mentions.append(
            Mention(span=span, label=label, text=words, name=words, sentence=sentence, confidence=1.0, **more)
        )
        return len(self.mentions) - 1

    def figure(self, f, scorer):
        modifier = re.sub(r"_(\w)", lambda m: m[1].upper(), f.get("modifier") or "exact")
        value = Figure(
            value=f["value"], value_to=f.get("value_to"), unit=f.get("unit"),
            modifier=Modifier(modifier), about=f.get("about"),
        )  # fmt: skip
        added = [
            self.add(span, KIND[f["kind"]], figure=value)
            for span in self.free(scorer.locate(self.text, f["text"], f.get("sentence")))
        ]
        return added[0] if added else None

    def document(self):
        ids = [e["id"] for e in self.gold["entities"]]
        entities = tuple(
            Entity(
                type=EntityType(e["type"]),
                names=(e["label"],),
                mentions=tuple(self.direct[e["id"]]),
                indirect=tuple(self.indirect[e["id"]]),
            )
            for e in self.gold["entities"]
        )
        claims = tuple(self.claim(fact, ids) for fact in self.gold["facts"] if fact.get("object") or fact.get("value"))
        return Document(
            article=self.article,
            sentences=tuple(self.sentences),
            mentions=tuple(self.mentions),
            entities=entities,
            claims=claims,
        )

    def claim(self, fact, ids):
        more = fact.get("qualifiers") or {}
        begin = self.text.index(fact["evidence"])
        figure = more.get("figure", fact.get("figure"))
        return Claim(
            predicate=fact["predicate"],
            subject=ids.index(fact["subject"]),
            object=ids.index(fact["object"]) if fact.get("object") else fact["value"],
            status=Status(fact.get("status") or "asserted"),
            date=period(fact["date"]) if fact.get("date") else None,
            sentence=next(i for i, s in enumerate(self.sentences) if s.begin <= begin < s.end),
            attributed_to=ids.index(fact["by"]) if fact.get("by") in ids else None,
            office=more.get("office"),
            former=bool(more.get("former")),
            field=more.get("field"),
            figure=self.figures[figure] if isinstance(figure, int) else None,
            reader="gold",
            rule="gold",
            confidence=1.0,
        )


def period(iso):
    begin, _, end = iso.partition("/")
    return DateValue(begin=begin, end=end or None)


def resolution(golds, documents):
    members = {}
    for (_, gold), document in zip(golds, documents, strict=True):
        for index, entity in enumerate(gold["entities"]):
            members.setdefault(entity["id"], []).append((document.article.key, index, entity))
    return Resolution(
        tuple(
            ResolvedEntity(
                iri_path=f"{found[0][2]['type'].lower()}/{name}",
                type=EntityType(found[0][2]["type"]),
                label=found[0][2]["label"],
                alt_labels=(),
                members=tuple((key, index) for key, index, _ in found),
                mention_count=1,
                article_count=len(found),
            )
            for name, found in sorted(members.items())
        )
    )


@pytest.fixture(scope="module")
def graph(golds, scorer):
    documents = [
        GoldDocument(path.stem.lower(), gold, path.with_suffix(".txt").read_text("utf-8"), scorer).document()
        for path, gold in golds
    ]
    return build(documents, resolution(golds, documents))


def test_gold_as_a_graph_scores_as_perfect(graph, golds, scorer, tmp_path):
    write(graph, tmp_path / "graph.ttl")
    read = scorer.read_graph(scorer.load(str(tmp_path / "graph.ttl")))
    result = scorer.score(read, [gold for _, gold in golds], details=True)
    assert result["articles_missing"] == []
    notes = result.pop("notes")
    assert result["mentions"]["micro"]["f"] == 1.0, notes
    assert result["coref_b3"]["f"] == 1.0, notes
    assert result["demonyms"]["share"] == 1.0, notes
    assert result["metonyms"]["share"] == 1.0, notes
    assert (result["figures"]["f"], result["figures"]["modifier"]) == (1.0, 1.0), notes
    assert result["dates"]["f"] == 1.0, notes
    assert result["facts"]["lenient"]["f"] == 1.0, notes
    assert result["facts"]["strict"]["f"] == 1.0, notes
    assert result["boilerplate_mentions"] == 0


def test_gold_as_a_graph_conforms(graph):
    report = validate(graph)
    assert report.conforms, str(report)
