"""The YAML language server that editors run, spoken to over its pipes as an editor does."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

Message: TypeAlias = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "build/editors/node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 30.0
"""So many seconds without a word of the server are a fault of it."""
QUIET: Mapping[str, object] = {
    "schemaStore": {"enable": False, "url": ""},
    "kubernetesCRDStore": {"enable": False},
}
"""Nothing is fetched: what a file may hold is said by the schemas on the disk alone."""
NOWHERE = "http://127.0.0.1:9"
"""A proxy where nobody answers, should anything be fetched nevertheless."""


class LanguageServer:
    """A server over one folder, with the settings of an editor's section `yaml`."""

    def __init__(self, node: str, folder: Path, settings: Mapping[str, object]) -> None:
        self.settings = {**QUIET, "validate": True, "completion": True, "hover": True, **settings}
        self.process = subprocess.Popen(
            [node, str(SCRIPT), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"http_proxy": NOWHERE, "https_proxy": NOWHERE},
        )
        self.heard: queue.Queue[Message | None] = queue.Queue()
        self.answers: dict[int, Any] = {}
        self.found: defaultdict[str, dict[int, list[Message]]] = defaultdict(dict)
        self.versions: defaultdict[str, int] = defaultdict(int)
        self.asked = 0
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        root = folder.as_uri()
        workspace = {"configuration": True, "workspaceFolders": True}
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": folder.name}],
                "capabilities": {
                    "workspace": workspace,
                    "textDocument": {"publishDiagnostics": {"versionSupport": True}},
                },
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": self.settings}})

    def close(self) -> None:
        """End the server."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait(PATIENCE)
        self.listener.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    def faults(self, file: Path, text: str) -> list[Message]:
        """What the server has against the text of a file, by line and column."""
        return self.all_faults({file: text})[file]

    def all_faults(self, texts: Mapping[Path, str]) -> dict[Path, list[Message]]:
        """What the server has against several files; it looks at them all at once."""
        versions = {file: self._show(file.as_uri(), text) for file, text in texts.items()}
        return {file: self._faults_of(file.as_uri(), version) for file, version in versions.items()}

    def _faults_of(self, uri: str, version: int) -> list[Message]:
        while version not in self.found[uri]:
            self._hear()
        found = self.found[uri][version]
        return sorted(found, key=lambda one: list(one["range"]["start"].values()))

    def offers(self, file: Path, text: str) -> dict[str, Message]:
        """What may be typed where `|` stands in the text, by its label."""
        before, _, after = text.partition("|")
        line = before.count("\n")
        at = {"line": line, "character": len(before) - before.rfind("\n") - 1}
        uri = file.as_uri()
        self._show(uri, before + after)
        asked = self.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": at})
        return {item["label"]: item for item in asked["items"]}

    def explained(self, file: Path, text: str, line: int, column: int) -> str:
        """What is shown when the pointer rests on a place (lines and columns from 1)."""
        uri = file.as_uri()
        self._show(uri, text)
        at = {"line": line - 1, "character": column - 1}
        shown = self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})
        return "" if shown is None else str(shown["contents"]["value"])

    def ask(self, method: str, params: object) -> Any:
        """Send a request and wait for its result."""
        self.asked += 1
        number = self.asked
        self._send({"id": number, "method": method, "params": params})
        while number not in self.answers:
            self._hear()
        return self.answers.pop(number)

    def tell(self, method: str, params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def _show(self, uri: str, text: str) -> int:
        self.versions[uri] += 1
        version = self.versions[uri]
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        else:
            document = {"uri": uri, "version": version}
            changes = [{"text": text}]
            whole = {"textDocument": document, "contentChanges": changes}
            self.tell("textDocument/didChange", whole)
        return version

    def _send(self, message: Message) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.process.stdin.flush()

    def _hear(self) -> None:
        """Take one message and do with it what an editor does."""
        message = self.heard.get(timeout=PATIENCE)
        if message is None:
            raise EOFError("the language server has ended")
        method = message.get("method")
        if method is None:
            if "error" in message:
                raise RuntimeError(message["error"])
            self.answers[message["id"]] = message["result"]
        elif method == "workspace/configuration":
            sections = [item["section"] for item in message["params"]["items"]]
            result = [self.settings if name == "yaml" else {} for name in sections]
            self._send({"id": message["id"], "result": result})
        elif method == "textDocument/publishDiagnostics":
            params = message["params"]
            version = params.get("version", self.versions[params["uri"]])
            self.found[params["uri"]][version] = params["diagnostics"]
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                header = stream.readline()
            self.heard.put(json.loads(stream.read(length)))
        self.heard.put(None)
