# Everything starts from here. `make` alone prints what there is; nothing needs to be installed beforehand.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.SUFFIXES:

PYTHON := .venv/bin/python
STACK := $(PYTHON) -m local_stack
SUITE := $(PYTHON) -m local_stack.testing.suite
COUNTY := deploy/county/pengyang
INSTALL := ./deploy/local/install.sh --quiet-when-done

UNIT := $(wildcard libs/*/tests/unit services/*/tests/unit)
INTEGRATION := $(wildcard libs/*/tests/integration services/*/tests/integration)
COMPONENT := $(wildcard services/*/tests/component)
CROSS := $(wildcard tests/contract tests/architecture tests/deploy)
# What takes longest begins first.
EVERYTHING := $(wildcard tests/e2e tests/faults deploy/local/tests libs/chassis/tests services/*/tests) $(CROSS) \
	$(wildcard deploy/demo/tests deploy/county/*/tests libs/client/tests libs/workdays/tests libs/official_paper/tests) \
	$(wildcard libs/worksheet/tests)

.PHONY: help
help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z0-9-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: install
install: ## install what is missing: packages, MongoDB, RabbitMQ (safe to repeat)
	@./deploy/local/install.sh

.PHONY: ready
ready:
	@$(INSTALL)

# --- the stack -------------------------------------------------------------------------------------------------------

.PHONY: up
up: ready ## start the whole stack and wait until it is ready
	@$(STACK) up

.PHONY: down
down: ready ## stop everything the stack started; its data stays
	@$(STACK) down

.PHONY: status
status: ready ## one line per process
	@$(STACK) status || test $$? -eq 3

.PHONY: logs
logs: ready ## follow the logs; one process only: make logs P=intake-rpc
	@$(STACK) logs --follow $(P)

.PHONY: register
register: ready ## load the county register into the running stack
	@$(STACK) run assignment load-register $(COUNTY)

.PHONY: demo
demo: ready ## start everything, replay the county's year, print the county's figures
	@CLOCK=manual CLOCK_START=2023-12-31T16:00:00.000+00:00 $(STACK) up
	@$(STACK) run assignment load-register $(COUNTY)
	@$(PYTHON) -m county_year

.PHONY: table
table: ready ## the county's figures as counted by the running stack
	@$(PYTHON) -m county_year table

.PHONY: cases
cases: ready ## what one figure of the table counted: make cases FIGURE=settled_batches
	@$(PYTHON) -m county_year cases $(or $(FIGURE),visit_batches)

.PHONY: import
import: ready ## register a list of another system: make import FILE=list.csv ACTOR=P0012 SYSTEM=region_platform
	@$(PYTHON) -m local_stack.import_list $(FILE) --actor $(ACTOR) --system $(SYSTEM)

.PHONY: shell
shell: ready ## a Python shell that calls the running stack as any unit
	@$(PYTHON) -m local_stack.agency_shell

.PHONY: clean
clean: ready ## stop the stack and throw its data away
	@$(STACK) down
	@rm -rf .run

# --- tests -----------------------------------------------------------------------------------------------------------

.PHONY: test
test: ready ## everything: linters, types, then every test with real servers, each service's where no other is installed
	@$(MAKE) --no-print-directory lint imports types
	@$(SUITE) --alone $(EVERYTHING)

.PHONY: check
check: ready ## everything that needs no server: linters, imports, types, unit, architecture, contract
	@$(MAKE) --no-print-directory lint imports types
	@$(SUITE) --no-servers $(UNIT) $(CROSS)

.PHONY: lint
lint: ready ## ruff over the whole tree
	@$(PYTHON) -m ruff check --no-cache .

.PHONY: types
types: ready ## type hints of libraries, services and tools
	@$(PYTHON) -m mypy --cache-dir .run/mypy $(wildcard libs/*/src services/*/src deploy/*/src)

.PHONY: imports
imports: ready ## who may import whom
	@$(if $(wildcard services/*/src),.venv/bin/lint-imports --no-cache --no-logo,true)

.PHONY: unit
unit: ready ## rules and use cases; no server
	@$(SUITE) --no-servers $(UNIT)

.PHONY: integration
integration: ready ## one adapter at a time against a real store or broker
	@$(SUITE) $(INTEGRATION)

.PHONY: component
component: ready ## one service at a time with real servers
	@$(SUITE) $(COMPONENT)

.PHONY: contract
contract: ready ## what producers promise and consumers accept
	@$(SUITE) --no-servers $(wildcard tests/contract)

.PHONY: architecture
architecture: ready ## what may depend on what, and where words belong
	@$(SUITE) --no-servers $(wildcard tests/architecture)

.PHONY: e2e
e2e: ready ## the whole stack, from outside
	@$(SUITE) $(wildcard tests/e2e tests/faults)

.PHONY: isolated
isolated: ready ## each service's tests where no other service is installed
	@$(SUITE) --alone $(wildcard services/*/tests)

.PHONY: bench
bench: ready ## throughput and latency against floors taken in the same run
	@$(PYTHON) -m tests.load

# --- upkeep ----------------------------------------------------------------------------------------------------------

.PHONY: docs
docs: ready ## write the generated pages anew
	@$(PYTHON) docs/generate.py

.PHONY: lock
lock: ready ## write requirements/*.lock anew from requirements/*.in
	@UV=$(CURDIR)/.venv/bin/uv ./requirements/lock.sh
