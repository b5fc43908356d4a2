"""What one article says: its mentions, what they refer to, and what it claims.

Everything here looks at one article only; ``kgbuild.resolve`` looks across articles.
"""

from kgbuild.extract.assembly import extract

__all__ = ["extract"]
