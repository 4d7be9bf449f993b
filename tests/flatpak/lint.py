# SPDX-FileCopyrightText: 2026 The Footbridge developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a shop's linter asks of a Flatpak, as far as it can be told from the manifest and what was built from it."""

import configparser
import glob
import gzip
import json
import os
import re
import subprocess
import xml.etree.ElementTree

import yaml

# All that Footbridge may do; whoever adds to it says why here, too.
RIGHTS = ["--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri",
          "--system-talk-name=org.freedesktop.timedate1"]

# The libraries it brings along, as the runtime does not have them, and the symbols that say which they are.
LIBRARIES = {"libsodium": "sodium_init"}


def manifest_of(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def desktop_of(app, app_id):
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read(os.path.join(app, "export/share/applications", f"{app_id}.desktop"), encoding="utf-8")
    return parser["Desktop Entry"]


def check_names(path, manifest, app_id):
    """the manifest is named after the application, which has no more parts than it needs"""
    assert os.path.basename(path) == f"{app_id}.yml" and manifest["id"] == app_id
    assert 4 <= len(app_id.split(".")) <= 5 and re.fullmatch(r"[A-Za-z][\w.]{5,254}", app_id)
    assert not {"branch", "default-branch", "app-id"} & set(manifest)
    assert manifest["command"] == "footbridge"


def check_runtime(path, manifest, app_id):
    """it is built for one numbered GNOME"""
    assert manifest["runtime"] == "org.gnome.Platform" and manifest["sdk"] == "org.gnome.Sdk"
    assert re.fullmatch(r"\d\d", manifest["runtime-version"])


def check_rights(path, manifest, app_id):
    """it asks for no more rights than it needs, in the manifest and in what was built"""
    assert manifest["finish-args"] == RIGHTS, manifest["finish-args"]
    assert "build-args" not in str(manifest) and "--share=network" not in str(manifest)


def check_sources(path, manifest, app_id):
    """every module has its sources, and what is downloaded is known by its checksum"""
    for module in manifest["modules"]:
        assert module["sources"], module
        for source in module["sources"]:
            assert source["type"] in ("dir", "archive", "file"), source
            if source["type"] == "dir":
                assert not os.path.isabs(source["path"]), source
            else:
                assert re.fullmatch(r"[0-9a-f]{64}", source["sha256"]), source
                assert source["url"].startswith("https://"), source


def check_modules(path, manifest, app_id):
    """it brings along what the runtime does not have, and no more"""
    assert [module["name"] for module in manifest["modules"]] == [*LIBRARIES, "footbridge"]


def check_as_written(app, path):
    """it was built from the manifest as it is, and from the archives that are named there"""
    def sources(modules):
        return [(module["name"], source.get("url"), source.get("sha256"))
                for module in modules for source in module["sources"]]

    manifest = manifest_of(path)
    with open(os.path.join(app, "files/manifest.json"), encoding="utf-8") as file:
        built = json.load(file)
    assert sources(built["modules"]) == sources(manifest["modules"]), built["modules"]
    assert built["finish-args"] == manifest["finish-args"], built["finish-args"]


def check_built_rights(app, app_id):
    """what was built has these rights and no others"""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read(os.path.join(app, "metadata"), encoding="utf-8")
    rights = {key: sorted(filter(None, value.split(";"))) for key, value in parser["Context"].items()}
    # "x11" beside "fallback-x11" is how Flatpak writes the latter down.
    assert rights == {"shared": ["ipc"], "sockets": ["fallback-x11", "wayland", "x11"], "devices": ["dri"]}, rights
    assert dict(parser["System Bus Policy"]) == {"org.freedesktop.timedate1": "talk"}
    assert not {"Session Bus Policy", "Environment"} & set(parser.sections()), parser.sections()


def check_exports(app, app_id):
    """everything it exports is its own"""
    exported = [os.path.relpath(path, f"{app}/export") for path in glob.glob(f"{app}/export/**", recursive=True)
                if os.path.isfile(path)]
    expected = {f"share/applications/{app_id}.desktop", f"share/dbus-1/services/{app_id}.service",
                f"share/icons/hicolor/scalable/apps/{app_id}.svg",
                f"share/icons/hicolor/symbolic/apps/{app_id}-symbolic.svg"}
    assert expected <= set(exported), expected - set(exported)
    assert all(os.path.basename(path).startswith(app_id) for path in exported), exported


def check_desktop_file(app, app_id):
    """the desktop file is valid, shows, has an icon of ours and a category of weight"""
    path = os.path.join(app, "export/share/applications", f"{app_id}.desktop")
    result = subprocess.run(["desktop-file-validate", "--no-hints", path], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout
    entry = desktop_of(app, app_id)
    assert entry["Icon"] == app_id and entry["DBusActivatable"] == "true" and "flatpak run" not in entry["Exec"]
    assert "NoDisplay" not in entry and "Hidden" not in entry
    assert set(entry["Categories"].strip(";").split(";")) - {"GTK", "GNOME"}


def check_catalogue(app, app_id):
    """a software centre finds name, developer, licence, icon and how to start it"""
    with gzip.open(os.path.join(app, "files/share/app-info/xmls", f"{app_id}.xml.gz")) as file:
        components = xml.etree.ElementTree.parse(file).getroot().findall("component")
    assert len(components) == 1
    component = components[0]
    assert component.get("type") == "desktop-application" and component.findtext("id") == app_id
    assert component.findtext("launchable") == f"{app_id}.desktop"
    assert len(component.findtext("name")) <= 20
    summary = component.findtext("summary")
    assert len(summary) <= 35 and not summary.endswith("."), summary
    assert component.findtext("developer/name") and component.findtext("project_license") == "GPL-3.0-or-later"
    assert component.find("content_rating") is not None and component.find("releases/release") is not None
    assert component.find("categories/category") is not None
    icon = os.path.join(app, "files/share/app-info/icons/flatpak/128x128", f"{app_id}.png")
    assert os.path.exists(icon), "no icon of 128 × 128"


def check_leftovers(app, app_id):
    """nothing is shipped that only builders need"""
    names = set(os.listdir(os.path.join(app, "files"))) | set(os.listdir(os.path.join(app, "files/share")))
    assert not names & {"include", "man", "bash-completion", "doc", "pkgconfig"}, names
    assert not glob.glob(f"{app}/files/**/*.a", recursive=True) and not glob.glob(f"{app}/files/**/*.la", recursive=True)


def check_libraries(app, app_id):
    """there are the libraries it brings along, and no others"""
    names = {name for name in os.listdir(os.path.join(app, "files/lib")) if name != "debug"}
    for library in LIBRARIES:
        assert library_of(app, library) in names
    assert {re.sub(r"\.so\.[0-9.]+$", "", name) for name in names} == set(LIBRARIES), names


def library_of(app, library):
    """The name by which programs load a library: libsodium.so.26."""
    names = [os.path.basename(path) for path in glob.glob(f"{app}/files/lib/{library}.so.*")]
    found = [name for name in names if re.fullmatch(r".*\.so\.\d+", name)]
    assert len(found) == 1, names
    return found[0]


MANIFEST_CHECKS = [check_names, check_runtime, check_rights, check_sources, check_modules]
BUILD_CHECKS = [check_built_rights, check_exports, check_desktop_file, check_catalogue, check_leftovers, check_libraries]
