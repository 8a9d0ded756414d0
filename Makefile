# The commands of the project. `make` lists them; each sets up .venv by itself and needs only Python 3.11 or later.

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
# How long `make fuzz` runs, and with which cases.
SECONDS ?= 60
SEED ?= 1

.PHONY: help setup demo check test growth fuzz test-newest test-lowest test-ray lock browser \
	score measure cascade-check track-check sentences numbers metadata confidence tiers themes bench bench-corpus bench-scale bench-forms bench-flattened bench-memory corpus cuts schema golden picture samples wheel clean

help: ## List all targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

setup: $(READY) ## Create .venv with everything needed

# Only packages pinned in requirements/ are installed, each by its hash; jieba and planparse are built with pinned tools too.
# The command runs once, so that its modules are compiled, even if Python is told to write no bytecode.
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

demo: golden ## Extract the two sample plans into output/, show the results, compare them, write pages
	@$(BIN)/planparse show --targets $(EXTRACTED)
	@for plan in $(EXTRACTED:.json=); do $(BIN)/planparse report $$plan.json -o $$plan.html || exit 1; done
	@$(BIN)/planparse diff output/jining.json output/bozhou.json --format html -o output/jining-bozhou.html
	@echo "Pages to open in a browser:"; printf '  %s\n' $(EXTRACTED:.json=.html) output/jining-bozhou.html
	@echo "What was extracted, and the diff:"; printf '  %s\n' $(EXTRACTED) $(EXTRACTED:.json=.yaml) output/jining-bozhou.diff.json

check: $(READY) ## Lint, types, import directions and the fast tests: run it while working
	$(lint)
	$(BIN)/pytest -n 2 --dist worksteal -m "not slow"

test: $(READY) ## Lint, types, import directions and all tests; lists the ten slowest
	$(lint)
	$(BIN)/pytest -n 2 --dist worksteal --durations=10

define lint
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
endef

growth: $(READY) ## Check that running time is linear: 1,200 fragments of plans, each repeated (more than an hour of one core)
	@$(BIN)/python tests/bench/growth.py $(wildcard $(CORPUS))

fuzz: $(READY) ## Fuzz with malformed texts, files and edited results; SECONDS=36000 SEED=2 for a night of other cases
	@$(BIN)/python tests/fuzz/fuzz.py --seconds $(SECONDS) --seed $(SEED)

test-newest: $(UV) ## Run all tests with the newest releases of all packages
	$(call test-with,newest,highest)

test-lowest: $(UV) ## Run all tests with the lowest releases that pyproject.toml allows; best with the lowest Python
	$(call test-with,lowest,lowest-direct)

# In a separate environment; uv can resolve to the lowest releases, pip cannot.
define test-with
	$(UV) venv --quiet --clear --python $(PYTHON) .venv-$(1)
	$(UV) pip install --quiet --python .venv-$(1)/bin/python --resolution $(2) --editable '.[dev]'
	@touch .venv-$(1)/.ready
	$(MAKE) --no-print-directory test VENV=.venv-$(1)
endef

test-ray: .venv-ray/.ready ## Test runs on Ray, object storage and dask, in a separate environment: Ray takes 200 MB
	.venv-ray/bin/pytest -p no:xdist tests/test_ray.py

bench-scale: .venv-ray/.ready ## Compare a disturbed run of 20,000 documents on Ray with a local run (an hour); OPTIONS=--documents 5000
	@PYTHONPATH=tests/making .venv-ray/bin/python tests/bench/scale.py $(CORPUS) $(OPTIONS)

.venv-ray/.ready: pyproject.toml | $(UV)
	$(UV) venv --quiet --clear --python $(PYTHON) .venv-ray
	$(UV) pip install --quiet --compile-bytecode --python .venv-ray/bin/python --group ray --editable '.[dev,ray]'
	@touch $@

lock: $(UV) ## Pin what pyproject.toml requires, for every Python and system; OPTIONS=--upgrade takes the newest
	$(LOCK) --group build --output-file requirements/build.txt $(OPTIONS)
	$(LOCK) --extra dev pyproject.toml --constraint requirements/build.txt --output-file requirements/dev.txt $(OPTIONS)

LOCK = $(UV) pip compile --quiet --no-config --default-index https://pypi.org/simple --universal --python-version 3.11 \
	--generate-hashes --no-annotate --custom-compile-command 'make lock'

$(UV): | $(READY)
	$(PIP) uv

browser: ## Install Chromium, in which tests open the pages; without it these tests are skipped (Debian, Ubuntu)
	$(if $(filter 0,$(shell id -u)),,sudo )apt-get install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk

score: $(READY) ## Measure accuracy: precision, recall and F1 against tests/gold
	@$(BIN)/planparse evaluate --gold tests/gold --plans seeds
	@echo; echo "The diff of the two, against an alignment made by reading"; echo
	@$(BIN)/python tests/bench/pairs.py

measure: $(READY) ## Measure accuracy on plans that are not shipped, those used for building the rules and those kept for measuring
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

cascade-check: $(READY) ## Check that cascade finds all documents of the corpus that implement another, and no others
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make cascade-check CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/cascade.py $(CORPUS)

track-check: $(READY) ## Check that track finds all changes planted in plans, and no others
	@$(BIN)/python tests/bench/tracking.py $(wildcard $(CORPUS))

sentences: $(READY) ## Measure accuracy on short plans of everyday sentences, kind by kind
	@$(BIN)/python tests/bench/sentences.py

numbers: $(READY) ## Measure accuracy of targets and roles of numbers in random paragraphs, and the agreement of two readers
	@$(BIN)/python tests/bench/agreement.py
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make numbers CORPUS=folder" >&2; exit 1; }
	@for half in building measuring; do echo; echo "Documents for $$half"; echo; \
		$(BIN)/planparse evaluate --gold tests/gold/numbers/$$half --plans $(CORPUS)/plans --plans $(CORPUS)/files || exit 1; done

metadata: $(READY) ## Measure accuracy of title, number, issuer and date in heads and tails of documents of many offices; OPTIONS=--misses
	@test -d $(CORPUS)/files || { echo "no documents in $(CORPUS)/files; say where they are: make metadata CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/metadata.py $(CORPUS) $(OPTIONS)

confidence: $(READY) ## Fit the confidence of targets to those that readers judged, and write the weights into their lexicon
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make confidence CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/fit_confidence.py $(CORPUS)

themes: $(READY) ## Measure accuracy of the themes of compare against groups of plans labelled by reading; OPTIONS=--misses or --fit
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make themes CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/themes.py $(CORPUS) $(OPTIONS)

tiers: $(READY) ## Fit the tiers of corresponding measures, and print the weights for comparing/tiers.py
	@test -d $(CORPUS)/plans -a -d $(CORPUS)/files || { \
		echo "no plans in $(CORPUS)/plans and $(CORPUS)/files; say where they are: make tiers CORPUS=folder" >&2; exit 1; }
	@$(BIN)/python tests/bench/fit_tiers.py $(CORPUS)

bench: $(READY) ## Measure speed
	@$(BIN)/python tests/bench/speed.py
	@$(BIN)/python tests/bench/long_pages.py

bench-corpus: $(READY) ## Measure what a batch of many plans costs and survives (some minutes)
	@$(BIN)/python tests/bench/batch.py
	@test ! -d $(CORPUS)/plans || $(BIN)/python tests/bench/comparing.py $(CORPUS)

bench-forms: $(READY) ## Read a plan saved as docx, pdf, html …, and 500 broken files
	@$(BIN)/python tests/bench/forms.py

bench-flattened: $(READY) ## Read the plans of a corpus without their line ends; OPTIONS=--each
	@$(BIN)/python tests/bench/flattened.py $(CORPUS) $(OPTIONS)

bench-memory: $(READY) ## Measure memory on files made to exhaust it, in 2 GB of address space (some minutes); OPTIONS=--help
	@$(BIN)/python tests/bench/memory.py $(OPTIONS)

corpus: $(READY) ## Report on a folder of real plans: CORPUS=folder, OPTIONS=--help
	@$(BIN)/python tests/bench/corpus.py $(CORPUS) $(OPTIONS)

cuts: $(READY) ## Check that cut, shuffled or stripped plans get diagnostics, and how many untouched plans do
	@$(BIN)/python tests/bench/cuts.py $(wildcard $(CORPUS)) $(OPTIONS)

schema: $(READY) ## Rewrite schemas/ and docs/codebook* from the models
	@for part in plan diff matrix cascade track review; do \
		$(BIN)/planparse schema $$part > schemas/$$part.schema.json.part && \
		mv schemas/$$part.schema.json.part schemas/$$part.schema.json || exit 1; \
	done
	@mkdir -p docs
	@$(BIN)/planparse schema codebook --lang en > docs/codebook.md.part && mv docs/codebook.md.part docs/codebook.md
	@$(BIN)/planparse schema codebook --lang zh > docs/codebook.zh.md.part && mv docs/codebook.zh.md.part docs/codebook.zh.md

golden: $(READY) ## Rewrite output/; review with git diff
	@$(BIN)/planparse extract $(PLANS) -o output --format json --format yaml --force
	@$(BIN)/planparse diff output/jining.json output/bozhou.json --format json -o output/jining-bozhou.diff.json
	@$(BIN)/python tests/bench/golden.py $(EXTRACTED) $(EXTRACTED:.json=.yaml) output/jining-bozhou.diff.json

samples: $(READY) ## Rewrite tests/samples/ from its plan.txt, one file per reader; needs LibreOffice
	@$(BIN)/python tests/making/samples.py

picture: $(READY) ## Retake output/report.png, which README.md shows; needs Chromium
	@$(BIN)/python tests/bench/picture.py output/report.png

wheel: $(READY) ## Build the sdist and the wheel in dist/, and try the wheel in an empty environment
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist . >/dev/null
	@$(BIN)/python tests/bench/wheel.py dist

clean: ## Remove everything that make created, including .venv
	rm -rf .venv .venv-newest .venv-lowest .venv-ray build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
