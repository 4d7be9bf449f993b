#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# runtime.sh FOLDER VERSION PACKAGE…: a stand-in for org.gnome.Platform and org.gnome.Sdk, for where Flathub is out
# of reach. It is made of Debian 13's packages, with GTK 4.18 and libadwaita 1.7, and goes by the VERSION that the
# manifest asks for. FOLDER/tree is what it consists of (the tests run in it, too), FOLDER/repo what Flatpak
# installs from. What is there already is not made again.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
folder=$1 version=$2
shift 2

suite=trixie
arch=$(flatpak --default-arch)
# What the Sdk needs for itself: Flatpak's builder runs these inside, and nothing else brings them along.
packages=(ca-certificates appstream-compose file patch make xz-utils bzip2 git fonts-dejavu-core "$@")

# shellcheck source=flatpak/debian.sh
. "$here/debian.sh"

# is_made WHAT STAMP: whether it was made of just this.
is_made () { [[ $(cat "$folder/$1.stamp" 2>/dev/null || true) == "$2" ]]; }

remove () {
  chmod -R u+rwX "$@" 2>/dev/null || true
  rm -rf "$@"
}

make_tree () {
  local mirror proxy list
  local options=(--variant=apt --keyring="$keyring" --aptopt='Acquire::Languages "none"'
                 --aptopt='APT::Install-Recommends "false"')

  need_keyring
  mirror=$(mirror)
  proxy=$(proxy)
  [[ -z $proxy ]] || options+=(--aptopt="Acquire::http::Proxy \"$proxy\"")

  remove "$folder/tree"
  mkdir -p "$folder/tree"
  # Through an archive, so that everything belongs to whoever builds, however the packages were unpacked.
  list=$(IFS=,; echo "${packages[*]}")
  mmdebstrap "${options[@]}" --include="$list" "$suite" - \
      "deb $mirror $suite main" "deb $mirror $suite-updates main" 2>"$folder/mmdebstrap.log" |
    tar --extract --directory="$folder/tree" --no-same-owner --no-same-permissions --exclude='./dev/*' ||
    { tail -n 20 "$folder/mmdebstrap.log" >&2
      give_up "The stand-in runtime could not be made; $folder/mmdebstrap.log says why."; }
}

make_runtime () {
  local name=$1 image=$folder/image

  remove "$image"
  mkdir -p "$image/files" "$image/usr"
  # Hard links: the tree and both runtimes share what is in the files.
  cp -al "$folder/tree/usr/." "$image/usr/"
  mkdir -p "$image/usr/etc"
  cp -al "$folder/tree/etc/." "$image/usr/etc/"
  # Flatpak brings these itself.
  rm -rf "$image/usr/etc/"{machine-id,resolv.conf,hostname,hosts,passwd,group,shadow,gshadow}
  install -m 755 "$here/appstream-compose" "$image/usr/bin/appstream-compose"
  cat >"$image/metadata" <<END
[Runtime]
name=org.gnome.$name
runtime=org.gnome.Platform/$arch/$version
sdk=org.gnome.Sdk/$arch/$version

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
END
  flatpak build-export --runtime --disable-sandbox --subject="Stand-in for org.gnome.$name $version" \
    "$folder/repo" "$image" "$version" >"$folder/export-$name.log" 2>&1 ||
    { cat "$folder/export-$name.log" >&2; give_up "The stand-in runtime could not be put into a repository."; }
  remove "$image"
}

mkdir -p "$folder"

tree_stamp=$(printf '%s\n' "$suite" "${packages[@]}" | sha256sum)
if ! is_made tree "$tree_stamp"; then
  make_tree
  echo "$tree_stamp" >"$folder/tree.stamp"
fi

repo_stamp=$(printf '%s\n' "$tree_stamp" "$version" | cat - "$0" "$here/appstream-compose" | sha256sum)
if ! is_made repo "$repo_stamp"; then
  remove "$folder/repo"
  make_runtime Platform
  make_runtime Sdk
  echo "$repo_stamp" >"$folder/repo.stamp"
fi
