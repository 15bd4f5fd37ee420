"""The tokens of a formula, taken one after another."""

from tutor.maths import symbols


class MalformedTexError(ValueError):
    """The source breaks the grammar; `code` says how."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Source:
    """Tokens and a place among them; what does not follow raises `MalformedTexError`."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def _peek(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self) -> str:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _skip_blanks(self) -> str | None:
        while (token := self._peek()) is not None and token.isspace():
            self._at += 1
        return self._peek()

    def _expect(self, token: str, code: str) -> None:
        if self._peek() != token:
            raise MalformedTexError(code)
        self._at += 1

    def _raw_group(self) -> list[str]:
        """The tokens of a group that is not mathematics."""
        if self._skip_blanks() != "{":
            raise MalformedTexError("argument-missing")
        self._at += 1
        depth = 1
        raw: list[str] = []
        while (token := self._peek()) is not None:
            self._at += 1
            depth += {"{": 1, "}": -1}.get(token, 0)
            if depth == 0:
                return raw
            raw.append(token)
        raise MalformedTexError("brace-unclosed")

    def _delimiter(self) -> str:
        token = self._skip_blanks()
        if token is None or token in "{}^_&" or token.isspace():
            raise MalformedTexError("delimiter-missing")
        self._at += 1
        if token == ".":
            return ""
        if token[0] != "\\":
            return {"<": "⟨", ">": "⟩"}.get(token, token)
        sign = symbols.SYMBOLS.get(token[1:])
        if sign is None:
            raise MalformedTexError("delimiter-missing")
        return sign.text
