"""From the text of an article to a spaCy ``Doc`` with everything the text shows on its surface."""

from kgbuild.language.pipeline import MissingPipelineError, fingerprint, load, read

__all__ = ["MissingPipelineError", "fingerprint", "load", "read"]
