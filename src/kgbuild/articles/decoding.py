"""Bytes → text: the encoding is found out, never assumed; line ends become line feeds; nothing else is changed.

The order of the rules is what makes them dependable on German text: byte order marks; UTF-16 by its pattern of zero
bytes; UTF-8, whose multi-byte sequences do not arise by chance; and only then a single-byte code page, the one that
gives the most letters and marks that German uses. Statistical detectors of all code pages go wrong exactly here: for
short German texts with few umlauts charset-normalizer answers with ``mac_iceland`` or ``cp1250``
(jawah/charset_normalizer, issues 477 and 624).
"""

from __future__ import annotations

import codecs
import re

from kgbuild.articles.failure import Unusable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ("cp1252", "latin-1", "mac_roman", "cp850")
"""In order of preference where they do equally well."""
_EXPECTED = frozenset("äöüÄÖÜßẞéèêëàâáíóúçñøåæœšžčćńłığşãõôîïÉÁÇØÅŠŽ„“”‚‘’«»‹›–—…•·©®°§€£½¼¾²³µ×±†\u00a0\u00ad")
_MISPLACED = re.compile(r"(?<=[a-z])[^\x00-\x7f’·\xada-zß-öø-ÿœšžčćńłığş](?=[a-z])")
"""A mark or capital in the middle of a word: the sign that another code page was meant (``m„chtig``)."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile(r"\r\n?")
_SAMPLE = 4096
MAX_CONTROL_SHARE = 0.002
"""More control characters than this share of a text mean that it is no text."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text that the bytes stand for, with line feeds as line ends.

    Args:
        data: a file's bytes.
        declared: an encoding that the file itself names (HTML's ``<meta charset>``), believed only where the bytes do
            not tell and fit.

    Raises:
        Unusable: the bytes are no text.
    """
    text = _LINE_END.sub("\n", _decoded(data, declared))
    if "\0" in text or len(_CONTROL.findall(text)) > max(1, len(text) * MAX_CONTROL_SHARE):
        raise Unusable("binary data, not text")
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise Unusable(f"begins as {encoding} but is not: broken or binary") from None
    wide = _utf16_by_zeros(data)
    if wide is not None:
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    damaged = _damaged_utf8(data)
    if damaged is not None:
        return damaged
    if declared is not None:
        try:
            return data.decode(declared)
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    return _single_byte(data)


def _utf16_by_zeros(data: bytes) -> str | None:
    """Text in UTF-16 without a mark: nearly every other byte of Latin text is zero, always on the same side."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or not sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    for share, other, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if share > 0.7 * half and other < 0.05 * half:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes (cut off, glued): whole sequences far outnumber what does not fit."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(1 for letter in text if letter > "\x7f") - broken
    return text if whole > 4 * broken else None


def _single_byte(data: bytes) -> str:
    candidates = []
    for rank, encoding in enumerate(_CODE_PAGES):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = sum(letter > "\x7f" and letter not in _EXPECTED for letter in text)
        candidates.append((strange + len(_MISPLACED.findall(text)), rank, text))
    return min(candidates)[2]  # Latin-1 decodes anything, so there is one
