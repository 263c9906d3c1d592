# The vocabulary of the team. Each word is one script; read the script to know what it does.
.DEFAULT_GOAL := help
.PHONY: help setup run edge test check bench fuzz sanitize soak fmt

help: ## show these words
	@sed -n 's/^\([a-z]*\):[a-z ]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

setup: ## prepare this machine: packages, llhttp sources, Python environment
	@scripts/setup

run: setup ## build a release and serve on http://127.0.0.1:8080
	@scripts/run

edge: setup ## put Caddy in front of a running Konak: https for *.localhost on port 8443
	@scripts/edge

test: setup ## everything that must hold: setup, check, build, unit and system tests
	@scripts/test

check: setup ## the gate without a build: format, imports, docs, leftovers, migrations, scripts
	@scripts/check

bench: setup ## measure against nginx and pgbench, ratios from the same run
	@scripts/bench/run

fuzz: setup ## run every fuzz target for FUZZ_SECONDS (60)
	@scripts/fuzz

sanitize: setup ## run the tests under the thread sanitizer
	@scripts/sanitize

soak: setup ## the tests that take their time: slow clients, idle connections and streams, restarts under load
	@scripts/soak

fmt: ## format all Swift files in place
	@scripts/format
