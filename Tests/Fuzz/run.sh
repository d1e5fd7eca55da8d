#!/usr/bin/env bash
# Fuzzes what reads files: records, `status.yml`, templates, languages and other tools' sites. libFuzzer goes where new
# code is reached. An input that traps, or of which something does not hold, is kept in FOLDER as `found-…`, and
# written to the log; once mended, it goes to Tests/FuzzTests/Cases, where the tests read it again.
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
seed l site-templates/languages/de.properties

# Swift's handler of a trap would leave libFuzzer's unset, and the input unkept.
export SWIFT_BACKTRACE=enable=no
"$folder/build/release/Fuzz" -max_total_time="$seconds" -max_len=6000 -timeout=30 -rss_limit_mb=4096 \
    -dict=Tests/Fuzz/words.txt -artifact_prefix="$folder/found-" -print_final_stats=1 \
    "$folder/corpus" "$seeds" Tests/FuzzTests/Cases && exit

# What was found goes with the log, from which `base64 -d | gunzip` makes the file again.
for found in "$folder"/found-*; do
    [ -e "$found" ] || continue
    echo "$found:"
    gzip -9c "$found" | base64
done
exit 1
