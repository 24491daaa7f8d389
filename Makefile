# make help lists what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What is installed changes only with these.
PACKAGING := setup.cfg pyproject.toml analyzer/__init__.py
# Tools that the tests check our figures against, and a browser that opens the report.
TEST_PACKAGES := ohcount cloc chromium

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help report test test-fast check docs bench bundle screenshots clean test-tools

help:  ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "make %-11s %s\n", $$1, $$2}'

report: $(VENV)/.installed  ## Compare the repositories of diptych.toml and write the report
	@$(BIN)/diptych run

test: $(VENV)/.installed-dev test-tools  ## Run the tests, on CI also the long ones; what cannot run here is reported as skipped
	@$(BIN)/python -m pytest -n 2 $(if $(CI),,-m "not slow")

test-fast: $(VENV)/.installed-dev  ## Run the tests that take seconds
	@$(BIN)/python -m pytest -n 2 -m "not slow and not mirrors and not oracle and not browser"

check: $(VENV)/.installed-dev  ## Format, lint, types, and which room may import what
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: $(VENV)/.installed-dev  ## Build the site of the documents in build/site
	@$(BIN)/sphinx-build --fail-on-warning --keep-going --quiet --builder html docs build/site
	@echo "build/site/index.html"

bench: $(VENV)/.installed  ## Measure a cold and a second run (DIPTYCH_MIRRORS=folder of bare mirrors)
	@$(BIN)/python bench/cold_run.py

screenshots: report $(VENV)/.installed-dev  ## Take the picture of the report that README shows (needs Chromium)
	@$(BIN)/python docs/screenshots.py reports/flask-vs-django.html docs/report.png

bundle: $(VENV)/.installed  ## Write the facts that come with Diptych anew, from the whole histories
	@$(BIN)/diptych facts bundle cache/bundled

clean:  ## Remove everything that can be made again, but not cache/ and reports/
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

$(VENV)/.installed: $(BIN)/python $(PACKAGING)
	@echo "Installing Diptych in $(VENV) (about half a minute)"
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(BIN)/python $(PACKAGING)
	@echo "Installing Diptych and what its tests need in $(VENV) (about a minute)"
	@$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $@ $(VENV)/.installed

$(BIN)/python:
	@command -v git >/dev/null || { echo "error: git is not installed" >&2; exit 1; }
	@command -v $(PYTHON) >/dev/null || { echo "error: there is no $(PYTHON); Diptych needs Python 3.11 or newer" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "error: Diptych needs Python 3.11 or newer, $(PYTHON) is" \
			"$$($(PYTHON) -c 'import platform; print(platform.python_version())');" \
			"name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@# Debian keeps what venv needs in a package of its own.
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
			DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends python3-venv >/dev/null; } || { \
		echo "error: $(PYTHON) cannot make virtual environments; install python3-venv (apt install python3-venv)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# Without these the tests that want them are skipped and say so; that is no reason to fail.
test-tools:
	@missing=""; for tool in $(TEST_PACKAGES); do command -v $$tool >/dev/null || missing="$$missing $$tool"; done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing$$missing"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing >/dev/null \
			|| echo "note: could not install$$missing: the tests that need them will be skipped" >&2; \
	else \
		echo "note: tests that need$$missing will be skipped (Debian: apt install$$missing)" >&2; \
	fi
