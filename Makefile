# The front door. Every target first installs what it needs, on a bare Debian machine
# as well as on a laptop or in CI. After `##` stands what `make help` shows.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip -qq --disable-pip-version-check
# Complete lock files, so no resolving; wheels only, so no compiler and no code of strangers during the install.
PIP_INSTALL := $(PIP) install --require-hashes --no-deps --only-binary=:all:
UV_COMPILE := $(BIN)/uv pip compile --no-config --quiet --upgrade --generate-hashes --universal \
	--python-version 3.11.2 --fork-strategy fewest --default-index https://pypi.org/simple \
	--custom-compile-command "make lock" pyproject.toml
# Used at a release only, so they stand in no lock file; each in an environment of its own.
CYCLONEDX := 7.5.0
PIP_AUDIT := 2.10.1
JS_TESTS = $(wildcard tests/js/*.test.js tests/js/*.test.mjs)

# Same commit, same bytes: no clock, time zone, language or hash order of the machine may reach the site.
# Without git (a downloaded archive) 1980-01-01, the earliest date that a zip file can hold.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 315532800)
endif
export SOURCE_DATE_EPOCH
export PYTHONHASHSEED := 0
export TZ := UTC
export LC_ALL := C.UTF-8
# Material prints on every build that it ends on 5 May 2027. We know, and have planned for it
# (see pyproject.toml), so it would only hide our own messages.
export NO_MKDOCS_2_WARNING := 1
# Makes the node of this project, and not one of the machine, run npm's scripts.
export PATH := $(CURDIR)/$(BIN):$(PATH)

# The node inside Playwright's wheel needs libatomic1, which a bare Debian lacks; this one does not.
export PLAYWRIGHT_NODEJS_PATH := $(CURDIR)/$(BIN)/node

# A virtual environment holds its own path in every program. In a folder that was moved or copied those still lead to the
# old one, and an install that was broken off leaves half of them.
ifneq ($(filter-out help clean distclean,$(MAKECMDGOALS)),)
ifneq ($(words $(CURDIR))$(findstring :,$(CURDIR))$(findstring $$,$(CURDIR)),1)
$(error In de naam „$(CURDIR)” staat een spatie, een dubbelepunt of een dollarteken. Daar kan make of Python niet mee werken. Geef de map een andere naam of zet haar ergens anders)
endif
ifneq ($(shell test -e .venv/bin/pip && ! head -n 2 .venv/bin/pip | grep -qF -e '!$(CURDIR)/.venv/bin/' -e "exec' $(CURDIR)/.venv/bin/" -e "exec' \"$(CURDIR)/.venv/bin/" && echo nee),)
$(info De omgeving in .venv hoort niet bij deze map of is niet af. Zij wordt opnieuw gemaakt.)
$(shell rm -rf .venv)
endif
endif

# Stamps: they make a second run instant, and a changed lock file install again.
SITE_READY := .venv/.site-ready
TEST_READY := .venv/.test-ready
OLD_READY := .venv/.oud-ready
NODE_READY := node_modules/.package-lock.json

.PHONY: help site scripts offline server test test-snel bewaar fuzz stappen sbom audit kwaliteit bench bench-zoeken belasting lighthouse serve check lock clean distclean

help: ## toont deze lijst
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(SITE_READY) ## bouwt de website in de map site/; met PUBLICEER=1 alleen als de gegevens van de eigenaar kloppen
	$(if $(PUBLICEER),$(BIN)/kennisbank controleren --publiceren)
	$(BIN)/python -m macros.edge.building site

scripts: $(NODE_READY) ## maakt de scripts in docs/assets/js/ opnieuw, na een wijziging in macros/scripts/
	$(BIN)/node macros/scripts/bundle.js
	$(BIN)/node tests/js/verklein.js

offline: site ## maakt kennisbank-offline.zip: de hele site voor een netwerk zonder internet
	$(BIN)/kennisbank offline --site site --naar kennisbank-offline.zip

server: site ## maakt site-server/: de site voor een server, met .br en .gz naast elk bestand
	$(BIN)/kennisbank comprimeer --site site --naar site-server

test: $(TEST_READY) $(NODE_READY) $(OLD_READY) ## voert alle tests uit, ook die in een browser
	$(if $(JS_TESTS),$(BIN)/node --test $(JS_TESTS))
	KENNISBANK_CHROMIUM="$$(.ci/chromium)"; KENNISBANK_FIREFOX="$$(.ci/firefox)"; \
		KENNISBANK_KANTOOR="$$(.ci/kantoor)"; KENNISBANK_JAVA="$$(.ci/java)"; \
		KENNISBANK_NGINX="$$(.ci/server nginx)"; KENNISBANK_CADDY="$$(.ci/server caddy)"; \
		KENNISBANK_APACHE="$$(.ci/server apache2)"; KENNISBANK_WRK="$$(.ci/server wrk)"; \
		KENNISBANK_WEBKIT="$$(.ci/webkit)"; \
		export KENNISBANK_CHROMIUM KENNISBANK_FIREFOX KENNISBANK_KANTOOR KENNISBANK_JAVA \
			KENNISBANK_NGINX KENNISBANK_CADDY KENNISBANK_APACHE KENNISBANK_WRK KENNISBANK_WEBKIT; \
		KENNISBANK_GEBOUWD="$$(mktemp -d)"; trap 'rm -rf "$$KENNISBANK_GEBOUWD"' EXIT; export KENNISBANK_GEBOUWD; \
		failed=0; \
		$(BIN)/pytest --numprocesses 3 --dist loadfile -m 'not rustig' || failed=$$?; \
		$(BIN)/pytest -m rustig || failed=$$?; \
		exit $$failed

# What pytest makes of a file of tests before it runs it, it keeps; a machine that forbids that makes all of it anew,
# in each process.
test-snel: $(TEST_READY) ## voert de tests uit die geen browser en geen gebouwde website nodig hebben
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest --numprocesses 2 --dist loadfile -m 'not browser and not bouwt'

# What no test says any more has to go: so the folder goes first, and all tests run that may keep something.
bewaar: $(TEST_READY) ## schrijft opnieuw wat tests woord voor woord vergelijken (tests/bewaard/); lees daarna git diff
	rm -rf tests/bewaard
	KENNISBANK_BEWAAR=1 $(BIN)/pytest --numprocesses 2 --dist loadfile -m 'not browser and not bouwt'

fuzz: $(TEST_READY) ## breekt 22.400 keer een bestand van data/ of docs/ en kijkt of er een melding op de plaats komt
	KENNISBANK_FUZZ=22400 $(BIN)/pytest --numprocesses 2 tests/test_fuzz.py

# Minutes for each hundred steps.
stappen: $(TEST_READY) ## wijzigt 300 keer iets en vergelijkt de bouw die onthoudt met een bouw die dat niet doet
	KENNISBANK_STAPPEN=$(or $(STAPPEN),300) $(BIN)/pytest tests/edge/test_workshop.py

sbom: $(NODE_READY) ## schrijft de lijst van alle onderdelen (CycloneDX) in sbom/; haalt daarvoor een hulpmiddel op
	@echo 'Dit haalt cyclonedx-bom op van PyPI, in een tijdelijke omgeving.'
	mkdir -p sbom
	$(BIN)/uv tool run --from cyclonedx-bom==$(CYCLONEDX) cyclonedx-py requirements \
		--output-reproducible --output-file sbom/python.cdx.json requirements.lock
	$(BIN)/npm sbom --sbom-format cyclonedx --package-lock-only > sbom/npm.cdx.json

audit: $(NODE_READY) ## zoekt bekende lekken in alle onderdelen; vraagt dat aan PyPI en npm
	@echo 'Dit vraagt PyPI en npm naar bekende lekken. Er gaat niets anders heen dan namen en versies.'
	$(BIN)/uv tool run --from pip-audit==$(PIP_AUDIT) pip-audit --require-hashes --disable-pip --requirement requirements.lock
	$(BIN)/npm audit --omit=optional

kwaliteit: test ## voert alle tests uit en zet de uitkomsten op de pagina /kwaliteit/
	$(BIN)/python -m tests.kwaliteit.record_figures

bench-zoeken: site $(TEST_READY) $(NODE_READY) ## zet het zoeken naast MiniSearch en Pagefind, en meet de eerste suggestie op een telefoon
	$(BIN)/node tests/js/bench-zoek.js site $(wildcard tests/zoekvragen/*.jsonl)
	KENNISBANK_CHROMIUM="$$(.ci/chromium)" $(BIN)/python -m tests.first_result site

# GROOT=1 adds 20,000 records, which takes minutes.
bench: $(TEST_READY) ## meet het bouwen bij meer records, naast Hugo (als dat er is) en naast het minste dat kan
	$(BIN)/python -m tests.bench 0 1000 5000 $(if $(GROOT),20000)

belasting: server $(TEST_READY) ## vraagt nginx op deze computer zoveel pagina's als kan: verzoeken per seconde en p99
	KENNISBANK_NGINX="$$(.ci/server nginx)" KENNISBANK_WRK="$$(.ci/server wrk)" $(BIN)/python -m tests.under_load site site-server

lighthouse: site $(TEST_READY) ## meet vier paginasoorten met Lighthouse (duurt minuten, op een rustige computer)
	$(BIN)/npm ci --prefix tests/lighthouse --ignore-scripts --no-audit --no-fund
	KENNISBANK_CHROMIUM="$$(.ci/chromium)" $(BIN)/node tests/lighthouse/meet.js site .bewijs/lighthouse.json

serve: $(SITE_READY) ## toont de website op uw eigen computer en ververst bij elke wijziging
	$(BIN)/python -m macros.edge.serve

check: $(TEST_READY) $(NODE_READY) ## controleert in een paar tellen de code en de gegevens
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy macros tests
	$(BIN)/kennisbank controleren
	$(BIN)/kennisbank browsers | $(BIN)/node tests/js/browsersteun.js docs/assets

lock: $(BIN)/uv ## vernieuwt alle vastgezette versies (pip en npm)
	$(UV_COMPILE) --group build --output-file requirements.lock
	$(UV_COMPILE) --group build --group test --constraint requirements.lock --output-file requirements-test.lock
	$(BIN)/uv pip compile --no-config --quiet --generate-hashes --python-version 3.11.2 \
		--default-index https://pypi.org/simple --custom-compile-command "make lock" \
		tests/oude-browser.in --output-file requirements-oude-browser.lock
	$(BIN)/npm install --package-lock-only --ignore-scripts --no-audit --no-fund \
		--omit-lockfile-registry-resolved=false --registry=https://registry.npmjs.org/

clean: ## ruimt de gebouwde website en de tussenbestanden op
	rm -rf site site-server sbom .site.nieuw .site.slot .site-server.nieuw .site-server.slot .bewijs .cache kennisbank-offline.zip .mypy_cache .pytest_cache .ruff_cache .hypothesis build *.egg-info
	find macros tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## ruimt daarbij ook alles op wat geïnstalleerd is
	rm -rf .venv node_modules tests/lighthouse/node_modules

$(BIN)/pip:
	.ci/venv $(PYTHON)

# Not `lock: $(TEST_READY)`: that installs from the lock files, which a new dependency makes stale.
$(BIN)/uv:
	$(MAKE) $(TEST_READY)

$(SITE_READY): requirements.lock pyproject.toml | $(BIN)/pip
	@echo 'Installeren wat de website nodig heeft …'
	$(PIP_INSTALL) --requirement requirements.lock
	$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	touch $@

$(TEST_READY): requirements-test.lock $(SITE_READY)
	@echo 'Installeren wat de tests nodig hebben …'
	$(PIP_INSTALL) --requirement requirements-test.lock
	$(PIP) check
	touch $@

# An engine of the age of the oldest browser that the site works in. For one kind of computer only: there are no
# wheels of that age for another. Without it the test tells that it did not run.
$(OLD_READY): requirements-oude-browser.lock $(TEST_READY)
	if [[ $$(uname -sm) == 'Linux x86_64' ]]; then \
		.ci/qt; $(PIP_INSTALL) --requirement requirements-oude-browser.lock; fi
	touch $@

$(NODE_READY): package.json package-lock.json | $(TEST_READY)
	$(BIN)/npm ci --ignore-scripts --no-audit --no-fund
	touch $@
