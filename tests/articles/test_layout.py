import json

import pytest

from kgbuild.articles import discover, read
from kgbuild.articles.layout import read_layout
from kgbuild.model import BoilerplateKind, DateBasis

FIRST = (
    "Die Ministerin ist am Dienstag nach Osch gereist, um dort über den Bau einer Straße zu sprechen. Begleitet wurde "
    "sie von zwei Beamten, die den Vertrag prüfen sollen."
)
SECOND = (
    "Der Verband hat seine Mitglieder für den Herbst nach Bern geladen. Dort wird über neue Regeln beraten, und auch "
    "die Mitgliedschaft zweier Vereine steht auf der Tagesordnung."
)


def kinds(text: str) -> dict[str, str]:
    """The boilerplate of an article with its kinds."""
    return {text[slice(*item.span)]: str(item.kind) for item in read_layout(text).boilerplate}


def article(*lines: str, head: str = "Straße nach Osch") -> str:
    return "\n\n".join([head, FIRST, SECOND, *lines])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lesen Sie auch: Warum der Pass gesperrt bleibt", "links"),
        ("Lest auch bei uns: Ein Pass, zwei Zöllner", "links"),
        ("Mehr zum Thema: Die Straße in Zahlen", "links"),
        ("Das könnte Sie auch interessieren", "links"),
        ("Quellen: Ministerium, eigene Recherche", "sources"),
        ("Mit Material der Agenturen dpa und AFP", "sources"),
        ("Newsletter »Seidenstraße«: jeden Montag kostenlos in Ihr Postfach", "newsletter"),
        ("Abonnieren Sie unseren Rundbrief, er erscheint jeden Freitag.", "newsletter"),
        ("Gefällt Ihnen unsere Arbeit? Unterstützen Sie uns mit einem Abo.", "newsletter"),
        ("Diese Seite verwendet Cookies. Mehr erfahren", "cookies"),
        ("Teilen · Drucken · Merken", "navigation"),
        ("Folgt uns auf Telegram, Facebook oder Instagram!", "newsletter"),
        ("© dpa-infocom, dpa:250304-99-123456/2", "imprint"),
        ("AFP/mk/ls", "imprint"),
        ("Dieser Text wurde aus dem Kirgisischen übersetzt und gekürzt.", "imprint"),
        ("Das Interview führte Ben Beispiel. Es wurde vor der Veröffentlichung autorisiert.", "imprint"),
        ("Aus dem Englischen von Karla Winter", "byline"),
        ("Die Autorin leitet das Ressort Wirtschaft.", "byline"),
        ("Ada Muster für Wochenblatt", "byline"),
        ("Die Passstraße im Winter. Foto: Archiv", "caption"),
        ("Bild: Die Ministerin (links) mit dem Bürgermeister", "caption"),
        ("Ein Lastwagen vor dem Tunnel. (Bild: sdn)", "caption"),
        ("OschStraßenbauKirgistan", "navigation"),
    ],
)
def test_a_notice_after_the_body_is_known_by_its_wording_or_shape(line, kind):
    assert kinds(article(line)) == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "Eine Entscheidung soll im März fallen.",
        "Armenien friert seine Mitgliedschaft in der Organisation vorerst ein.",
        "Die nächste Ausgabe der Messe soll in Bischkek stattfinden.",
        "Unterstützt wurde der Antrag von Ghana und Kanada.",
        "»Wir suchen ein größeres Büro«, sagte er nur.",
        "Am Suezkanal warten weiter 40 Schiffe: Die Durchfahrt bleibt bis Freitag gesperrt.",
    ],
)
def test_a_last_sentence_of_the_body_is_not_lost(line):
    assert kinds(article(line)) == {}


def test_headings_inside_the_body_are_text():
    assert kinds(article("Streit um das Geld", FIRST)) == {}


def test_a_source_list_ends_where_the_body_goes_on():
    text = article(
        "Quellen", "Wochenblatt", "The road to Osch", FIRST.replace("Dienstag", "Montag"), "Zum Schluss:", SECOND
    )
    assert kinds(text) == {"Quellen": "sources", "Wochenblatt": "sources", "The road to Osch": "sources"}


def test_a_notice_glued_to_the_next_sentence():
    notice = "Unser Magazin lebt von Ehrenamtlichen und von eurer Unterstützung!"
    text = article(f"{notice}{FIRST}")
    assert kinds(text) == {notice: "newsletter"}


def test_a_caption_that_leads_is_text_and_its_credit_is_not():
    text = "\n\n".join(
        ["Straße nach Osch", "Die Ministerin in Osch (Foto: Archiv)\nScreenshot Video: Wochenblatt", FIRST, SECOND]
    )
    assert kinds(text) == {"Screenshot Video: Wochenblatt": "caption"}


def test_a_masthead_is_passed_over_and_a_repeated_sentence_is_text():
    text = "\n".join(["Wochenblatt", "Straße nach Osch", FIRST, SECOND, SECOND, "Wochenblatt"])
    layout = read_layout(text)
    assert layout.title == "Straße nach Osch"
    assert [text[slice(*item.span)] for item in layout.boilerplate] == ["Wochenblatt", "Wochenblatt"]
    assert layout.boilerplate[0].kind is BoilerplateKind.REPEATED


def test_a_headline_under_the_text():
    text = f"{FIRST}\n{SECOND}\nKarla Winter für Wochenblatt\nMinisterin in Osch: Verband prüft Vertrag"
    layout = read_layout(text)
    assert layout.title == "Ministerin in Osch: Verband prüft Vertrag"
    assert (layout.authors, layout.publisher) == (("Karla Winter",), "Wochenblatt")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Von Ada Muster", ("Ada Muster",)),
        ("Von Ada Muster und Ben van der Beispiel, Tel Aviv", ("Ada Muster", "Ben van der Beispiel")),
        ("Von Ada Muster, Ben Beispiel und Cem Çelik", ("Ada Muster", "Ben Beispiel", "Cem Çelik")),
        ("Ada Muster, Genf (sdn)", ("Ada Muster",)),
        ("Ein Kommentar von Ada Muster", ("Ada Muster",)),
        ("Bearbeitet von: Ирина Соколова", ()),
    ],
)
def test_bylines(byline, authors):
    text = f"Straße nach Osch\n{byline}\n\n{FIRST}\n\n{SECOND}"
    assert read_layout(text).authors == authors
    assert kinds(text) == {byline: "byline"}


@pytest.mark.parametrize(
    ("text", "published", "basis", "publisher"),
    [
        (f"Straße nach Osch\n\nOsch (dpa) – {FIRST}", None, None, "dpa"),
        (f"Straße nach Osch\n\nOsch/Bischkek, 4. März 2025 – {FIRST}", "2025-03-04", DateBasis.DATELINE, None),
        (f"Straße nach Osch\n\nOsch/Bischkek, 4. März – {FIRST}", None, None, None),
        (f"Straße nach Osch\n\nFrankfurt (Oder) – {FIRST}", None, None, None),
        (f"Straße nach Osch\nPressespiegel, Bern, 4. März 2025\n\n{FIRST}", "2025-03-04", DateBasis.DATELINE, None),
        (article("© dpa-infocom, dpa:250304-99-123456/2"), "2025-03-04", DateBasis.METADATA, None),
        (article(head="Was seit dem 4. März 2025 geschah"), None, None, None),
    ],
)
def test_dates_and_agencies_of_the_head(text, published, basis, publisher):
    layout = read_layout(text)
    assert (layout.published, layout.basis, layout.publisher) == (published, basis, publisher)


def test_datelines_are_text():
    assert kinds(f"Straße nach Osch\n\nOsch (dpa) – {FIRST}\n\n{SECOND}") == {}


@pytest.mark.parametrize(
    ("gold", "texts"),
    [
        ("gold/seeds", "seeds"),
        ("gold/articles", "gold/articles"),
        ("corpora/kgbuild-articles/dev/gold", "corpora/kgbuild-articles/dev/texts"),
        ("corpora/kgbuild-articles/train/gold", "corpora/kgbuild-articles/train/texts"),
    ],
)
def test_the_lines_of_annotated_articles(shared, gold, texts):
    """Nearly every boilerplate line is found, and no line of the body is lost."""
    found = missed = 0
    lost = []
    for path in sorted((shared / gold).glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        notices = expected.get("boilerplate") or []
        [read_article] = read(discover([shared / texts / expected["article"]])[0])
        text = read_article.text
        spans = [text[slice(*item.span)] for item in read_article.boilerplate]
        for notice in notices:
            hit = any(notice in span for span in spans)
            found, missed = found + hit, missed + (not hit)
        lost += [span for span in spans if not any(notice in span or span in notice for notice in notices)]
    assert lost == []
    assert found / (found + missed) >= 0.98
