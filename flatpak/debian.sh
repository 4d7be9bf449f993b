# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where Debian's packages and their sources come from; for the scripts beside it.

keyring=/usr/share/keyrings/debian-archive-keyring.gpg

give_up () { printf '%s\n' "$*" >&2; exit 1; }

need_keyring () {
  [[ -e $keyring ]] || give_up "What stands in for Flathub comes from Debian and needs the package debian-archive-keyring."
}

# The mirror that this computer uses, if it is a Debian one.
mirror () {
  local uri
  # shellcheck disable=SC2016
  uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Component: main' \
        2>/dev/null | grep -v security | head -n 1) || true
  echo "${uri:-http://deb.debian.org/debian/}"
}

proxy () { apt-config dump --format '%v' Acquire::http::Proxy 2>/dev/null || true; }
