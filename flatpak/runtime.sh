#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# runtime.sh FOLDER VERSION PACKAGE…: a stand-in for org.gnome.Platform and org.gnome.Sdk, for where Flathub is out
# of reach. It is made of Debian 13's packages, with GTK 4.18 and libadwaita 1.7, and goes by the VERSION that the
# manifest asks for. FOLDER/tree is what it consists of (the tests run in it, too), FOLDER/repo what Flatpak
# installs from. Nothing is done when it is there already.
set -euo pipefail

folder=$1 version=$2
shift 2

suite=trixie
arch=$(flatpak --default-arch)
# What the Sdk needs for itself: Flatpak's builder runs these inside, and nothing else brings them along.
packages=(ca-certificates appstream-compose file patch make xz-utils bzip2 git fonts-dejavu-core "$@")

give_up () { printf '%s\n' "$*" >&2; exit 1; }

# The mirror that this computer uses, if it is a Debian one.
mirror () {
  local uri
  uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Component: main' \
        2>/dev/null | grep -v security | head -n 1) || true
  echo "${uri:-http://deb.debian.org/debian/}"
}

stamp=$(printf '%s\n' "$suite" "$version" "${packages[@]}" | cat - "$0" | sha256sum | cut -d ' ' -f 1)
[[ $(cat "$folder/stamp" 2>/dev/null || true) != "$stamp" ]] || exit 0

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[[ -e $keyring ]] || give_up "The stand-in runtime is made of Debian's packages and needs the package debian-archive-keyring."

chmod -R u+rwX "$folder" 2>/dev/null || true
rm -rf "$folder"
mkdir -p "$folder/tree"

mirror=$(mirror)
proxy=$(apt-config dump --format '%v' Acquire::http::Proxy 2>/dev/null || true)
options=(--variant=apt --keyring="$keyring" --aptopt='Acquire::Languages "none"'
         --aptopt='APT::Install-Recommends "false"')
[[ -z $proxy ]] || options+=(--aptopt="Acquire::http::Proxy \"$proxy\"")

# Through an archive, so that everything belongs to whoever builds, however the packages were unpacked.
list=$(IFS=,; echo "${packages[*]}")
mmdebstrap "${options[@]}" --include="$list" "$suite" - "deb $mirror $suite main" "deb $mirror $suite-updates main" \
    2>"$folder/mmdebstrap.log" |
  tar --extract --directory="$folder/tree" --no-same-owner --no-same-permissions --exclude='./dev/*' ||
  { tail -n 20 "$folder/mmdebstrap.log" >&2; give_up "The stand-in runtime could not be made; $folder/mmdebstrap.log says why."; }

for name in Platform Sdk; do
  image=$folder/image
  mkdir -p "$image/files" "$image/usr"
  # Names of files only, not their content: the tree and the two runtimes share it.
  cp -al "$folder/tree/usr/." "$image/usr/"
  mkdir -p "$image/usr/etc"
  cp -al "$folder/tree/etc/." "$image/usr/etc/"
  # What a runtime has for extensions and for Flatpak to mount over.
  rm -rf "$image/usr/etc/"{machine-id,resolv.conf,hostname,hosts,passwd,group,shadow,gshadow}
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
  rm -rf "$image"
done

echo "$stamp" >"$folder/stamp"
