"""From the text of an article to a spaCy ``Doc`` with everything the text shows on its surface."""

from kgbuild.language.pipeline import MissingPipelineError, identity, load, read

__all__ = ["MissingPipelineError", "identity", "load", "read"]
