#!/usr/bin/env bash
# Installs what `make check-site` needs where it is missing: programs and fonts through apt, Alertmanager and virtual
# environments with Python packages in FOLDER.
#
#     install.sh FOLDER
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="$1"

missing() { ! command -v "$1" >/dev/null; }
packages=()
missing chromium && packages+=(chromium)
missing newsboat && packages+=(newsboat)
missing xmllint && packages+=(libxml2-utils)
missing java && packages+=(default-jre-headless)
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
# Without fonts for their scripts, pages in other languages are measured as rows of empty boxes.
for font in fonts-noto-core fonts-wqy-microhei; do
    dpkg -s "$font" >/dev/null 2>&1 || packages+=("$font")
done
# Only its program is taken: the package, if it is installed, runs it as a service.
alertmanager="$folder/alertmanager"
unpacked=$([ -d "$alertmanager" ] || echo prometheus-alertmanager)
if [ -n "${packages[*]}$unpacked" ]; then
    missing apt-get && { echo "check-site needs Debian's or Ubuntu's: ${packages[*]} $unpacked" >&2; exit 1; }
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get update -qq
fi
if [ ${#packages[@]} -gt 0 ]; then
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
mkdir -p "$folder"
if [ -n "$unpacked" ]; then
    download=$(mktemp -d)
    (cd "$download" && apt-get download -qq -o APT::Sandbox::User=root "$unpacked")
    dpkg-deb --extract "$download"/*.deb "$alertmanager.part"
    rm -r "$download"
    mv "$alertmanager.part" "$alertmanager"
fi

stamp="$folder/installed.txt"
cat "$here/requirements.txt" "$here/clients.txt" | cmp -s - "$stamp" && exit 0
rm -rf "$folder/venv" "$folder/clients" "$stamp"
python3 -m venv "$folder/venv"
pip() { "$folder/venv/bin/python" -m pip --quiet --disable-pip-version-check "$@"; }
pip install --requirement "$here/requirements.txt"
for client in $(grep -v '^#' "$here/clients.txt"); do
    python3 -m venv --without-pip "$folder/clients/${client%%=*}"
    pip --python "$folder/clients/${client%%=*}/bin/python" install "$client"
done
cat "$here/requirements.txt" "$here/clients.txt" > "$stamp"
