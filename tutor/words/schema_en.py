"""The words of setting up editors, in English."""

SENTENCES: dict[str, str] = {
    "schema.vscode": "VS Code",
    "schema.neovim": "Neovim",
    "schema.put": "{editor}: this would be put into {file}:",
    "schema.take": "{editor}: this would be taken out of {file}:",
    "schema.sure": "Shall it be done (y/N)?",
    "schema.put_in": "{editor}: put in.",
    "schema.taken_out": "{editor}: taken out.",
    "schema.left": "{editor}: nothing was changed.",
    "schema.there": "{editor}: it is there already, in {file}.",
    "schema.not_there": "{editor}: there is nothing of ours in {file}.",
    "schema.absent": "{editor}: not found on this machine (there is no {folder}).",
    "schema.by_hand": "{editor}: {file} holds something of yours that cannot be changed safely. "
    "Put these lines in yourself:",
    "schema.by_hand_out": "{editor}: {file} holds something of yours that cannot be changed "
    "safely. Take these lines out yourself:",
    "schema.needs.vscode": "Open the folder {pack} in it, with the extension YAML of Red Hat "
    "(redhat.vscode-yaml).",
    "schema.needs.neovim": "It needs Neovim 0.11, yaml-language-server, and "
    "vim.lsp.enable('yamlls') in init.lua.",
    "schema.only_yes": "--yes goes with --install or --remove.",
}
