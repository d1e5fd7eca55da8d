#!/usr/bin/env bash
# Shows that a change does not affect any output: builds the program from a commit and from the current tree, runs all
# commands of both on the same sites, and compares every byte.
#
#     same-bytes.sh COMMIT
#
# Builds in .build-same, and keeps the program of the commit there. The sites are the demonstration, the gallery, the
# golden sites, 1,000 generated records with each of three seeds and, if they are present, the records of other teams.
set -euo pipefail
cd "$(dirname "$0")/.."
commit="$(git rev-parse --verify "$1^{commit}")"
today="$(git rev-parse HEAD)$([ -z "$(git status --porcelain)" ] || echo ' and uncommitted changes')"
here="$PWD"
folder="$here/.build-same"
corpora="$here/../shared/corpora"
mkdir -p "$folder/programs"

# Builds a source tree's program; both trees' builds share what they depend on.
build() {
    make -s -C "$1" libcmark
    swift build --package-path "$1" --scratch-path "$folder/$2" --configuration release --product allclear \
        --static-swift-stdlib 2>&1 | grep --line-buffered --extended-regexp 'error:|Compiling|Build of' >&2
    cp "$folder/$2/release/allclear" "$3"
}

before="$folder/programs/$commit"
if [ ! -f "$before" ]; then
    rm -rf "$folder/tree"
    git worktree prune
    git worktree add --quiet --force --detach "$folder/tree" "$commit"
    build "$folder/tree" build-before "$before.new"
    git worktree remove --force "$folder/tree"
    mv "$before.new" "$before"
fi
after="$folder/programs/today"
build "$here" build-after "$after"

# Sites that only this comparison has, the same for both programs.
sites="$folder/sites"
rm -rf "$sites"

# Commits a site but for its newest records, so that a program has something to tell differences of.
commit_most() {
    local site="$1"
    (
        cd "$site"
        date=2026-11-20T11:00:00Z
        export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.com GIT_AUTHOR_DATE=$date
        export GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.com GIT_COMMITTER_DATE=$date
        mkdir "$sites/new"
        find incidents -name '*.md' | sort | tail -n 20 | xargs mv --target-directory "$sites/new"
        git init --quiet && git add --all && git commit --quiet --message Records
        mv "$sites"/new/* incidents/
        rmdir "$sites/new"
    )
}

for seed in 1 2 3; do
    python3 Benchmarks/generate-records.py 1000 "$sites/generated-$seed" --seed "$seed"
    commit_most "$sites/generated-$seed"
done
# Without the templates that lie beside it: each program has its own.
mkdir "$sites/demonstration"
cp -R status.yml incidents static "$sites/demonstration"
commit_most "$sites/demonstration"

# Everything that a program makes of the sites, below a folder. Times that a build took are left out.
make_all() {
    local program="$1" out="$2"
    rm -rf "$out"
    mkdir -p "$out"
    cd "$out"

    # What it says and how it ends, in a file of that name.
    run() {
        local name="$1" status=0
        shift
        mkdir -p "$(dirname "$name")"
        "$program" "$@" > "$name.out" 2> "$name.err" < /dev/null || status=$?
        echo "$status" > "$name.status"
        sed --in-place --regexp-extended 's/ in [0-9]+ ms//' "$name.out" "$name.err"
    }

    # All about a site: its name, its folder, the instant, and which of its records are announced.
    site() {
        local name="$1" where=(--site "$2" --now "$3") count="$4" audience format period slug
        for audience in public internal; do
            run "$name/build-$audience" build "${where[@]}" --audience "$audience" --best-effort \
                --output "$name/$audience"
            run "$name/status-$audience" status "${where[@]}" --audience "$audience"
            run "$name/status-json-$audience" status "${where[@]}" --audience "$audience" --json
            for format in markdown html csv json; do
                for period in 2025 2026 2026-Q1 2026-Q4 2026-01 2026-11; do
                    run "$name/reports/$period-$audience-$format" report "$period" "${where[@]}" \
                        --audience "$audience" --format "$format"
                done
            done
            for format in text markdown json; do
                run "$name/diff-$audience-$format" diff "${where[@]}" --audience "$audience" --format "$format"
            done
        done
        for format in terminal json github; do
            run "$name/check-$format" check "${where[@]}" --format "$format"
        done
        find "$2/incidents" -name '*.md' 2> /dev/null | sort | tail -n "$count" | while read -r path; do
            slug="$(basename "$path" .md)"
            for format in slack email sms markdown json; do
                run "$name/announced/$slug-$format" announce "$slug" "${where[@]}" --format "$format"
            done
        done
    }

    site demonstration "$sites/demonstration" 2026-11-20T12:00Z 100
    run gallery/build build --site "$here" --now 2026-11-20T12:00Z --gallery --output gallery/built
    for golden in "$here"/Tests/EndToEndTests/Sites/*; do
        site "golden/$(basename "$golden")" "$golden" "$(cat "$golden/now")" 100
    done
    for seed in 1 2 3; do site "generated-$seed" "$sites/generated-$seed" 2026-11-20T12:00Z 5; done
    if [ -d "$corpora" ]; then
        for format in cstate statusfy upptime; do
            for corpus in "$corpora/$format"/*; do imported "$format" "$corpus"; done
        done
        for corpus in "$corpora"/statuspage-v2/*; do imported statuspage "$corpus"; done
    fi
}

# What becomes of another tool's records, and what `check` says of it.
imported() {
    local name
    name="imported/$1-$(basename "$2")"
    run "$name" import "$1" "$2" --into "$name"
    run "$name-check" check --site "$name" --now 2026-11-20T12:00Z
}

(make_all "$before" "$folder/before") &
make_all "$after" "$folder/after"
wait $!

cd "$folder"
printf 'before: %s, program %s\n' "$commit" "$(sha256sum "$before" | cut -c -16)"
printf 'today:  %s, program %s\n' "$today" "$(sha256sum "$after" | cut -c -16)"
[ -d "$corpora" ] || echo 'not compared: the records of other teams, which are not here'
for side in before after; do
    printf '%-7s %s files, digest %s\n' "$side:" "$(find "$side" -type f | wc -l)" \
        "$(cd "$side" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c -16)"
done
if diff --recursive --brief before after > differing; then
    echo 'all files are identical'
else
    printf '%s files differ, such as:\n' "$(wc -l < differing)"
    head -n 20 differing
    diff --recursive --text before after | cut -c -200 | head -n 40 || true
    exit 1
fi
