#!/usr/bin/env bash
# Installs what is missing, builds Hearthkey if its sources changed, and starts it with the arguments given: with none it
# opens the window.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/prepare.sh
. "$root/installer/prepare.sh"

image=$root/app/target/hearthkey
built=$root/app/target/built # as old as the newest sources in the image

want_builder
if [ $# -eq 0 ] && must_have_apt_or mvn; then
    want "lets JavaFX draw the window" libgtk-3-0t64 libgtk-3-0
    want "tells JavaFX of the mouse and the keys" libxtst6
    want "tells JavaFX of the screen" libxxf86vm1
    want "draws with the graphics card" libgl1
    want "has signs that our own fonts lack" fonts-dejavu-core
fi
install_wanted

if [ ! -e "$built" ] || [ -n "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main "$root/icons" "$root/installer" \
    -newer "$built" -print -quit)" ]; then
    say "Building Hearthkey. The first time this fetches libraries and takes some minutes."
    mkdir -p "$root/app/target"
    rm -f "$built"
    touch "$built.next"
    (cd "$root" && mvn -B -q -DskipTests package) >"$built.log" 2>&1 || {
        tail -n 40 "$built.log" >&2
        give_up 70 "The build failed. All it said is in $built.log"
    }
    mv "$built.next" "$built"
fi

if [ $# -eq 0 ] && [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}" ]; then
    give_up 69 "There is no display for the window. The command line works here: $0 --help"
fi
exec "$image/bin/hearthkey" "$@"
