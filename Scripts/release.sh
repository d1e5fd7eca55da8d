#!/usr/bin/env bash
# Builds the program for Linux as one file that needs only glibc, and packs it with its manual and completions. All
# files have the commit's time and no owner, so the same program gives the same bytes.
#
#     release.sh FOLDER    writes allclear-VERSION-linux-ARCHITECTURE.tar.gz and its SHA-256 to FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p "$1"
folder="$(cd "$1" && pwd)"
build="$folder/build"

# Where a library is there both ways, the linker takes the shared one. Here it finds the archives alone, and first;
# `-lgcc_s` finds the static unwinder under the shared library's name. All flags are those of `make build`, so that only
# the link is repeated.
archives="$build/archives"
rm -rf "$archives"
mkdir -p "$archives"
ln -s "$(pkg-config --variable=libdir libcmark)/libcmark.a" "$(clang -print-file-name=libstdc++.a)" "$archives"
ln -s "$(clang -print-file-name=libgcc_eh.a)" "$archives/libgcc_s.a"
sed "s|^libdir=.*|libdir=$archives|" "$(pkg-config --variable=pcfiledir libcmark)/libcmark.pc" > "$build/libcmark.pc"
mv "$build/libcmark.pc" "$archives"
PKG_CONFIG_PATH="$archives" swift build --configuration release --product allclear --static-swift-stdlib
program=.build/release/allclear
# The checksums are committed once the archives are there, and are no part of them.
written="@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct -- . ':!Scripts/checksums')}"

# Laid out as below /usr/local, where man and the shells look.
name="allclear-$("$program" --version)-linux-$(uname -m)"
tree="$build/$name"
rm -rf "$tree"
mkdir -p "$tree"/{bin,share/{man/man1,doc/allclear,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}}
strip -o "$tree/bin/allclear" "$program"
"$program" --generate-completion-script bash > "$tree/share/bash-completion/completions/allclear"
"$program" --generate-completion-script zsh > "$tree/share/zsh/site-functions/_allclear"
"$program" --generate-completion-script fish > "$tree/share/fish/vendor_completions.d/allclear.fish"
swift run --package-path .build/checkouts/swift-argument-parser --scratch-path "$build/manual" \
    generate-manual "$program" --date "$(date --utc --date "$written" +%F)" --output-directory "$tree/share/man/man1"

# The program's own licence, and those of what is linked into it.
licenses="$tree/share/doc/allclear"
cp LICENSE "$licenses"
for package in .build/checkouts/*; do cp "$package"/LICENSE* "$licenses/LICENSE-$(basename "$package").txt"; done
cp /usr/share/doc/libcmark-dev/copyright "$licenses/LICENSE-libcmark.txt"

rm -f "$folder"/allclear-*.tar.gz*
tar --create --directory "$build" --sort=name --mtime="$written" --owner=0 --group=0 --numeric-owner \
    --mode=u=rwX,go=rX "$name" | gzip -n9 > "$folder/$name.tar.gz"
cd "$folder"
sha256sum "$name.tar.gz" | tee "$name.tar.gz.sha256"
# For the page of the release: what a repository's .allclear/install.sh holds the archive against.
echo "sha256_$(uname -m)=$(cut --delimiter=' ' --fields=1 "$name.tar.gz.sha256")"
