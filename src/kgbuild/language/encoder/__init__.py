"""The encoder: one ONNX graph that tags, parses, lemmatises, splits and names."""

from kgbuild.language.encoder.component import FACTORY, Encoder

__all__ = ["FACTORY", "Encoder"]
