# On a new machine, start with `make site` or `make test`. Each target installs what it needs.

NOW = 2026-11-20T12:00Z

CHECK_SITE = .build/check-site
SITE_PYTHON = $(CHECK_SITE)/venv/bin/python

.PHONY: site test build fuzz check-sanitizers release check-release check check-site check-site-faults check-faults pictures format lint bench check-bench check-instructions clean libcmark

# Builds the demonstration site into public/, always for the same time, so that there is something to see.
site: build
	.build/release/allclear build --now $(NOW)

# Runs all tests, and prints failures and the number of tests. `swift test` prints each test. Both build alike, and so does .ci/run.
test: libcmark
	swift test --quiet --disable-xctest $(TESTFLAGS)

build: libcmark
	swift build --configuration release --product allclear --static-swift-stdlib

# Makes a release in .build/release-archive. `check-release` checks that it works where there is only glibc.
release: libcmark
	Scripts/release.sh .build/release-archive

check-release: release
	Scripts/check-release.sh .build/release-archive

# Reports mistakes in the demonstration site.
check: build
	.build/release/allclear check --now $(NOW) --strict

# Checks the schemas for editors, and built sites as readers and their programs see them: with a browser, validators, feed readers and
# API clients.
check-site: build
	Tests/Site/install.sh $(CHECK_SITE)
	$(SITE_PYTHON) Tests/Site/schemas.py .build/release/allclear
	$(SITE_PYTHON) Tests/Site/messages.py .build/release/allclear
	$(SITE_PYTHON) Tests/Site/check.py .build/release/allclear $(CHECK_SITE) $(NOW)

# Checks that those checks can fail: plants one fault after another, which they must find.
check-site-faults: build
	Tests/Site/install.sh $(CHECK_SITE)
	$(SITE_PYTHON) Tests/Site/planted.py .build/release/allclear $(CHECK_SITE) $(NOW)

# Looks for inputs that crash Allclear or break a property, for this many seconds.
FUZZ_SECONDS = 120
fuzz: libcmark
	Tests/Fuzz/run.sh .build-fuzz $(FUZZ_SECONDS)

# Runs the tests of the code that calls libcmark and libyaml, with hostile and pathological records, under AddressSanitizer.
# Undefined behavior in libyaml traps.
check-sanitizers: libcmark
	ALLCLEAR_SANITIZED=1 LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.txt:print_suppressions=0 \
	swift test --scratch-path .build-asan --sanitize=address -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined \
	  -Xswiftc -DSANITIZED

# Checks that each command that writes leaves the old site or the new one, whichever system call fails or is its last.
check-faults: build
	@command -v strace >/dev/null || { $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get update -qq && $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get install -y -qq --no-install-recommends strace; }
	python3 Tests/Faults/faults.py .build/release/allclear

# Takes the pictures of the demonstration site for README.md.
pictures: build
	Tests/Site/install.sh $(CHECK_SITE)
	$(SITE_PYTHON) Tests/Site/pictures.py .build/release/allclear $(CHECK_SITE) $(NOW)

bench: build
	BENCH_ALLCLEAR=.build/release/allclear python3 Benchmarks/run.py

# Checks in a few seconds that `make bench` works. Figures for so few records mean nothing.
check-bench: build
	BENCH_ALLCLEAR=.build/release/allclear BENCH_SIZES=100 python3 Benchmarks/run.py

# Checks that a build executes as many instructions as before, within 1 %.
check-instructions: build
	@command -v valgrind >/dev/null || { $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get update -qq && $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get install -y -qq --no-install-recommends valgrind; }
	python3 Benchmarks/instructions.py .build/release/allclear

format:
	swift format format --in-place --recursive Package.swift Plugins Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Plugins Sources Tests

clean:
	rm -rf .build

# Installs libcmark from the packages of Debian, Ubuntu or Homebrew if it is missing.
libcmark:
	@if ! pkg-config --exists libcmark 2>/dev/null; then $(MAKE) --no-print-directory install-libcmark; fi

.PHONY: install-libcmark
install-libcmark:
	@if command -v apt-get >/dev/null; then \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends libcmark-dev pkg-config; \
	elif command -v brew >/dev/null; then \
	  brew install cmark pkg-config; \
	else \
	  echo "allclear: install the development files of libcmark, and pkg-config, then run make again" >&2; exit 1; \
	fi
