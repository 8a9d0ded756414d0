# What one does here. `make` lists it; everything sets up .venv by itself and needs only Python 3.11 or later.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --no-compile
UV := $(BIN)/uv
PLANS := $(sort $(wildcard seeds/*.txt))
EXTRACTED := $(PLANS:seeds/%.txt=output/%.json)
# Real plans, which are not shipped; OPTIONS are those of tests/bench/corpus.py: --each --uncovered --other --json FILE
CORPUS ?= ../shared/corpus
OPTIONS ?=
# How long `make fuzz` tries, and which cases.
SECONDS ?= 60
SEED ?= 1

.PHONY: help setup demo check test growth fuzz test-newest test-lowest test-ray lock browser \
	score measure cascade-check track-check sentences numbers metadata confidence tiers themes bench bench-corpus bench-scale bench-forms bench-memory corpus cuts schema golden picture samples wheel clean

help: ## List what one can make
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

setup: $(READY) ## Make .venv with all that is needed

# Nothing but what requirements/ pins comes in, each package by its hash; jieba and planparse are built with pinned tools too.
# The command is run once, so that what it loads is compiled, even where Python is told to write no bytecode.
$(READY): pyproject.toml requirements/build.txt requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "planparse needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12" >&2; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --no-deps --requirement requirements/build.txt
	$(PIP) --require-hashes --no-deps --no-build-isolation --use-pep517 --requirement requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@PYTHONDONTWRITEBYTECODE= $(BIN)/planparse extract seeds/jining.txt >/dev/null
	@touch $@

demo: golden ## Extract the two sample plans into output/, show what was found, compare them, make pages of them
	@$(BIN)/planparse show --targets $(EXTRACTED)
	@for plan in $(EXTRACTED:.json=); do $(BIN)/planparse report $$plan.json -o $$plan.html || exit 1; done
	@$(BIN)/planparse diff output/jining.json output/bozhou.json --format html -o output/jining-bozhou.html
	@echo "Pages to open in a browser:"; printf '  %s\n' $(EXTRACTED:.json=.html) output/jining-bozhou.html
	@echo "What was extracted, and the diff:"; printf '  %s\n' $(EXTRACTED) $(EXTRACTED:.json=.yaml) output/jining-bozhou.diff.json

check: $(READY) ## Lint, types, import directions and the quick tests: what to run while working
	$(lint)
	$(BIN)/pytest -n 2 --dist worksteal -m "not slow"

test: $(READY) ## Lint, types, import directions and all tests; ends with the ten slowest
	$(lint)
	$(BIN)/pytest -n 2 --dist worksteal --durations=10

define lint
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
endef

growth: $(READY) ## Whether time grows with length alone: 1,200 fragments of plans, each repeated (ten minutes)
	@$(BIN)/python tests/bench/growth.py $(wildcard $(CORPUS))

fuzz: $(READY) ## Try what nobody writes: texts, files, edited results; SECONDS=36000 SEED=2 for a night of others
	@$(BIN)/python tests/fuzz/fuzz.py --seconds $(SECONDS) --seed $(SEED)

test-newest: $(UV) ## The same with the newest releases of all packages
	$(call test-with,newest,highest)

test-lowest: $(UV) ## The same with the lowest releases that pyproject.toml allows; best with the lowest Python
	$(call test-with,lowest,lowest-direct)

# In an environment of its own; uv can resolve to the lowest, which pip cannot.
define test-with
	$(UV) venv --quiet --clear --python $(PYTHON) .venv-$(1)
	$(UV) pip install --quiet --python .venv-$(1)/bin/python --resolution $(2) --editable '.[dev]'
	@touch .venv-$(1)/.ready
	$(MAKE) --no-print-directory test VENV=.venv-$(1)
endef

test-ray: .venv-ray/.ready ## Runs on Ray, into object storage and on dask, in an environment of its own: Ray weighs 200 MB
	.venv-ray/bin/pytest -p no:xdist tests/test_ray.py

bench-scale: .venv-ray/.ready ## 20,000 documents on Ray, disturbed, against a local run (an hour); OPTIONS=--documents 5000
	@PYTHONPATH=tests/making .venv-ray/bin/python tests/bench/scale.py $(CORPUS) $(OPTIONS)

.venv-ray/.ready: pyproject.toml | $(UV)
	$(UV) venv --quiet --clear --python $(PYTHON) .venv-ray
	$(UV) pip install --quiet --compile-bytecode --python .venv-ray/bin/python --group ray --editable '.[dev,ray]'
	@touch $@

lock: $(UV) ## Pin again what pyproject.toml asks for, for every Python and system; OPTIONS=--upgrade takes the newest
	$(LOCK) --group build --output-file requirements/build.txt $(OPTIONS)
	$(LOCK) --extra dev pyproject.toml --constraint requirements/build.txt --output-file requirements/dev.txt $(OPTIONS)

LOCK = $(UV) pip compile --quiet --no-config --default-index https://pypi.org/simple --universal --python-version 3.11 \
	--generate-hashes --no-annotate --custom-compile-command 'make lock'

$(UV): | $(READY)
	$(PIP) uv

browser: ## Install Chromium, with which the tests open the pages; without it they skip that (Debian, Ubuntu)
	$(if $(filter 0,$(shell id -u)),,sudo )apt-get install -y --no-install-recommends chromium fonts-noto-cjk

score: $(READY) ## How right the results are: precision, recall and F1 against tests/gold
	@$(BIN)/planparse evaluate --gold tests/gold --plans seeds
	@echo; echo "The diff of the two, against an alignment made by reading"; echo
	@$(BIN)/python tests/bench/pairs.py

measure: $(READY) ## The same on plans whose texts are not shipped, those that the rules were built with and those kept apart
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make measure CORPUS=folder" >&2; exit 1; }
	@echo "Plans that the rules were built with"; echo
	@$(BIN)/planparse evaluate --gold tests/gold/building --plans $(CORPUS)/plans --plans $(CORPUS)/files
	@echo; echo "Plans kept for measuring"; echo
	@$(BIN)/planparse evaluate --gold tests/gold/measuring --plans $(CORPUS)/plans --plans $(CORPUS)/files
	@echo; echo "Pairs of plans that diff was built with"; echo
	@$(BIN)/python tests/bench/pairs.py $(CORPUS) building
	@echo; echo "Pairs kept for measuring"; echo
	@$(BIN)/python tests/bench/pairs.py $(CORPUS) measuring

cascade-check: $(READY) ## Whether all documents of the corpus that carry out another are found, and no others
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make cascade-check CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/cascade.py $(CORPUS)

track-check: $(READY) ## Whether all changes that are planted in plans are named, and no others
	@$(BIN)/python tests/bench/tracking.py $(wildcard $(CORPUS))

sentences: $(READY) ## How right short plans of everyday sentences are read, kind by kind
	@$(BIN)/python tests/bench/sentences.py

numbers: $(READY) ## How right the targets and the roles of numbers are, in paragraphs drawn at random, and how far two readers agree
	@$(BIN)/python tests/bench/agreement.py
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make numbers CORPUS=folder" >&2; exit 1; }
	@for half in building measuring; do echo; echo "Documents for $$half"; echo; \
		$(BIN)/planparse evaluate --gold tests/gold/numbers/$$half --plans $(CORPUS)/plans --plans $(CORPUS)/files || exit 1; done

metadata: $(READY) ## How right title, number, issuer and date are, in the heads and tails of documents of many offices; OPTIONS=--misses
	@test -d $(CORPUS)/files || { echo "no documents in $(CORPUS)/files; say where they are: make metadata CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/metadata.py $(CORPUS) $(OPTIONS)

confidence: $(READY) ## Fit anew how sure targets are to those that readers judged, and write the weights into their lexicon
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make confidence CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/fit_confidence.py $(CORPUS)

themes: $(READY) ## How right the themes of compare are, against those of ten plans labelled by reading
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make themes CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/themes.py $(CORPUS)

tiers: $(READY) ## Fit anew how sure it is that measures answer each other, and print the weights for comparing/tiers.py
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make tiers CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/fit_tiers.py $(CORPUS)

bench: $(READY) ## How fast it is
	@$(BIN)/python tests/bench/speed.py
	@$(BIN)/python tests/bench/long_pages.py

bench-corpus: $(READY) ## What a batch of many plans costs, and survives (some minutes)
	@$(BIN)/python tests/bench/batch.py
	@test ! -d $(CORPUS)/plans || $(BIN)/python tests/bench/comparing.py $(CORPUS)

bench-forms: $(READY) ## What becomes of a plan saved as docx, pdf, html …, and of 500 broken files
	@$(BIN)/python tests/bench/forms.py

bench-memory: $(READY) ## What files that are made to take memory take, in 2 GB of addresses (some minutes); OPTIONS=--help
	@$(BIN)/python tests/bench/memory.py $(OPTIONS)

corpus: $(READY) ## What becomes of a folder of real plans: CORPUS=folder, OPTIONS=--help
	@$(BIN)/python tests/bench/corpus.py $(CORPUS) $(OPTIONS)

cuts: $(READY) ## Whether plans that were cut, shuffled or stripped of lines say so, and how many untouched plans say the same
	@$(BIN)/python tests/bench/cuts.py $(wildcard $(CORPUS)) $(OPTIONS)

schema: $(READY) ## Rewrite schemas/ and docs/codebook* from the models
	@for part in plan diff matrix cascade track review; do \
		$(BIN)/planparse schema $$part > schemas/$$part.schema.json.part && \
		mv schemas/$$part.schema.json.part schemas/$$part.schema.json || exit 1; \
	done
	@mkdir -p docs
	@$(BIN)/planparse schema codebook --lang en > docs/codebook.md.part && mv docs/codebook.md.part docs/codebook.md
	@$(BIN)/planparse schema codebook --lang zh > docs/codebook.zh.md.part && mv docs/codebook.zh.md.part docs/codebook.zh.md

golden: $(READY) ## Rewrite output/, to be reviewed with git diff
	@$(BIN)/planparse extract $(PLANS) -o output --format json --format yaml --force
	@$(BIN)/planparse diff output/jining.json output/bozhou.json --format json -o output/jining-bozhou.diff.json
	@$(BIN)/python tests/bench/golden.py $(EXTRACTED) $(EXTRACTED:.json=.yaml) output/jining-bozhou.diff.json

samples: $(READY) ## Rewrite tests/samples/ from its plan.txt, a file for each reader; needs LibreOffice
	@$(BIN)/python tests/making/samples.py

picture: $(READY) ## Take output/report.png, which README.md shows, anew; needs Chromium
	@$(BIN)/python tests/bench/picture.py output/report.png

wheel: $(READY) ## Build the sdist and the wheel in dist/, and try the wheel in an empty environment
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist . >/dev/null
	@$(BIN)/python tests/bench/wheel.py dist

clean: ## Remove what make has made, .venv included
	rm -rf .venv .venv-newest .venv-lowest .venv-ray build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
