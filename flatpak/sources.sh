#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sources.sh FOLDER MANIFEST: gets the archives that MANIFEST names from Debian, which keeps the same files, for where
# their own places are out of reach. A module goes by the name of Debian's source package; which of its versions it
# is, the checksum says. They go where "flatpak-builder --extra-sources=FOLDER" looks for them. What is there already is
# not fetched again, and nothing of this computer's apt changes. Ends with 3 when Debian does not have one of them.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
folder=$(mkdir -p "$1" && readlink -f "$1") manifest=$2
suites=(trixie testing unstable)
apt=$folder/apt

# shellcheck source=flatpak/debian.sh
. "$here/debian.sh"

# MODULE URL SHA256, a line each.
archives () {
  /usr/bin/python3 - "$manifest" <<'END'
import sys
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    for module in yaml.safe_load(file)["modules"]:
        for source in module["sources"]:
            if source["type"] == "archive":
                print(module["name"], source["url"], source["sha256"])
END
}

is_right () { [[ -e $1 ]] && sha256sum --check --status <<<"$2  $1"; }

# apt-get and apt-cache with lists of their own.
with_apt () {
  local program=$1 proxy
  local options=(-o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State="$apt/state"
                 -o Dir::State::status="$apt/status" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=
                 -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false)
  shift
  proxy=$(proxy)
  [[ -z $proxy ]] || options+=(-o Acquire::http::Proxy="$proxy")
  "$program" "${options[@]}" "$@"
}

# Reads the lists of sources, once.
read_lists () {
  local mirror suite

  [[ ! -e $apt/read ]] || return 0
  need_keyring
  rm -rf "$apt"
  mkdir -p "$apt"/{state/lists/partial,cache/archives/partial}
  : >"$apt/status"
  mirror=$(mirror)
  for suite in "${suites[@]}"; do
    echo "deb-src [signed-by=$keyring] $mirror $suite main"
  done >"$apt/sources.list"
  with_apt apt-get update >"$folder/apt.log" 2>&1 || return 1
  : >"$apt/read"
}

# version_with MODULE SHA256: the version of Debian's package that is made of this file.
version_with () {
  with_apt apt-cache showsrc --only-source "$1" 2>/dev/null |
    awk -v sum="$2" '/^Version:/ { version = $2 } $1 == sum && $3 ~ /\.orig\.tar\./ { print version; exit }'
}

fetch () {
  local name=$1 sum=$2 file=$3 version download=$folder/download

  read_lists || return 1
  version=$(version_with "$name" "$sum")
  [[ -n $version ]] || return 1
  rm -rf "$download"
  mkdir -p "$download"
  (cd "$download" &&
   with_apt apt-get source --download-only --tar-only --only-source "$name=$version" >>"$folder/apt.log" 2>&1) || return 1
  mkdir -p "$(dirname "$file")"
  mv "$download/${name}_"*.orig.tar.* "$file"
  is_right "$file" "$sum" || { rm -f "$file"; return 1; }
}

list=$(archives)
status=0
while read -r name url sum; do
  [[ -n $name ]] || continue
  file=$folder/downloads/$sum/${url##*/}
  is_right "$file" "$sum" || fetch "$name" "$sum" "$file" ||
    { echo "${url##*/} of $name is not to be had from Debian." >&2; status=3; }
done <<<"$list"
rm -rf "$apt" "$folder/download"
exit "$status"
