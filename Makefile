# Plain make explains the targets.
.DEFAULT_GOAL := help
.PHONY: help referat build serve test check browser server audit audit-test audit-tools screenshots fuzz bench bench-search bench-parts corpus golden clean

GO ?= go
N ?= 1000
OUT ?= .cache/corpus
FUZZTIME ?= 60s
STEPS ?= 10000
SIZES ?= 1000 10000
ROUNDS ?= 3
DIR ?= public
AUDIT = generator/audit
AUDITED = .cache/audit
# Scripts start the program for each command, and planted faults build hundreds of times: with the race
# detector each of the two takes as long as all other tests, in which it sees the same code.
WITHOUT_RACE = ^(TestScript|TestTheProofSeesPlantedFaults)$$
export GOFLAGS := -buildvcs=false $(filter-out -buildvcs=false,$(GOFLAGS))

help: ## show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

referat: ## build the program into this folder
	@CGO_ENABLED=0 $(GO) build -o "referat$$($(GO) env GOEXE)" ./generator

build: referat ## bring public/ up to date with content/, layouts/ and site.toml
	@./referat build

serve: referat ## show the site on this machine and follow every save, until Ctrl-C
	@./referat serve

test: browser server audit-tools check ## run every check and test (what CI runs)
	$(GO) test -race -timeout 20m -skip '$(WITHOUT_RACE)' ./...
	$(GO) test -run '$(WITHOUT_RACE)' ./generator
	@$(MAKE) --no-print-directory audit-test

check: ## format, vet, staticcheck, and build for Windows and macOS
	@unformatted=$$($(GO)fmt -l generator layouts); test -z "$$unformatted" || { echo "gofmt would change: $$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	GOOS=windows $(GO) vet ./...
	GOOS=darwin $(GO) vet ./...

browser: ## find Chromium for the tests of the preview; install it where that is allowed
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || test -n "$$CHROMIUM" || \
	{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium >/dev/null; } || \
	{ echo "no Chromium: install it (Debian: apt-get install chromium), or say where it is: CHROMIUM=/path make test"; exit 1; }

server: ## find nginx for the tests of the rules for web servers; install it where that is allowed
	@command -v nginx >/dev/null || test -x /usr/sbin/nginx || \
	{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get -qq update && apt-get -qq install -y --no-install-recommends nginx-light >/dev/null; } || \
	{ echo "no nginx: install it (Debian: apt-get install nginx-light)"; exit 1; }

audit: browser audit-tools $(AUDITED)/headers ## check the built site DIR in the browser, every page with ALL=1; the report is in .cache/audit/
	@node $(AUDIT)/audit.js "$(DIR)" --headers $(AUDITED)/headers --out $(AUDITED) $(if $(ALL),--all)

screenshots: browser audit-tools $(AUDITED)/headers ## take pictures of every kind of page of DIR, into .cache/screenshots/
	@node $(AUDIT)/screenshots.js "$(DIR)" --headers $(AUDITED)/headers $(if $(ALL),--all)

audit-test: browser audit-tools $(AUDITED)/headers ## audit this site and a difficult one, and see that planted faults are found
	@rm -rf $(AUDITED)/own $(AUDITED)/stress && mkdir -p $(AUDITED)/own && cp -R site.toml content layouts $(AUDITED)/own && node $(AUDIT)/stress.js $(AUDITED)/stress
	@$(GO) build -o $(AUDITED)/referat ./generator && $(AUDITED)/referat build -C $(AUDITED)/own && $(AUDITED)/referat build -C $(AUDITED)/stress --now 2026-06-01T12:00:00Z
	@failed=; for site in own stress; do \
		node $(AUDIT)/audit.js $(AUDITED)/$$site/public --headers $(AUDITED)/headers --out $(AUDITED)/$$site-report || failed=1; \
	done; \
	node $(AUDIT)/trees.js generator/testdata/want generator/testdata/tree || failed=1; \
	node --test --test-reporter=dot $(AUDIT)/test/ || failed=1; test -z "$$failed"

$(AUDITED)/headers: $(wildcard generator/hosting/*.go) $(AUDIT)/headers/main.go
	@mkdir -p $(AUDITED) && $(GO) run ./$(AUDIT)/headers > $@

audit-tools: ## find Node and Java for the audit, and install its packages
	@for tool in node:nodejs npm:npm java:default-jre-headless; do \
		command -v $${tool%:*} >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get -qq update && apt-get -qq install -y --no-install-recommends $${tool#*:} >/dev/null; } || \
		{ echo "no $${tool%:*}: install it (Debian: apt-get install $${tool#*:})"; exit 1; }; \
	done
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || { echo "Node $$(node --version) is too old: the audit needs 20 or newer"; exit 1; }
	@test $(AUDIT)/node_modules/.package-lock.json -nt $(AUDIT)/package-lock.json || for try in 1 2 3 failed; do \
		test $$try != failed || { echo "npm could not fetch the packages of $(AUDIT)/package-lock.json: is there a way to a registry?"; exit 1; }; \
		PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix $(AUDIT) --ignore-scripts --no-audit --no-fund --loglevel=error && break; \
		sleep 5; \
	done

golden: audit-tools browser ## rewrite the expected outputs of the tests; read the diff before committing
	$(GO) test ./generator ./generator/hosting -run Golden -update
	node $(AUDIT)/trees.js generator/testdata/want generator/testdata/tree --update

fuzz: ## look for inputs that break the readers, FUZZTIME on each target, and for edits that break builds, STEPS of them
	$(GO) test ./generator -run TestIncrementalEqualsClean -timeout 12h -v -incremental.steps $(STEPS)
	@for p in $$($(GO) list ./generator/...); do \
		for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
			echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$p || exit 1; \
		done; \
	done

bench: ## hold the program against its floor and, with HUGO=PATH, against Hugo (SIZES, ROUNDS, WORK=DIR)
	@$(GO) run ./generator/bench -sizes "$(SIZES)" -rounds $(ROUNDS) $(if $(HUGO),-hugo "$(HUGO)") $(if $(WORK),-work "$(WORK)")

bench-search: ## time the readers' index and weigh it; with PAGEFIND=PATH beside Pagefind (SIZES, ROUNDS, WORK=DIR)
	@$(GO) run ./generator/bench/search -sizes "$(SIZES)" -rounds $(ROUNDS) $(if $(PAGEFIND),-pagefind "$(PAGEFIND)") $(if $(WORK),-work "$(WORK)")

bench-parts: ## time the parts
	$(GO) test -run '^$$' -bench . -benchmem ./generator/...

corpus: ## write a synthetic site of N meetings to OUT (JSON=DIR: from the neutral form)
	$(GO) run ./generator/corpus -n $(N) -out "$(OUT)" $(if $(JSON),-json "$(JSON)")

clean: ## remove the program, public/ and the record of the last build
	rm -rf referat referat.exe public .cache
