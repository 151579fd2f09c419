# Two commands do everything on a fresh machine: `make site` and `make test`.
# The demo is written for the last day of 2025; another day: make site DATE=2025-06-30

DATE ?= 2025-12-31
# One build serves the program, the tests and the benchmarks: from a clean clone that is quicker
# than a debug build for the tests beside a release build for the site.
SWIFT_FLAGS = -c release -Xswiftc -enable-testing
PROGRAM = .build/release/jingjian

.PHONY: site test quick growth bench lint format clean setup

site:
	scripts/setup
	swift build $(SWIFT_FLAGS) --product jingjian
	$(PROGRAM) build --date $(DATE)

test:
	scripts/setup test
	swift build
	scripts/lint
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build
	swift build $(SWIFT_FLAGS) --product jingjian
	python3 Tests/Command/run.py $(PROGRAM)
	python3 Tests/Print/run.py $(PROGRAM)
	python3 Tests/Leaks/run.py $(PROGRAM)
	python3 Tests/Growth/run.py $(PROGRAM) --only text:
	$(PROGRAM) build --date $(DATE) --output .build/demo
	.build/python/bin/python Tests/Browser/run.py .build/demo/site
	.build/python/bin/python Tests/Browser/drawings.py $(PROGRAM)
	.build/python/bin/python Tests/Browser/folds.py $(PROGRAM)

# The loop: a debug build and the tests of what changed, or of FILTER.
quick:
	@scripts/quick '$(FILTER)'

# All shapes of long and hostile input; `make test` tries those of texts alone, within two minutes.
growth:
	python3 Tests/Growth/run.py $(PROGRAM)

bench:
	scripts/setup
	swift build -c release --product Bench
	.build/release/Bench

lint:
	scripts/setup
	swift build
	scripts/lint

format:
	swift format --in-place --recursive Package.swift Sources Tests

setup:
	scripts/setup test

clean:
	rm -rf .build output/site output/packets
