# swift-xoev: `make demo` shows the main job, `make test` proves everything. Both set the machine up first.

SWIFT ?= swift
CORPUS ?=

# The plugins' tool would be built once more, for the host; Scripts/prove-plugin builds it.
export XOEV_WITHOUT_PLUGINS = 1

.PHONY: all setup build demo test lint bench docs clean

all: build

setup:
	@Scripts/setup

build: setup
	$(SWIFT) build

# With CORPUS=../shared/corpus the demo also moves a participation service built from real messages.
demo: setup
	@$(SWIFT) build --product xoev
	@Scripts/demo "$$($(SWIFT) build --show-bin-path)/xoev" demo $(CORPUS)

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks
	@Scripts/embed-schemas --check
	@Scripts/update-digests --check
	@Scripts/check-fim-schemas

bench: setup
	@$(SWIFT) build -c release --scratch-path .build-release --static-swift-stdlib --product xoev
	@$(SWIFT) build -c release --scratch-path .build-release --static-swift-stdlib --product xoev-bench
	@.build-release/release/xoev-bench

# The documentation of the public API as symbol graphs; with swift-docc on the machine also as a web page.
docs: setup
	$(SWIFT) package dump-symbol-graph --minimum-access-level public --skip-synthesized-members

clean:
	rm -rf .build .build-* demo
