"""Settings: defaults, then ``kgbuild.toml`` in the working directory, then ``KGBUILD_…`` variables, then flags."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """What a user may set; each later source overrides the earlier ones.

    Raises:
        pydantic.ValidationError: a value is of the wrong kind, or ``kgbuild.toml`` has an unknown key.
    """

    model_config = SettingsConfigDict(env_prefix="KGBUILD_", toml_file="kgbuild.toml", extra="forbid", frozen=True)

    out: Path = Path("kg")
    """Folder of the graph and of what later commands need."""
    model: str | None = None
    """An installed German spaCy pipeline to use instead of the shipped one."""
    workers: int = Field(default=1, ge=1)
    """Processes that read articles."""
    base_iri: str = "https://w3id.org/kgbuild/data/"
    """Instance IRIs are minted below it."""

    @field_validator("base_iri")
    @classmethod
    def _ends_in_separator(cls, iri: str) -> str:
        if not iri.startswith(("http://", "https://", "urn:")) or not iri.endswith(("/", "#", ":")):
            raise ValueError("must be an absolute http(s) or urn IRI that ends in '/', '#' or ':'")
        return iri

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags first, then the environment, then the file (pydantic-settings: the first source wins)."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def settings(**flags: Any) -> Settings:
    """The settings in force, with those ``flags`` that are not None on top."""
    return Settings(**{name: value for name, value in flags.items() if value is not None})
