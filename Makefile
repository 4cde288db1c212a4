# Everything a stranger needs: `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DAY = $(if $(AS_OF),--as-of $(AS_OF))
# Debian keeps venv in a package of its own; root installs it, everybody else is told.
MAKE_VENV = $(PYTHON) -m venv $(VENV) || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -q && apt-get install -y -q --no-install-recommends python3-venv && $(PYTHON) -m venv --clear $(VENV); } || { echo "Install Python's venv first (Debian: apt install python3-venv)."; exit 1; }

.PHONY: help install demo test check format format-check lint types floors bench dist docs lock pictures snapshots mutate-law clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(VENV)/.ok: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/pip || { $(MAKE_VENV); }
	$(BIN)/pip install -q --require-hashes -r requirements/dev.txt
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q vendor_registry # a quarter faster start where Python may not write bytecode
	@touch $@

install: $(VENV)/.ok ## create .venv with .venv/bin/vendors
	@echo "Installed: $(BIN)/vendors"

demo: $(VENV)/.ok ## the main job on data/vendors.csv: annex, diagrams, report (AS_OF=2023-01-16 for another day)
	@mkdir -p demo
	@$(BIN)/vendors annex $(DAY) -o demo/annex.docx
	@$(BIN)/vendors annex $(DAY) -o demo/annex.pdf 2>/dev/null
	@$(BIN)/vendors annex $(DAY) -o demo/annex.de.docx --lang de 2>/dev/null
	@$(BIN)/vendors annex $(DAY) -o demo/annex.working-copy.docx --with excluded 2>/dev/null
	@$(BIN)/vendors graph $(DAY) 2>/dev/null
	@$(BIN)/vendors graph $(DAY) --view region
	@$(BIN)/vendors graph $(DAY) --view region --format png 2>/dev/null
	@$(BIN)/vendors graph $(DAY) --view product --format png 2>/dev/null
	@$(BIN)/vendors check $(DAY) --output json=demo/report.json > demo/report.txt; test $$? -le 1
	@echo demo/report.txt
	@echo demo/report.json
	@echo
	@tail -n 1 demo/report.txt
	@echo "The annex is in demo/, the diagrams are in diagrams/. Nothing was opened or sent."

test: $(VENV)/.ok ## all tests
	@$(BIN)/pytest

check: format-check lint types floors test ## what must be green before a commit

format: $(VENV)/.ok ## lay out the code
	@$(BIN)/ruff format -q . && $(BIN)/ruff check -q --fix .

format-check: $(VENV)/.ok
	@$(BIN)/ruff format -q --check .

lint: $(VENV)/.ok
	@$(BIN)/ruff check -q .

types: $(VENV)/.ok
	@$(BIN)/mypy

floors: $(VENV)/.ok
	@$(BIN)/lint-imports

pictures: $(VENV)/.ok ## draw diagrams/review anew, the diagrams of the demo register; look at them
	@$(BIN)/vendors graph --all --as-of 2023-01-16 -o diagrams/review

snapshots: $(VENV)/.ok ## rewrite tests/snapshots; read the difference like code
	@$(BIN)/pytest --update-snapshots

bench: $(VENV)/.ok ## measure whole processes, medians
	@$(BIN)/python benchmarks/bench.py
	@$(BIN)/python benchmarks/bench_annex.py

mutate-law: $(VENV)/.ok ## shift every date of the law by a day: does a test notice?
	@$(BIN)/python benchmarks/mutate_law.py

PIN = $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -q
COMPILE = $(PIN) pyproject.toml --all-extras
lock: $(VENV)/.ok ## resolve requirements/*.txt anew, with hashes and without host names
	$(BIN)/pip install -q uv
	$(COMPILE) -o requirements/core.txt
	$(COMPILE) --group dev -c requirements/core.txt -o requirements/dev.txt
	$(PIN) --group build -c requirements/dev.txt -o requirements/build.txt

docs: $(VENV)/.ok ## build the documentation as a site into dist/docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs -q build --strict
	@echo dist/docs/index.html

dist: $(VENV)/.ok ## build dist/: wheel, source, man pages, completions; then try the wheel in a fresh environment
	@rm -rf dist
	@$(BIN)/python -m manual dist/share
	@$(BIN)/python -m hatchling build -d dist -t sdist -t wheel >/dev/null
	@$(BIN)/pip install -q uv
	@TRY_DIST=1 $(BIN)/pytest -q -n 0 tests/packaging

clean: ## remove what was made
	rm -rf $(VENV) demo dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
