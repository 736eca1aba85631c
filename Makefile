# Two commands do everything: `make demo` and `make test`. Both install what is missing first.
# The Python environment is built once per user and keyed by its lock: see scripts/setup.

PYTHON ?= python3
OUT ?= out
DEMO_LANGUAGES = ca,an,eo,ast,sw,ka

.PHONY: help setup setup-cluster demo test test-fairseq2 quick chaos bench bench-models lock clean

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## make setup   install what Vernacast needs: Debian packages and a Python environment
setup:
	@PYTHON=$(PYTHON) scripts/setup core

## make setup-cluster   the same with what a cluster needs: Ray, and stores on S3
setup-cluster:
	@PYTHON=$(PYTHON) scripts/setup ray

## make demo    make the story in examples/ into films in six languages
demo: setup
	@./vernacast make examples/el-puente-de-hilo.es.md --to $(DEMO_LANGUAGES) --out $(OUT)

## make test    install what is missing, then run all checks and tests (the gate)
test:
	@PYTHON=$(PYTHON) scripts/setup dev
	@scripts/check

## make test-fairseq2   build the environment of fairseq2 (8 GB, built once) and run its engines in it
test-fairseq2:
	@PYTHON=$(PYTHON) scripts/setup dev
	@scripts/test-engines fairseq2 -q

## make quick   the fast tests only (a few minutes)
quick:
	@PYTHON=$(PYTHON) scripts/setup dev
	@scripts/in-env dev pytest -n 2 --dist worksteal

## make chaos   a long run of the kill tests (KILLS=1000 SEED=7): leaves out/kill-table.md
chaos:
	@PYTHON=$(PYTHON) scripts/setup dev
	@KILL_TABLE=$(OUT)/kill-table.md scripts/in-env dev pytest -m chaos --timeout 0

## make bench   measure speed against named peers; writes docs/benchmarks.md
bench:
	@PYTHON=$(PYTHON) scripts/setup dev
	@scripts/in-env dev python -m tests.bench

## make bench-models   measure the neural engines with real-size random weights (needs 12 GB of memory)
bench-models:
	@PYTHON=$(PYTHON) scripts/setup dev
	@scripts/bench-models

## make lock    renew the locks after changing pyproject.toml (needs a network)
lock:
	@PYTHON=$(PYTHON) scripts/lock

## make clean   remove what the demo made (never the environment, never the store)
clean:
	rm -rf $(OUT)
