"""``python -m kgbuild``."""

from kgbuild.cli import app

app()
