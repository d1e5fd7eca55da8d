#!/bin/sh
# Installs Allclear for CI. This is the one place that says which version, and from where: change it to update.
set -eu
version=@version@
releases=${ALLCLEAR_RELEASES:-@releases@}

if [ "$(allclear --version 2>/dev/null || true)" = "$version" ]; then exit 0; fi
archive="allclear-$version-linux-$(uname -m).tar.gz"
scratch=$(mktemp -d)
for file in "$archive" "$archive.sha256"; do
  curl --fail --silent --show-error --location --retry 3 --output "$scratch/$file" "$releases/v$version/$file"
done
(cd "$scratch" && sha256sum --check --quiet "$archive.sha256")
mkdir -p "$HOME/.local"
tar -xzf "$scratch/$archive" -C "$HOME/.local" --strip-components 1
rm -r "$scratch"
"$HOME/.local/bin/allclear" --version
# GitHub's way to put a folder on the PATH of the steps that follow.
if [ -n "${GITHUB_PATH:-}" ]; then echo "$HOME/.local/bin" >> "$GITHUB_PATH"; fi
