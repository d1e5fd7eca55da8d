#!/usr/bin/env bash
# Installs a release for Linux: fetches the archive for this machine, holds it against its SHA-256, and unpacks it.
#
#     install.sh ADDRESS VERSION FOLDER    of the archives, as in https://host/releases/v1.0.0; as in /usr/local
set -euo pipefail
address="$1" version="$2" folder="$3"

if [ "$(uname -s)" != Linux ]; then
    echo "allclear: releases are for Linux, and this is $(uname -s): run the job on Linux, as on ubuntu-latest" >&2
    exit 1
fi
archive="allclear-$version-linux-$(uname -m).tar.gz"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
for file in "$archive" "$archive.sha256"; do
    curl --fail --silent --show-error --location --retry 3 --output "$scratch/$file" "$address/$file"
done
(cd "$scratch" && sha256sum --check --quiet --strict "$archive.sha256")
mkdir -p "$folder"
tar --extract --gzip --file "$scratch/$archive" --directory "$folder" --strip-components 1
