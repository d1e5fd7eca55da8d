# The two commands of a fresh machine: `make site` and `make test`. Each installs what it needs.

NOW = 2026-11-20T12:00Z

CHECK_SITE = .build/check-site
SITE_PYTHON = $(CHECK_SITE)/venv/bin/python

.PHONY: site test build fuzz check-sanitizers release check-release check check-site check-site-faults check-faults pictures format lint bench check-bench check-instructions clean libcmark

# The demonstration site, into public/. The instant is pinned so that it always shows well.
site: build
	.build/release/allclear build --now $(NOW)

# Tells what fails, and how many tests there were: `swift test` tells of each. Both build alike, and so does .ci/run.
test: libcmark
	swift test --quiet --disable-xctest $(TESTFLAGS)

build: libcmark
	swift build --configuration release --product allclear --static-swift-stdlib

# What a release hands out, in .build/release-archive; and that it works where there is nothing but glibc.
release: libcmark
	Scripts/release.sh .build/release-archive

check-release: release
	Scripts/check-release.sh .build/release-archive

# Every mistake in the demonstration's records.
check: build
	.build/release/allclear check --now $(NOW) --strict

# The schemas for editors, and built sites as readers and their programs see them: in a browser, by validators, feed readers and API clients.
check-site: build
	Tests/Site/install.sh $(CHECK_SITE)
	$(SITE_PYTHON) Tests/Site/schemas.py .build/release/allclear
	$(SITE_PYTHON) Tests/Site/messages.py .build/release/allclear
	$(SITE_PYTHON) Tests/Site/check.py .build/release/allclear $(CHECK_SITE) $(NOW)

# That those checks can fail: one fault after the other is planted, and has to be found.
check-site-faults: build
	Tests/Site/install.sh $(CHECK_SITE)
	$(SITE_PYTHON) Tests/Site/planted.py .build/release/allclear $(CHECK_SITE) $(NOW)

# Looks for files that trap what reads them, or of which something does not hold, for so many seconds.
FUZZ_SECONDS = 120
fuzz: libcmark
	Tests/Fuzz/run.sh .build-fuzz $(FUZZ_SECONDS)

# The tests of what calls libcmark and libyaml, hostile and pathological records among them, with their memory watched.
# Where libyaml does what C leaves undefined, it traps.
check-sanitizers: libcmark
	ALLCLEAR_SANITIZED=1 LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.txt:print_suppressions=0 \
	swift test --scratch-path .build-asan --sanitize=address -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined \
	  -Xswiftc -DSANITIZED --filter '^RecordsTests[.]' --filter '^FuzzTests[.]'

# That every command which writes leaves the old site or the new one, whichever of its system calls fails or is its last.
check-faults: build
	@command -v strace >/dev/null || { $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get update -qq && $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get install -y -qq --no-install-recommends strace; }
	python3 Tests/Faults/faults.py .build/release/allclear

# The pictures of the demonstration in README.md.
pictures: build
	Tests/Site/install.sh $(CHECK_SITE)
	$(SITE_PYTHON) Tests/Site/pictures.py .build/release/allclear $(CHECK_SITE) $(NOW)

bench: build
	BENCH_ALLCLEAR=.build/release/allclear python3 Benchmarks/run.py

# That `make bench` works, in a few seconds: figures of so few records say nothing.
check-bench: build
	BENCH_ALLCLEAR=.build/release/allclear BENCH_SIZES=100 python3 Benchmarks/run.py

# That a build executes as many instructions as before, within 1 %.
check-instructions: build
	@command -v valgrind >/dev/null || { $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get update -qq && $$([ "$$(id -u)" = 0 ] || echo sudo) apt-get install -y -qq --no-install-recommends valgrind; }
	python3 Benchmarks/instructions.py .build/release/allclear

format:
	swift format format --in-place --recursive Package.swift Plugins Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Plugins Sources Tests

clean:
	rm -rf .build

# libcmark comes from the system's packages: Debian's or Ubuntu's, or Homebrew's.
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
	  echo "allclear: install libcmark's development files and pkg-config, then run make again" >&2; exit 1; \
	fi
