# Every target works from a fresh clone. Those that need the environment in .venv make it first, for which Python 3.11 or
# later with pip is enough; PYTHON=... chooses the interpreter. fresh, alerts and compose-check say what they need instead.

BIN := .venv/bin
READY := .venv/.ready
SOURCES := shared services deploy tests
PAGES := docs/dataflow.md docs/asyncapi.yaml docs/flow.md docs/configuration.md

.PHONY: help setup demo run test browser screenshots check fix docs bench understand-bench classify-bench latency silence load soak fuzz mutants learn lock compose-check rolling fresh audit alerts

help:
	@echo "make setup            the environment in .venv"
	@echo "make demo             two telephone calls with sound, and what became of them"
	@echo "make run              everything on this machine, until Ctrl-C"
	@echo "make test             all tests but those in a browser"
	@echo "make browser          the console in a real Chromium"
	@echo "make screenshots      each page of the console, into .local/screenshots"
	@echo "make check            format, lint, types, layers, generated pages, settings of the compose file"
	@echo "make fix              fix what ruff can fix, and format"
	@echo "make docs             write the generated pages again"
	@echo "make bench            how fast it is on this machine"
	@echo "make latency          how soon the line answers, with and without the recognizer's time"
	@echo "make silence          the longest silence of a caller whose vendors fail (FAULTS=\"hangs slow\", or all)"
	@echo "make load             how many calls a gateway holds on one core (CALLS=25), against a plain Pipecat bot"
	@echo "make understand-bench how much of what callers say is understood; LISTS=\"FILE...\" measures lists of your own"
	@echo "make classify-bench   how well calls are classified, by category of tags; LISTS=\"FILE...\" as above"
	@echo "make learn            what the labelled calls and the told dangers teach, written anew (half a minute)"
	@echo "make soak             call after call through one gateway (CALLS=500): what they leave behind"
	@echo "make fuzz             a million messages of nonsense at a gateway (MESSAGES=1000000)"
	@echo "make mutants          seed faults, and see whether the tests notice"
	@echo "make rolling          a rolling restart of everything under twenty calls"
	@echo "make fresh            the README followed in a clean Debian, as root and as an ordinary user"
	@echo "make audit            known vulnerabilities in what requirements.lock pins"
	@echo "make alerts           promtool's check of the Prometheus files, and the tests of the alert rules"
	@echo "make compose-check    deploy/docker-compose.yml on a real Docker engine"
	@echo "make lock             write requirements.lock again, from the pyproject files"

setup: $(READY)

$(READY): deploy/local/setup.sh requirements.lock pyproject.toml $(wildcard */pyproject.toml */*/pyproject.toml)
	@sh deploy/local/setup.sh

demo: $(READY)
	@$(BIN)/calllock demo

run: $(READY)
	@$(BIN)/calllock up

test: $(READY)
	$(BIN)/pytest -n 4 --no-loadscope-reorder --ignore=tests/browser

browser: $(READY)
	@sh deploy/local/chromium.sh
	$(BIN)/pytest tests/browser

screenshots: $(READY)
	@sh deploy/local/chromium.sh
	@$(BIN)/python -m tests.browser.screenshots

check: $(READY)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy $(SOURCES)
	$(BIN)/lint-imports
	@sh deploy/local/print_pages.sh --check $(PAGES)
	@$(BIN)/pytest -q --no-header tests/deploy/test_compose.py

fix: $(READY)
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

docs: $(READY)
	@sh deploy/local/print_pages.sh $(PAGES)

bench: $(READY)
	$(BIN)/python -m tests.load.bench

latency: $(READY)
	$(BIN)/python -m tests.load.line_latency

silence: $(READY)
	$(BIN)/python -m tests.load.line_silence $(FAULTS)

load: $(READY)
	$(BIN)/python -m tests.load.line_load $(CALLS)

understand-bench: $(READY)
	@$(BIN)/python -m tests.accuracy $(LISTS)

classify-bench: $(READY)
	@$(BIN)/python -m tests.accuracy.calls $(LISTS)

learn: $(READY)
	@sh deploy/local/setup.sh learn

soak: $(READY)
	$(BIN)/python -m tests.load.line_soak $(CALLS)

fuzz: $(READY)
	$(BIN)/python -m tests.fuzz $(MESSAGES)

mutants: $(READY)
	$(BIN)/python -m tests.mutants

lock: $(READY)
	@sh deploy/local/setup.sh lock

compose-check:
	@sh deploy/compose_check.sh

rolling: $(READY)
	@$(BIN)/python -m tests.load.rolling

fresh:
	@sh deploy/fresh.sh

alerts:
	@sh deploy/local/promtool.sh

audit: $(READY)
	@sh deploy/local/setup.sh audit
