#!/usr/bin/env bash
# Installs the release for this machine in a separate root with nothing but glibc: no Swift, libcmark, time zones or
# locales. Checks that it builds every golden site as expected there, and a site in each language in the same way as
# outside.
#
#     check-release.sh FOLDER    the folder that release.sh wrote to
set -eEuo pipefail
cd "$(dirname "$0")/.."
folder="$(cd "$1" && pwd)"
root="$folder/root"
sites=Tests/EndToEndTests/Sites

rm -rf "$root"
archive="$(basename "$folder"/allclear-*.tar.gz)"
version="$(sed -E 's/^allclear-(.*)-linux-.*/\1/' <<< "$archive")"
Scripts/install.sh "file://$folder" "$version" "$root/usr/local" "$folder/$archive.sha256"
program="$root/usr/local/bin/allclear"

libraries="$(ldd "$program" | grep --only-matching '/[^ ]*')"
if other="$(grep --invert-match --extended-regexp '/(ld-linux[^/]*|libc|libm)\.so\.[0-9]+$' <<< "$libraries")"; then
    printf 'the program needs libraries other than glibc:\n%s\n' "$other" >&2
    exit 1
fi
xargs cp --dereference --parents --target-directory "$root" <<< "$libraries"

# Swift reads a program's arguments from /proc. What the program tells is of interest where the check fails.
mkdir "$root/proc"
trap 'cat "$root/messages.txt" >&2' ERR
room=(--mount --pid --fork --root="$root" --mount-proc=/proc)
[ "$(id -u)" = 0 ] || room+=(--map-root-user)
enter=(env --ignore-environment "$(command -v unshare)" "${room[@]}" /usr/local/bin/allclear)
inside() { "${enter[@]}" "$@" --site /site --now "$now" 2> "$root/messages.txt"; }
outside() { "$program" "$@" --site "$root/site" --now "$now" 2> "$root/messages.txt"; }

# A site in the root, and the folder for what becomes of it.
place() {
    rm -rf "$root/site" "$root/team" "$root/built"
    cp -R "$1" "$root/site"
    mkdir "$root/built"
    now="$(cat "$1/now")"
}

# The lines of a file of a golden site, which says what they mean; none where it has no such file.
lines() { if [ -f "$site/$1" ]; then cat "$site/$1"; fi; }

# Of a page a golden site holds what stands in its <main>.
keep_main() { sed --in-place --quiet '/<main>/,/<\/main>/p' "$1"; }

# Assets are called there without what changes with their content.
rename_assets() {
    find "$built/site" -type f ! -name '*.png' -exec sed --in-place --regexp-extended 's/-[0-9a-f]{16}\././g' {} +
    find "$built/site/assets" -name '*-????????????????.*' | while read -r file; do
        mv "$file" "$(sed --regexp-extended 's/-[0-9a-f]{16}\././' <<< "$file")"
    done
}

# A golden site may be held to some of its files.
keep_held() {
    [ -f "$site/held" ] || return 0
    rm -rf "$root/all"
    mv "$built/site" "$root/all"
    mkdir "$built/site"
    lines held | while read -r path; do
        mkdir -p "$(dirname "$built/site/$path")"
        mv "$root/all/${path%/}" "$built/site/${path%/}"
    done
}

# All that a golden site becomes, laid out as its `expected` is.
build_golden() {
    local site="$1" built="$root/built" options=()
    inside check > "$built/check.txt" || test $? -eq 1
    [ -d "$site/expected/site" ] || return 0
    [ ! -f "$site/best-effort" ] || options=(--best-effort)
    inside build --output /built/site "${options[@]}" > "$root/summary.txt" || test $? -eq 3
    rm "$built/site/.allclear-manifest"
    rename_assets
    keep_held
    lines left-out | while read -r path; do rm -r "$built/site/$path"; done
    find "$built" -type d -empty -delete
    lines whole | sort > "$root/whole.txt"
    (cd "$built/site" && find . -name '*.html' -printf '%P\n' | sort) | comm -23 - "$root/whole.txt" |
        while read -r path; do keep_main "$built/site/$path"; done
    [ ! -f "$site/internal" ] || inside build --audience internal --output /team > "$root/summary.txt"
    lines internal | while read -r path; do install -D "$root/team/$path" "$built/internal/$path"; done
    [ ! -d "$built/internal" ] || find "$built/internal" -name '*.html' | while read -r page; do keep_main "$page"; done
    lines commands | while IFS=: read -r name arguments; do
        mkdir -p "$(dirname "$built/$name")"
        # shellcheck disable=SC2086  # the words are arguments
        inside $arguments > "$built/$name" || [ $? -ge 10 ]  # from 10 on, it is the site's state
    done
}

for site in "$sites"/*; do
    place "$site"
    build_golden "$site"
    diff --recursive "$site/expected" "$root/built"
    echo "$(basename "$site"): as expected"
done

# `serve` alone works asynchronously. What enters the room is the parent of the program.
place "$sites/four-phases"
"${enter[@]}" serve --port 0 --site /site --now "$now" 2> "$root/messages.txt" &
trap 'pkill --parent $! 2> /dev/null || true' EXIT
address=
for _ in {1..100}; do
    address="$(grep --only-matching 'http://[0-9.:]*/' "$root/messages.txt" || true)"
    [ -z "$address" ] || break
    sleep 0.1
done
curl --fail --silent --show-error "$address" | grep --quiet '</html>'
kill -INT "$(cat "/proc/$!/task/$!/children")"
wait $!
trap - EXIT
echo "serve: a page was served"

for file in site-templates/languages/*; do
    language="$(basename "$file" .phrases)"
    place "$sites/ticketed"
    sed -i "s/^site:$/site:\n  language: $language/" "$root/site/status.yml"
    inside build --output /built/inside > "$root/summary.txt"
    outside build --output "$root/built/outside" > "$root/summary.txt"
    diff --recursive "$root/built/inside" "$root/built/outside"
    grep --quiet "<html lang=\"$language\"" "$root/built/inside/index.html"
    echo "$language: the same as outside"
done
