"""`tutor schema --install` and `--remove`: said, asked, done, undone."""

import json
import os
from pathlib import Path

import pytest

from .conftest import Result, Shell


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The learner's own folder of settings, in which Neovim has one."""
    (tmp_path / "config" / "nvim").mkdir(parents=True)
    return tmp_path / "config"


def schema(shell: Shell, config: Path, *words: str, typed: str = "", lang: str = "en") -> Result:
    return shell.run(
        "schema", *words, typed=typed, XDG_CONFIG_HOME=str(config), PATH="", TUTOR_LANG=lang
    )


def files(shell: Shell, config: Path) -> tuple[Path, Path]:
    settings = shell.home / "pack" / ".vscode" / "settings.json"
    return settings, config / "nvim" / "after" / "lsp" / "yamlls.lua"


def test_each_editor_is_set_up_only_where_it_is_agreed_to(shell: Shell, config: Path) -> None:
    settings, lua = files(shell, config)
    result = schema(shell, config, "--install", typed="y\nno\n")
    assert result.code == 1
    assert settings.is_file()
    assert not lua.exists()
    for file in (settings, lua):  # both are shown before the question
        assert f"would be put into {file}:" in result.out
    assert result.out.index("yaml.schemas") < result.out.index("(y/N)?")
    assert "Neovim: nothing was changed." in result.out


def test_without_an_answer_nothing_is_written(shell: Shell, config: Path) -> None:
    result = schema(shell, config, "--install")
    assert result.code == 1
    assert not any(file.exists() for file in files(shell, config))


def test_what_was_put_in_can_be_taken_out(shell: Shell, config: Path) -> None:
    assert schema(shell, config, "--install", "--yes").code == 0
    for name in json.loads(files(shell, config)[0].read_bytes())["yaml.schemas"]:
        assert (shell.home / "pack" / name).is_file()
    again = schema(shell, config, "--install")
    assert again.code == 0
    assert again.out.count("it is there already") == 2
    assert schema(shell, config, "--remove", "--yes").code == 0
    assert not any(file.parent.exists() for file in files(shell, config))
    assert schema(shell, config, "--remove").out.count("there is nothing of ours") == 2


def test_settings_that_cannot_be_edited_are_left_with_a_word(shell: Shell, config: Path) -> None:
    settings, lua = files(shell, config)
    for file, text in ((settings, '{"yaml.schemas": 7}'), (lua, "return {}\n")):
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    result = schema(shell, config, "--install", "--yes")
    assert result.code == 1
    assert result.out.count("Put these lines in yourself:") == 2
    assert settings.read_text(encoding="utf-8") == '{"yaml.schemas": 7}'
    assert lua.read_text(encoding="utf-8") == "return {}\n"


def test_an_editor_that_is_not_there_is_passed_over(shell: Shell, tmp_path: Path) -> None:
    result = schema(shell, tmp_path / "none", "--install", "--yes", lang="ko")
    assert result.code == 0
    assert f"{tmp_path / 'none' / 'nvim'}이 없습니다" in result.out
    assert not (tmp_path / "none").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder without leave")
def test_a_folder_that_cannot_be_written_ends_in_one_line(shell: Shell, config: Path) -> None:
    shell.home.mkdir()
    shell.home.chmod(0o500)
    result = schema(shell, config, "--install", "--yes")
    shell.home.chmod(0o700)
    assert result.code == 1
    assert len(result.err.splitlines()) == 1


def test_a_file_in_the_way_of_a_folder_ends_in_one_line(shell: Shell, config: Path) -> None:
    shell.home.mkdir()
    (shell.home / "pack").write_text("", encoding="utf-8")
    result = schema(shell, config, "--install", "--yes")
    assert result.code == 1
    assert len(result.err.splitlines()) == 1


def test_yes_alone_is_a_wrong_call(shell: Shell) -> None:
    assert shell.run("schema", "--yes").code == 2
    assert shell.run("schema", "--install", "--remove").code == 2
