# One lock, with uv and without it: .venv is remade when the lock or pyproject.toml changes.
PY ?= python3
UV := $(shell command -v uv 2>/dev/null)
SCRIPTS := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
BIN := .venv/$(SCRIPTS)
# Oracles get an environment of their own: PyTorch is large, and on some machines brings CUDA along.
ORACLES := .venv-oracles
TORCH := torch==2.13.0
# What editors run for YAML, for the test of the schemas; without npm that test is skipped.
EDITORS := build/editors
NPM := $(shell command -v npm 2>/dev/null)

.PHONY: run editors test cover check content fmt snap bench oracles wheel-test pictures curriculum lock clean

run: .venv/.ready
	@$(BIN)/tutor

test: check
ifdef NPM
	@$(MAKE) -s editors || echo "without $(EDITORS) the schemas are not tried in an editor's server"
endif
	$(BIN)/python -m pytest -q -n 4 --dist worksteal

# The tests once more, counting which lines and branches they reach; that takes twice as long.
cover: .venv/.ready
	$(BIN)/python -m pytest -q -n 2 --cov --cov-report=term

check: .venv/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The bundled pack as its authors check it: every live card with a hundred draws, every edit of every
# step and every cell of every demo, where the tests try those of some.
content: .venv/.ready
	TUTOR_HOME=build/content $(BIN)/tutor check --plain
	TUTOR_EVERY_DEMO=1 $(BIN)/python -m pytest -q -n 2 tests/live tests/demo

fmt: .venv/.ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Takes the screens as they are now for right: look at the difference before you commit it.
snap: .venv/.ready
	$(BIN)/python -m pytest tests/ui --snapshot-update

# Measures how long things take here and writes docs/benchmarks.md; nothing fails on it. The homes
# it makes are kept in build/bench (half a GB). `make bench DATE=2026-01-31` has the page name the
# day; `python tests/bench/bench.py --quick` measures small homes in a quarter of a minute.
bench: .venv/.ready
	$(BIN)/python tests/bench/bench.py --out docs/benchmarks.md --date "$(DATE)"

# The pictures of the README and of the guides, drawn from the real screen, and the guides' tables of keys.
pictures: .venv/.ready
	$(BIN)/python -m docs.keys docs
	$(BIN)/python -m docs.pictures docs/pictures

# The page of what there is to learn, from content/.
curriculum: .venv/.ready
	$(BIN)/python -m docs.curriculum docs/curriculum.md

# The versions are those of the lock in tests/editors.
editors: $(EDITORS)/.ready

$(EDITORS)/.ready: tests/editors/package.json tests/editors/package-lock.json
	@mkdir -p $(EDITORS)
	@cp tests/editors/package.json tests/editors/package-lock.json tests/editors/.npmrc $(EDITORS)
	npm ci --prefix $(EDITORS) --silent
	@touch $@

# Asks PyTorch anew and fails where it answers otherwise than the committed files say.
oracles: $(ORACLES)/.ready
	$(ORACLES)/$(SCRIPTS)/python tests/oracles/ask_torch.py

$(ORACLES)/.ready: Makefile
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "tutor needs Python 3.11 or newer; PY=... names one"; exit 1; }
	$(PY) -m venv $(ORACLES)
	$(ORACLES)/$(SCRIPTS)/python -m pip install -q $(TORCH) numpy
	@touch $@

# The tests once more, against the built wheel and without this checkout.
wheel-test: .venv/.ready
	$(BIN)/python tests/wheel.py

lock:
	uv pip compile -q --universal --generate-hashes --no-header --no-strip-extras --group dev --python-version 3.11 --upgrade pyproject.toml -o requirements.lock

clean:
	rm -rf .venv $(ORACLES) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*

.venv/.ready: pyproject.toml requirements.lock
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "tutor needs Python 3.11 or newer; PY=... names one"; exit 1; }
	@echo "setting up .venv ..."
ifdef UV
	@uv venv -q --allow-existing -p $(PY) .venv
	@uv pip sync -q --require-hashes -p $(BIN)/python requirements.lock
	@uv pip install -q -p $(BIN)/python --no-deps -e .
else
	@$(PY) -m venv --without-pip .venv
	@$(PY) -m pip --python $(BIN)/python install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PY) -m pip --python $(BIN)/python install -q --disable-pip-version-check --no-deps -e .
endif
	@touch $@
