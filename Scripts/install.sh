#!/usr/bin/env bash
# Installs a release for Linux: downloads the archive for this machine, checks it against the checksum in this
# repository, and unpacks it.
#
#     install.sh ADDRESS VERSION FOLDER [CHECKSUMS]
#
# ADDRESS is where the archives are, such as https://host/releases/v1.0.0. FOLDER is where to install, such as
# /usr/local. CHECKSUMS is a file to use instead of Scripts/checksums.
set -euo pipefail
address="$1" version="$2" folder="$3"
checksums="${4:-$(dirname "${BASH_SOURCE[0]}")/checksums}"

if [ "$(uname -s)" != Linux ]; then
    echo "allclear: releases are for Linux, but this is $(uname -s): run the job on Linux, for example ubuntu-latest" >&2
    exit 1
fi
archive="allclear-$version-linux-$(uname -m).tar.gz"
if ! checksum="$(grep --fixed-strings --regexp="  $archive" "$checksums")"; then
    echo "allclear: $checksums has no checksum for $archive" >&2
    exit 1
fi
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
curl --fail --silent --show-error --location --retry 3 --output "$scratch/$archive" "$address/$archive"
(cd "$scratch" && sha256sum --check --quiet --strict <<< "$checksum")
mkdir -p "$folder"
tar --extract --gzip --file "$scratch/$archive" --directory "$folder" --strip-components 1
