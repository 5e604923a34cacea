# Whosaid. `make help` lists what can be made; everything happens in .venv and in this folder.

PYTHON ?= python3
PORT ?= 8000
SEEDS ?= seeds
INDEX ?= index
WORKERS ?= 2
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input --quiet --quiet
WHOSAID := $(PY) -m search

# A stamp says what the environment holds; it is older than its cause only when there is something to install.
MADE := $(VENV)/made.stamp
RUNS := $(VENV)/run.stamp
TESTS := $(VENV)/dev.stamp
PEERS := $(VENV)/bench.stamp

MEASURED := bench-results
COMMA := ,

.DEFAULT_GOAL := help
.PHONY: help run test index serve check bench bench-large torture lock screenshots clean always

help: ## List these targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: $(RUNS) ## Set up, index the articles and serve the search page (PORT=8000)
	@$(WHOSAID) index $(SEEDS) --index $(INDEX) --prune || test $$? -eq 1
	@exec $(WHOSAID) serve --index $(INDEX) --port $(PORT)

test: $(TESTS) ## Set up and run all tests (ARGS="-k speaker" for some)
	@$(PY) -m pytest -n $(WORKERS) $(ARGS)

index: $(RUNS) ## Build the index again as far as something changed
	@$(WHOSAID) index $(SEEDS) --index $(INDEX)

serve: $(RUNS) ## Serve the index as it is (PORT=8000)
	@exec $(WHOSAID) serve --index $(INDEX) --port $(PORT)

check: $(TESTS) ## Lint, formatting, types, and whether the documents tell the truth
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --strict
	@$(PY) -m pytest -q tests/docs tests/test_architecture.py tests/test_packaging.py
	@$(WHOSAID) evaluate attribution tests/judgements --authority none --floors tests/judgements/floors.toml

# A corpus of $(1) passages, its questions, builds of $(2), and the questions put to $(3) in turn.
define measured
	@rm -rf $(MEASURED)/$(1)
	@nice $(PY) -m bench corpus --passages $(1) --out $(MEASURED)/$(1)/corpus
	@nice $(PY) -m bench queries --corpus $(MEASURED)/$(1)/corpus --out $(MEASURED)/$(1)/queries.jsonl
	@nice $(PY) -m bench index --corpus $(MEASURED)/$(1)/corpus --indexes $(MEASURED)/$(1) --size $(1) --engines $(2)
	@nice $(PY) -m bench query --corpus $(MEASURED)/$(1)/corpus --indexes $(MEASURED)/$(1) --size $(1) --engines $(3) \
	    --queries $(MEASURED)/$(1)/queries.jsonl --interleave --rounds 2
	@nice $(PY) -m bench serving --corpus $(MEASURED)/$(1)/corpus --indexes $(MEASURED)/$(1) --size $(1) \
	    --queries $(MEASURED)/$(1)/queries.jsonl
endef

bench: $(PEERS) ## Measure the search with 10,000 and 100,000 passages beside other engines (minutes)
	$(call measured,10000,ours$(COMMA)tantivy-lean$(COMMA)whoosh-groupedby,ours$(COMMA)tantivy$(COMMA)fts5$(COMMA)whoosh-groupedby)
	@nice $(PY) -m bench exact --corpus $(MEASURED)/10000/corpus --queries $(MEASURED)/10000/queries.jsonl
	$(call measured,100000,ours$(COMMA)tantivy-lean$(COMMA)whoosh-groupedby,ours$(COMMA)tantivy$(COMMA)fts5$(COMMA)whoosh-groupedby)
	@$(PY) -m bench report

bench-large: $(PEERS) ## The same with 1,000,000 passages, beside tantivy
	$(call measured,1000000,ours$(COMMA)tantivy-lean,ours$(COMMA)tantivy)
	@$(PY) -m bench report

lock: ## Pin and hash every dependency anew (needs uv; UPGRADE=--upgrade for newer versions)
	@command -v uv >/dev/null || { echo "make lock needs uv: install it with your system, or 'pip install uv'" >&2; exit 2; }
	@uv pip compile $(UPGRADE) --quiet --universal --generate-hashes --python-version 3.11 \
	    --custom-compile-command 'make lock' --group build --output-file requirements.lock pyproject.toml
	@uv pip compile $(UPGRADE) --quiet --universal --generate-hashes --python-version 3.11 \
	    --custom-compile-command 'make lock' --group dev --constraint requirements.lock --no-annotate \
	    --output-file requirements-dev.lock pyproject.toml
	@uv pip compile $(UPGRADE) --quiet --universal --generate-hashes --python-version 3.11 \
	    --custom-compile-command 'make lock' --group bench --no-annotate --output-file requirements-bench.lock

torture: $(TESTS) ## Try every promise of docs/reliability.md until it would break (20 minutes; ARGS="kills full" for some)
	@$(PY) -m torture $(ARGS)

screenshots: $(TESTS) ## Renew the pictures in docs/screenshots (needs Chromium)
	@$(PY) tests/browser/screenshots.py

clean: ## Remove what was built
	@rm -rf $(INDEX)/generations $(INDEX)/CURRENT $(INDEX)/CURRENT.new $(INDEX)/lock dist build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A virtual environment whose Python is gone (an upgraded or moved system) is made again.
ifneq ($(shell $(PY) -c 'print("alive")' 2>/dev/null),alive)
$(MADE): always
endif

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "Whosaid needs Python 3.11 or newer with venv; $(PYTHON) is older or missing. Name another: make run PYTHON=python3.12" >&2; exit 2; }
	@$(PY) -m pip --version >/dev/null 2>&1 || { echo "Making $(VENV) …"; $(PYTHON) -m venv --clear $(VENV); }
	@touch $@

$(RUNS): requirements.lock pyproject.toml $(MADE)
	@echo "Installing what whosaid needs …"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TESTS): requirements-dev.lock pyproject.toml $(MADE)
	@echo "Installing what whosaid and its tests need …"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(RUNS)

$(PEERS): requirements-bench.lock $(TESTS)
	@echo "Installing the engines to compare with …"
	@$(PIP) install --require-hashes --requirement requirements-bench.lock
	@touch $@
