"""Where the tutor keeps what it keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one learner: data (log, backups, own pack), settings, and what is derived."""

    data: Path
    config: Path
    cache: Path

    @property
    def database(self) -> Path:
        """The log of all that was learnt."""
        return self.data / "tutor.db"

    @property
    def pack(self) -> Path:
        """The learner's own cards and demos."""
        return self.data / "pack"

    @property
    def trust(self) -> Path:
        """Which packs may run their demos; absent until one was trusted."""
        return self.data / "trusted.json"

    @property
    def rehearsed(self) -> Path:
        """What came of the first runs of demos; may be thrown away."""
        return self.cache / "rehearsed.json"

    @property
    def settings(self) -> Path:
        """The settings, TOML; absent until something is set."""
        return self.config / "settings.toml"


def find_home(environ: Mapping[str, str]) -> Home:
    """One folder for everything where `TUTOR_HOME` is set, else the platform's own places."""
    if named := environ.get("TUTOR_HOME"):
        folder = Path(named).expanduser()
        return Home(data=folder, config=folder, cache=folder)
    import platformdirs

    return Home(
        data=Path(platformdirs.user_data_dir("tutor", appauthor=False)),
        config=Path(platformdirs.user_config_dir("tutor", appauthor=False)),
        cache=Path(platformdirs.user_cache_dir("tutor", appauthor=False)),
    )
