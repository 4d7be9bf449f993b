#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check.sh STATE [--source COMMIT] [--only STEP]… -- PACKAGE…: builds Footbridge as a Flatpak, puts it into a
# repository and into a bundle, installs it from there for nobody but this check, and tests what was installed. All
# in STATE, and without the network but for what comes from Debian, once: the stand-in runtime, made of PACKAGE…, and
# the archives in the manifest. Steps: runtime, build, suites, installed. "./dev flatpak" runs it; the last line is
# "N passed, N failed".
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
id=io.github.footbridge_planner.Footbridge
branch=stable
state=$1
shift

source_commit='' steps=()
while [[ $# -gt 0 && $1 != -- ]]; do
  case $1 in
    --source) source_commit=$2; shift 2 ;;
    --only) steps+=("$2"); shift 2 ;;
    *) echo "What is $1?" >&2; exit 2 ;;
  esac
done
shift
packages=("$@")

version=$(sed -n "s/^runtime-version: '\(.*\)'/\1/p" "$root/flatpak/$id.yml")
arch=$(flatpak --default-arch)

# Not where the person's own Flatpaks are.
export FLATPAK_USER_DIR=$state/installation
export LC_ALL=C.UTF-8

say () { printf '\033[1m%s\033[0m\n' "$*" >&2; }

wanted () {
  local step
  [[ ${#steps[@]} -gt 0 ]] || return 0
  for step in "${steps[@]}"; do [[ $step != "$1" ]] || return 0; done
  return 1
}

# quietly LOG COMMAND…: shows what it printed only if it did not work.
quietly () {
  local log=$1
  shift
  "$@" >"$log" 2>&1 || { tail -n 60 "$log" >&2; return 1; }
}

# What lies in the checkout (or one commit of it), without what was built there.
copy_source () {
  rm -rf "$state/source"
  mkdir -p "$state/source"
  if [[ -n $source_commit ]]; then
    git -C "$root" archive "$source_commit" | tar --extract --directory="$state/source"
  elif [[ -e $root/.git ]]; then
    (cd "$root"
     git ls-files -z --cached --others --exclude-standard |
       while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done |
       tar --create --null --files-from=- ) | tar --extract --directory="$state/source"
  else
    tar --create --directory="$root" --exclude=./.dev . | tar --extract --directory="$state/source"
  fi
}

remote () {
  flatpak --user remote-add --if-not-exists --no-gpg-verify "$1" "$2" >/dev/null
}

install_runtime () {
  local name
  remote stand-in "$state/runtime/repo"
  for name in Platform Sdk; do
    quietly "$state/install-$name.log" \
      flatpak --user install --noninteractive --or-update stand-in "org.gnome.$name/$arch/$version"
  done
}

# Into the repository, from the manifest as it is. What Debian does not have comes from where the manifest says.
build () {
  local manifest=$state/source/flatpak/$id.yml
  local options=(--user --force-clean --disable-rofiles-fuse --disable-updates --state-dir="$state/builder"
                 --extra-sources="$state/sources" --repo="$state/repo" --default-branch="$branch")
  "$root/flatpak/sources.sh" "$state/sources" "$manifest" && options+=(--disable-download)
  (cd "$state" && quietly "$state/build.log" flatpak-builder "${options[@]}" "$state/app" "$manifest")
}

bundle () {
  quietly "$state/bundle.log" flatpak build-update-repo --title=Footbridge --default-branch="$branch" "$state/repo"
  quietly "$state/bundle.log" flatpak build-bundle "$state/repo" "$state/footbridge.flatpak" "$id" "$branch"
}

# version_of MODULE: what the newer libraries are.
version_of () { sed -n 's/^Version: //p' "$state/runtime/tree/usr/lib/"*"/pkgconfig/$1.pc"; }

# with_newer SOURCE BUILD COMMAND…: in a container with the newer libraries and neither network nor home, where SOURCE
# is /mnt and BUILD is /mnt/.dev.
with_newer () {
  local source=$1 build=$2 rights=()
  shift 2
  mkdir -p "$source/.dev" "$build"
  [[ $(id -u) != 0 ]] || rights=(--cap-add ALL)
  bwrap --ro-bind "$state/runtime/tree" / --dev /dev --proc /proc --tmpfs /tmp --tmpfs /run --tmpfs /root --tmpfs /home \
    --ro-bind "$source" /mnt --bind "$build" /mnt/.dev \
    --unshare-net --unshare-pid --unshare-ipc --unshare-uts --die-with-parent --new-session "${rights[@]}" \
    --clearenv --setenv PATH /usr/bin:/usr/sbin:/bin:/sbin --setenv HOME /root --setenv LC_ALL C.UTF-8 \
    --chdir /mnt "$@"
}

run_suites () {
  with_newer "$state/source" "$state/suites" ./dev test -Dwerror=true
}

# What the newer libraries call deprecated stands in compat/ only. For that they are told that we know them.
find_deprecated () {
  local gtk adw found
  local log=$state/deprecated.log
  gtk=$(version_of gtk4 | sed 's/\([0-9]*\)\.\([0-9]*\).*/\1_\2/')
  adw=$(version_of libadwaita-1 | sed 's/\([0-9]*\)\.\([0-9]*\).*/\1_\2/')
  rm -rf "$state/deprecated"
  cp -r "$state/source" "$state/deprecated"
  sed -i "s/GDK_VERSION_[0-9]*_[0-9]*/GDK_VERSION_$gtk/g; s/ADW_VERSION_[0-9]*_[0-9]*/ADW_VERSION_$adw/g" \
    "$state/deprecated/meson.build"
  with_newer "$state/deprecated" "$state/deprecated-build" \
    sh -c 'rm -rf .dev/* && meson setup .dev -Dtests=false && ninja -C .dev src/window/libbridge-window.a' >"$log" 2>&1 ||
    { tail -n 20 "$log"; echo "0 passed, 1 failed"; return; }
  found=$(grep -F 'Wdeprecated-declarations' "$log" | grep -v 'src/window/compat/' | sort -u) || true
  [[ -z $found ]] || { printf '%s\n' "$found"; echo "0 passed, 1 failed"; return; }
  echo "1 passed, 0 failed"
}

results=()
add_result () { results+=("$(tail -n 1 "$1")"); }

start=$SECONDS
took () { say "$1 took $((SECONDS - start)) s"; start=$SECONDS; }

mkdir -p "$state"

if wanted runtime; then
  say "Making the stand-in runtime (some minutes, once)"
  "$root/flatpak/runtime.sh" "$state/runtime" "$version" "${packages[@]}"
  install_runtime
  took "The runtime"
fi

if wanted build || wanted suites || [[ ! -e $state/source ]]; then
  copy_source
fi

if wanted build; then
  say "Building $id for GNOME $version"
  build
  bundle
  took "The build"
fi

if wanted suites; then
  say "Tests with GTK $(version_of gtk4), libadwaita $(version_of libadwaita-1)"
  run_suites 2>&1 </dev/null | tee "$state/suites.log" || true
  add_result "$state/suites.log"
  took "These tests"
  say "What is deprecated there"
  find_deprecated | tee "$state/found.log"
  add_result "$state/found.log"
  took "This"
fi

if wanted installed; then
  say "Tests of the installed Flatpak"
  rm -f "$state/installed.log"
  /usr/bin/python3 "$root/tests/flatpak/run.py" "$state" "$id" "$branch" 2>&1 </dev/null |
    tee "$state/installed.log" || true
  add_result "$state/installed.log"
  took "These tests"
fi

[[ ${#results[@]} -gt 0 ]] || exit 0

passed=0 failed=0
for result in "${results[@]}"; do
  if [[ $result =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
  else
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
