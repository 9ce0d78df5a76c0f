# Every command a person needs. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run setup setup-dev test test-fast test-browser chromium check lint types contracts migrations \
	translations deploy-check format lock messages bench screenshots clean

CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(or $(shell for p in $(CANDIDATES); do $$p $(NEW_ENOUGH) 2>/dev/null && echo $$p && break; done),python3)
BOOTSTRAP := $(PYTHON) -I portal/bootstrap.py
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
JOBS ?= 2

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Start the portal with everything it needs; Ctrl-C stops it
	@exec $(BOOTSTRAP) run

setup: ## Make the virtual environment and compile the message catalogues
	@$(BOOTSTRAP) setup

setup-dev: ## The same, with what tests and checks need
	@$(BOOTSTRAP) dev

chromium: setup-dev ## Find a Chromium for the browser tests, or install one
	@$(BIN)/python -m tests.chromium --install

test: test-fast test-browser ## Run the whole suite

test-fast: setup-dev ## Run everything but browser and kill tests (some minutes)
	$(PYTEST) -n $(JOBS) $(if $(CI),--randomly-seed=1848) -m "not browser and not kill and not bench" $(ARGS)

test-browser: setup-dev chromium ## Run what drives real browsers and kills real workers
	$(PYTEST) -n $(JOBS) --dist loadfile -m "browser or kill" -p no:randomly $(ARGS)

check: lint types contracts migrations translations deploy-check ## Run every check that is not a test

lint: setup-dev ## Style of code and templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint --lint --quiet templates

types: setup-dev ## Types, strictly
	$(BIN)/mypy

contracts: setup-dev ## Imports go one way
	$(BIN)/lint-imports

migrations: setup-dev ## The models need no new migration
	$(BIN)/python manage.py makemigrations --check --dry-run

translations: setup-dev ## No word is left untranslated
	$(BIN)/python -m tests.translations

deploy-check: setup-dev ## Production settings pass Django's own check
	@secret() { $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))'; }; \
	key() { $(BIN)/python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'; }; \
	HONPOLGAR_MODE=production HONPOLGAR_WITHOUT_SCANNER=1 HONPOLGAR_SECRET_KEY=$$(secret) HONPOLGAR_KEYS=k1:$$(key) \
	HONPOLGAR_HOSTS=check.example HONPOLGAR_SITE_URL=https://check.example EMAIL_URL=smtp://check.example \
	$(BIN)/python manage.py check --deploy --fail-level WARNING

format: setup-dev ## Put code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## Lock the dependencies with hashes (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-emit-index-url -q -o requirements.txt
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --no-emit-index-url -q \
		-c requirements.txt -o requirements-dev.txt

messages: setup-dev ## Gather new words into the catalogues (needs gettext)
	$(BIN)/python manage.py makemessages --locale hu --no-location --no-wrap \
		--ignore 'tests/*' --ignore 'rules/*' --ignore '.venv/*'
	$(BOOTSTRAP) setup

bench: setup-dev ## Print what pages cost, as ratios
	OMP_NUM_THREADS=1 $(PYTEST) -p no:randomly -s -m bench tests/bench $(ARGS)

screenshots: setup-dev chromium ## Draw the pictures in docs/ anew
	$(BIN)/python -m tests.screenshots

clean: ## Remove the virtual environment and caches; keep the data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache staticfiles
	find . -name __pycache__ -prune -exec rm -rf {} + -o -name '*.mo' -path './locale/*' -delete
