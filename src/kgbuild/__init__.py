"""kgbuild."""
