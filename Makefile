# swift-xoev: `make demo` shows the main job, `make test` proves everything. Both set the machine up first.

SWIFT ?= swift
CORPUS ?=

# The plugins' tool would be built once more, for the host; Scripts/prove-plugin builds it.
export XOEV_WITHOUT_PLUGINS = 1

# The Swift run time is linked statically. Nothing is exported: at each start the run time searches the table of exported symbols for
# itself, which takes 0.4 ms of the 10 ms that one small file needs.
RELEASE = $(SWIFT) build -c release --scratch-path .build-release --static-swift-stdlib $(if $(filter Linux,$(shell uname)),-Xlinker --no-export-dynamic)

.PHONY: all setup build release demo test lint bench docs clean

all: build

setup:
	@Scripts/setup

build: setup
	$(SWIFT) build

# The fast binary that needs no Swift on the machine: .build-release/release/xoev
release: setup
	@$(RELEASE) --product xoev

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
	@$(RELEASE) --product xoev
	@$(RELEASE) --product xoev-bench
	@.build-release/release/xoev-bench

# The documentation of the public API and the tutorial as web pages: .build/docs/swift-xoev.doccarchive
docs: setup
	@Scripts/make-docs

clean:
	rm -rf .build .build-* demo
