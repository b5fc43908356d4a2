import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kgbuild.articles.decoding import decode
from kgbuild.articles.failure import Unusable

TEXT = "Der Präsident reiste »überraschend« nach Größenwahn – für 3 € das Stück.\nŠkoda fährt mit.\n"
SHORT = "Mächtige Männer saßen früh auf."
printable = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=200)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_german_text_in_any_usual_encoding(encoding):
    text = TEXT if encoding != "mac_roman" else TEXT.replace("Š", "S")
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "mac_roman", "cp850"])
def test_a_short_text_with_few_umlauts(encoding):
    assert decode(SHORT.encode(encoding)) == SHORT


def test_line_ends_are_unified_and_nothing_else_is_changed():
    assert decode(b"  a\r\nb\rc\n\n d\t\xc2\xa0 ") == "  a\nb\nc\n\n d\t\N{NO-BREAK SPACE} "


def test_a_declared_encoding_counts_only_where_the_bytes_do_not_tell():
    assert decode("Größe".encode(), "latin-1") == "Größe"
    assert decode("Ceauşescu löst".encode("iso8859-9"), "iso8859-9") == "Ceauşescu löst"
    assert decode("Größe".encode("cp1252"), "no-such-encoding") == "Größe"


def test_a_few_broken_bytes_do_not_spoil_utf8():
    assert decode("Mächtige Männer über Ölfässern".encode() + b"\xc3") == (
        "Mächtige Männer über Ölfässern\N{REPLACEMENT CHARACTER}"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0" + bytes(range(256)) * 4,
        b"%PDF-1.7\n\x01\x02\x03\x04\x05\x06\x07" + bytes(range(256)),
        b"\xff\xfe\x00\xd8\x00\xd8a",
        b"text\0text",
    ],
)
def test_binary_data_are_no_text(data):
    with pytest.raises(Unusable, match="binary"):
        decode(data)


@given(printable)
def test_every_utf8_text_comes_back(text):
    assume(not text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}"))
    assert decode(text.encode("utf-8")) == text


@given(printable)
def test_every_marked_utf16_text_comes_back(text):
    assert decode(text.encode("utf-16")) == text


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_are_refused(data):
    try:
        text = decode(data)
    except Unusable:
        return
    assert "\r" not in text
    assert "\0" not in text
    text.encode("utf-8")
