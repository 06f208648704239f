# make demo    a fictitious municipality and the whole plan made from it, in demo/
# make test    every test, on the real qgis_process
# Both bring what they need themselves (make setup).

SHELL := /bin/bash
PYTHON = QT_QPA_PLATFORM=offscreen PYTHONPATH=$(CURDIR):$(wildcard .venv/lib/python3*/site-packages) $(QGIS_PYTHON)
QGIS_PYTHON ?= /usr/bin/python3
REALDATA := $(wildcard ../shared/realdata)
export LYNGBY_REALDATA ?= $(if $(REALDATA),$(abspath $(REALDATA)))

.PHONY: setup demo test test-elsewhere lint bench package install docs styles translations selfcheck clean

setup:
	@tools/setup

demo:
	@tools/setup --demo
	@tools/demo

test:
	@tools/setup --tests
	@tools/setup-oracle
	@$(MAKE) --no-print-directory lint selfcheck
	@tools/run_tests $(TESTS)

test-elsewhere: setup
	@tools/test_elsewhere $(SYSTEMS)

# The two slow ones side by side.
lint: setup
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	@.venv/bin/flake8 lyngby_heritage & other=$$!; .venv/bin/mypy; one=$$?; wait $$other && exit $$one

bench: setup
	@tools/setup-oracle
	@for one in tools/bench_*.py; do /usr/bin/python3 $$one || exit 1; done

package: setup
	@/usr/bin/python3 tools/package.py $(if $(filter-out 0 no,$(DEV)),--dev)

install: setup
	@/usr/bin/python3 tools/install.py

docs: setup
	@$(PYTHON) tools/make_docs.py
	@/usr/bin/python3 tools/make_architecture.py

styles: setup
	@$(PYTHON) tools/make_styles.py

translations:
	@/usr/bin/python3 tools/translations.py

selfcheck: setup
	@tools/qgis_process run lyngby_heritage:selfcheck

clean:
	rm -rf build demo dist .qgis-profile .pytest_cache .mypy_cache .ruff_cache .hypothesis
