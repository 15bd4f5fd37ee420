"""The words of setting up editors, in Korean."""

SENTENCES: dict[str, str] = {
    "schema.vscode": "VS Code",
    "schema.neovim": "Neovim",
    "schema.put": "{editor}: {file}에 이 줄들을 넣으려고 합니다:",
    "schema.take": "{editor}: {file}에서 이 줄들을 빼려고 합니다:",
    "schema.sure": "그렇게 할까요 (y/N)?",
    "schema.put_in": "{editor}: 넣었습니다.",
    "schema.taken_out": "{editor}: 뺐습니다.",
    "schema.left": "{editor}: 바뀐 것이 없습니다.",
    "schema.there": "{editor}: {file}에 이미 있습니다.",
    "schema.not_there": "{editor}: {file}에 tutor가 넣은 것이 없습니다.",
    "schema.absent": "{editor}: 이 컴퓨터에서 찾지 못했습니다 ({folder|이가} 없습니다).",
    "schema.by_hand": "{editor}: {file}에 직접 쓰신 것이 있어 안전하게 고칠 수 없습니다. "
    "이 줄들을 직접 넣으세요:",
    "schema.by_hand_out": "{editor}: {file}에 직접 쓰신 것이 있어 안전하게 고칠 수 없습니다. "
    "이 줄들을 직접 빼세요:",
    "schema.needs.vscode": "VS Code에서 {pack} 폴더를 여세요. Red Hat의 확장 YAML"
    "(redhat.vscode-yaml)이 있어야 합니다.",
    "schema.needs.neovim": "Neovim 0.11과 yaml-language-server가 있어야 하고, init.lua에 "
    "vim.lsp.enable('yamlls')가 있어야 합니다.",
    "schema.only_yes": "--yes는 --install이나 --remove와 함께 씁니다.",
}
