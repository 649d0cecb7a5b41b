#!/usr/bin/env bash
# check-image.sh IMAGE JDK: starts the image as its users do, and says how long its start takes.
set -euo pipefail
image=$(cd "$1" && pwd)
jdk=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "$*" >&2
    exit 1
}

# Through a link, and from a folder with a space in its name.
mkdir "$scratch/a folder"
ln -s "$image" "$scratch/a folder/image"
ln -s "../a folder/image/bin/hearthkey" "$scratch/a folder/link"
said=$("$scratch/a folder/link" --version 2>&1)
[[ $said =~ ^hearthkey\ [0-9.]+$ ]] || fail "hearthkey --version through a link said: $said"

# The command line is for computers without a display too.
JDK_JAVA_OPTIONS=-Xlog:class+load:file=$scratch/classes "$image/bin/hearthkey" --help >/dev/null 2>&1 || true
grep -q ' org.hearthkey.app.launch.Launch ' "$scratch/classes" || fail "hearthkey --help was not started"
! grep -E ' (javafx|com\.sun\.(javafx|glass|prism))\.' "$scratch/classes" || fail "hearthkey --help loads JavaFX"

# How long a start takes, against a program that does nothing, in turns.
echo 'class Empty { public static void main(String[] arguments) {} }' >"$scratch/Empty.java"
"$jdk/bin/javac" -d "$scratch" "$scratch/Empty.java"
microseconds() {
    local begun=$EPOCHREALTIME ended
    "$@" >/dev/null
    ended=$EPOCHREALTIME
    echo $((${ended/[.,]/} - ${begun/[.,]/}))
}
for _ in {1..41}; do
    microseconds "$image/bin/hearthkey" --version >>"$scratch/version"
    microseconds "$image/runtime/bin/java" -cp "$scratch" Empty >>"$scratch/empty"
done
median() {
    sort -n "$1" | sed -n 21p
}
awk -v version="$(median "$scratch/version")" -v empty="$(median "$scratch/empty")" 'BEGIN {
    printf "hearthkey --version took %.1f ms, an empty program %.1f ms: %.2f times as long (medians of 41)\n",
        version / 1000, empty / 1000, version / empty }'
