"""How reading goes wrong: one bad file is a value, a wrong input is an error."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be used, and why; the others are not affected."""

    source: str
    """Path relative to the ingested folder, as in ``Article.source``."""
    reason: str
    """One line that a user understands."""


class UnreadableArticle(Exception):  # noqa: N818 (says what is wrong)
    """A file, or one line of a ``.jsonl``, that is not a usable German article."""

    def __init__(self, source: str, reason: str) -> None:
        """Name the file by its ``source`` and say in one line why it is unusable."""
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[UnreadableArticle], tuple[str, str]]:
        # Exceptions are rebuilt from ``args``, which holds the joined message; worker processes send them across.
        return type(self), (self.source, self.reason)

    def failure(self) -> Failure:
        """The same as a value."""
        return Failure(self.source, self.reason)


class Unusable(Exception):  # noqa: N818
    """Why bytes or values are no article, raised where the file's name is not known; one line."""


class NoSuchInput(Exception):  # noqa: N818
    """An input that the user named is neither a file nor a folder nor a pattern that matches one."""
