"""What can go wrong with a store, in words for its user."""


class StoreError(Exception):
    """The store is absent, in use, damaged or of another version."""


class QueryError(Exception):
    """A query is not valid SPARQL, or a ready query was asked wrongly."""
