#!/usr/bin/env bash
# Fuzzes what reads files: records, `status.yml`, templates, languages, alerts, ledgers and other tools' sites. libFuzzer goes where new
# code is reached. An input that crashes, or for which a property fails, is kept in FOLDER as `found-…` and
# printed to the log; once the bug is fixed, it goes to Tests/FuzzTests/Cases, where the tests read it again.
#
#     run.sh FOLDER SECONDS
set -euo pipefail
cd "$(dirname "$0")/../.."
folder="$1" seconds="$2"
seeds="$folder/seeds"

runtime="$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')"
ALLCLEAR_FUZZER="$runtime/clang/lib/linux/libclang_rt.fuzzer_no_main-$(uname -m).a"
export ALLCLEAR_FUZZER
swift build --scratch-path "$folder/build" --configuration release --product Fuzz

# An input is a letter, which says what it is read as, and the file.
rm -rf "$seeds"
mkdir -p "$seeds" "$folder/corpus"
seed() {
    local letter="$1" file
    shift
    for file in "$@"; do { printf '%s' "$letter"; cat "$file"; } > "$seeds/$letter-$(sha256sum "$file" | cut -c -16)"; done
}
mapfile -t records < <(find incidents Tests/EndToEndTests/Sites/*/incidents -name '*.md')
seed r "${records[@]}"
seed c status.yml Tests/EndToEndTests/Sites/*/status.yml starter/site/status.yml
seed t site-templates/index.mustache
seed l site-templates/languages/de.phrases

# Where Swift's crash handler is installed, libFuzzer installs none, and the input would be lost.
export SWIFT_BACKTRACE=enable=no
"$folder/build/release/Fuzz" -max_total_time="$seconds" -max_len=6000 -timeout=30 -rss_limit_mb=4096 \
    -dict=Tests/Fuzz/words.txt -artifact_prefix="$folder/found-" -print_final_stats=1 \
    "$folder/corpus" "$seeds" Tests/FuzzTests/Cases && exit

# Print what was found; `base64 -d | gunzip` restores the file.
for found in "$folder"/found-*; do
    [ "$found" -nt "$seeds" ] || continue
    echo "$found:"
    gzip -9c "$found" | base64
done
exit 1
