"""The settings of editors: what is put in, what is taken out, and all else byte for byte."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.packs.installing import (
    ByHandError,
    make,
    neovim,
    neovim_config,
    vscode,
    vscode_settings,
)
from tutor.packs.jsonc import NotJsonError, read_object, several_lines

KEPT = [
    "{}",
    "{ }\n",
    "{\n}\n",
    '{"editor.fontSize": 12}',
    '{ "editor.fontSize" : 12 , }',
    '{\n  "editor.fontSize": 12\n}\n',
    '{\r\n\t"a": [1, 2,],\r\n\t"b": {"c": null}\r\n}\r\n',
    '// mine\n{ // big\n    /* x { */ "a": "// no \\" comment", // 1\n    "b": 2, // 2\n}\n// end',
    '\ufeff{\n    "a": 1.5e3\n}',
    '{\n  "yaml.schemas": {\n    "other.json": "*.yaml" // mine\n  },\n  "b": true\n}\n',
    '{"yaml.schemas": {"other.json": "*.yaml"}}',
    '{"yaml.schemas": {}}',
    "  \n/**/{/* only this */}",
]
NOT_OURS = [
    "",
    "[1]",
    '{"a": 1',
    '{"a" 1}',
    '{"a": 01}',
    "{'a': 1}",
    '{"a": 1} {}',
    '{"yaml.schemas": "none"}',
    '{"yaml.schemas": {".schema/concept.json": "mine.yaml"}}',
    '{"yaml.schemas": {}, "yaml.schemas": {}}',
    '{"a": ' + "[" * 5000 + "]" * 5000 + "}",
    '{"a": "\x01"}',
    '{"a": /* 1}',
]


def settings(pack: Path, data: bytes) -> Path:
    file = pack / ".vscode" / "settings.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def plain(text: str) -> object:
    """What an editor reads in settings that have no comment inside a string."""
    text = re.sub(r'("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/', lambda m: m[1] or "", text, flags=re.S)
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", text).removeprefix("\ufeff"))


def install(pack: Path) -> None:
    change = vscode(pack, installed=True)
    assert change is not None
    make(change)


def remove(pack: Path) -> None:
    change = vscode(pack, installed=False)
    assert change is not None
    make(change)


def test_a_pack_below_a_hidden_folder_is_named_from_there_on() -> None:
    pack = Path("/home/me/.local/share/my (own) 팩")
    assert vscode_settings(pack)[".schema/tracks.json"] == [
        ".local/share/my%20*own*%20%ED%8C%A9/content/tracks.yaml"
    ]
    assert vscode_settings(Path("/home/me/pack"))[".schema/concept.json"] == [
        "content/**/*.yaml",
        "content/**/*.yml",
        "!content/glossary.yaml",
        "!content/tracks.yaml",
    ]


def test_a_file_of_ours_comes_and_goes_with_its_folder(tmp_path: Path) -> None:
    install(tmp_path)
    file = tmp_path / ".vscode" / "settings.json"
    assert json.loads(file.read_bytes()) == {"yaml.schemas": vscode_settings(tmp_path)}
    assert vscode(tmp_path, installed=True) is None
    remove(tmp_path)
    assert not any(tmp_path.iterdir())
    assert vscode(tmp_path, installed=False) is None


@pytest.mark.parametrize("text", KEPT)
def test_settings_that_are_there_get_ours_beside_them_and_back(tmp_path: Path, text: str) -> None:
    file = settings(tmp_path, text.encode())
    install(tmp_path)
    read = plain(file.read_bytes().decode())
    assert isinstance(read, dict)
    assert vscode_settings(tmp_path).items() <= read.pop("yaml.schemas").items()
    assert read.items() <= plain(text).items()  # type: ignore[attr-defined]
    assert vscode(tmp_path, installed=True) is None
    remove(tmp_path)
    assert file.read_bytes() == text.encode()


@pytest.mark.parametrize("text", NOT_OURS[1:])
def test_what_cannot_be_edited_safely_is_left_to_the_learner(tmp_path: Path, text: str) -> None:
    file = settings(tmp_path, text.encode())
    with pytest.raises(ByHandError) as caught:
        vscode(tmp_path, installed=True)
    assert json.loads(f"{{{caught.value.lines}}}")["yaml.schemas"] == vscode_settings(tmp_path)
    assert file.read_bytes() == text.encode()


def test_settings_that_are_not_utf_8_are_left_to_the_learner(tmp_path: Path) -> None:
    settings(tmp_path, '{"a": "가"}'.encode("cp949"))
    with pytest.raises(ByHandError):
        vscode(tmp_path, installed=True)
    assert vscode(tmp_path, installed=False) is None


def test_settings_follow_a_pack_that_has_moved(tmp_path: Path) -> None:
    first, then = tmp_path / "pack", tmp_path / ".hidden" / "pack"
    install(first)
    first.rename(then.parent.mkdir() or then)  # type: ignore[func-returns-value]
    install(then)
    read = json.loads((then / ".vscode" / "settings.json").read_bytes())
    assert read == {"yaml.schemas": vscode_settings(then)}
    then.rename(first)
    remove(first)
    assert plain((first / ".vscode" / "settings.json").read_text("utf-8")) == {}


def test_what_was_changed_since_is_not_taken_out(tmp_path: Path) -> None:
    install(tmp_path)
    file = tmp_path / ".vscode" / "settings.json"
    text = file.read_text(encoding="utf-8")
    text = text.replace('["content/glossary.yaml"]', '["content/glossary.yaml", "mine.yaml"]')
    file.write_text(text, encoding="utf-8")
    remove(tmp_path)
    kept = {".schema/glossary.json": ["content/glossary.yaml", "mine.yaml"]}
    assert plain(file.read_text(encoding="utf-8")) == {"yaml.schemas": kept}


def test_ours_may_have_become_the_last_setting(tmp_path: Path) -> None:
    ours = several_lines("yaml.schemas", vscode_settings(tmp_path), "    ", "\n")
    file = settings(tmp_path, f'{{\n    "a": 1, // one\n    {ours}\n}}\n'.encode())
    assert vscode(tmp_path, installed=True) is None
    remove(tmp_path)
    assert file.read_bytes() == b'{\n    "a": 1 // one\n}\n'


BLANKS = st.sampled_from(["", " ", "\n  ", "\r\n\t", " // c\n", "/* , } */", "\n"])
VALUES = st.recursive(
    st.sampled_from(["1", "-0.5", "true", "null", '"a"', '"{"', '"\\u00e9\\\\"', '"// x"']),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda values: "[" + ",".join(values) + "]"),
        st.lists(inner, max_size=3).map(
            lambda values: "{" + ",".join(f'"{n}":{v}' for n, v in enumerate(values)) + "}"
        ),
    ),
    max_leaves=5,
)


@st.composite
def jsonc(draw: st.DrawFn) -> str:
    """An object as somebody may have written it."""
    parts = []
    count = draw(st.integers(0, 3))
    for number in range(count):
        comma = "," if number < count - 1 or draw(st.booleans()) else ""
        value = draw(VALUES)
        parts += [draw(BLANKS), f'"k{number}"', draw(BLANKS), ":", draw(BLANKS), value]
        parts += [draw(BLANKS), comma]
    return draw(BLANKS) + "{" + "".join(parts) + draw(BLANKS) + "}" + draw(BLANKS)


@given(jsonc())
def test_whatever_the_settings_are_they_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    pack = tmp_path_factory.getbasetemp() / "settings"
    file = settings(pack, text.encode())
    install(pack)
    root = read_object(file.read_bytes().decode())
    assert [m.key for m in root.members[1:]] == [m.key for m in read_object(text).members]
    remove(pack)
    assert file.read_bytes() == text.encode()


@given(st.text(st.sampled_from('{}[]:,"\\/*\n 1ae-.'), max_size=60))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    try:
        read_object(text)
    except NotJsonError:
        return
    assert isinstance(plain(text), dict)


def test_neovims_file_comes_and_goes(tmp_path: Path) -> None:
    config, pack = tmp_path / "nvim", tmp_path / 'my "pack"'
    change = neovim(config, pack, installed=True)
    assert change is not None
    make(change)
    assert neovim(config, pack, installed=True) is None
    moved = neovim(config, tmp_path / "elsewhere", installed=True)
    assert moved is not None
    make(moved)
    assert "elsewhere" in change.file.read_text(encoding="utf-8")
    gone = neovim(config, pack, installed=False)
    assert gone is not None
    make(gone)
    assert not (config / "after").exists()
    assert neovim(config, pack, installed=False) is None


@pytest.mark.parametrize("more", ["-- mine\n", "return {}\n"])
def test_neovims_file_of_somebody_else_is_left(tmp_path: Path, more: str) -> None:
    change = neovim(tmp_path, tmp_path / "pack", installed=True)
    assert change is not None
    for text in (more, f"{change.lines}{more}"):
        change.file.parent.mkdir(parents=True, exist_ok=True)
        change.file.write_text(text, encoding="utf-8")
        with pytest.raises(ByHandError) as caught:
            neovim(tmp_path, tmp_path / "pack", installed=True)
        assert caught.value.lines == change.lines
        assert neovim(tmp_path, tmp_path / "pack", installed=False) is None


@pytest.mark.parametrize(
    ("environ", "windows", "folder"),
    [
        ({}, False, "home/.config/nvim"),
        ({"XDG_CONFIG_HOME": "x"}, False, "x/nvim"),
        ({"XDG_CONFIG_HOME": "x", "LOCALAPPDATA": "y"}, True, "x/nvim"),
        ({"LOCALAPPDATA": "y"}, True, "y/nvim"),
        ({}, True, "home/AppData/Local/nvim"),
        ({"NVIM_APPNAME": "mine"}, False, "home/.config/mine"),
    ],
)
def test_each_system_has_its_place_for_neovims_settings(
    environ: dict[str, str], windows: bool, folder: str
) -> None:
    assert neovim_config(environ, Path("home"), windows=windows) == Path(folder)
