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

# What it is made of, or that this is not known: never both.
[ "$(cd "$image" && ls sbom.json SBOM-MISSING.txt 2>/dev/null | wc -l)" = 1 ] || fail "the image has a bill of materials and says that it has none, or neither"

# Sticks get the hub's program from it.
"$jdk/bin/jar" --list --file "$image"/lib/hearthkey-core-*.jar | grep -x org/hearthkey/core/deliver/program/hearthkey-hub >/dev/null || fail "the image lacks the hub's program"

# Native code for drives is there, and nothing but our answer is said; nor in a copy, whose files have other times.
cp -R "$image" "$scratch/copy"
for there in "$image" "$scratch/copy"; do
    said=$("$there/bin/hearthkey" drive list --json 2>"$scratch/complaint")
    [[ $said =~ ^\[.*\]$ ]] && [ ! -s "$scratch/complaint" ] ||
        fail "hearthkey drive list --json in $there said: $said, and complained: $(<"$scratch/complaint")"
done
rm -rf "$scratch/copy"

# The command line is for computers without a display too.
JDK_JAVA_OPTIONS=-Xlog:class+load:file=$scratch/classes "$image/bin/hearthkey" --help >/dev/null 2>&1 || true
grep -q ' org.hearthkey.app.launch.Launch ' "$scratch/classes" || fail "hearthkey --help was not started"
! grep -E ' (javafx|com\.sun\.(javafx|glass|prism))\.' "$scratch/classes" || fail "hearthkey --help loads JavaFX"

# No dump of our memory, and no debugger: by Java's switches, and on Linux by the kernel.
flags=$("$image/runtime/bin/java" -XX:+PrintFlagsFinal -version 2>/dev/null)
for flag in HeapDumpOnOutOfMemoryError=false CreateCoredumpOnCrash=false DisableAttachMechanism=true UsePerfData=false; do
    grep -Eq " ${flag%=*} += ${flag#*=} " <<<"$flags" || fail "The image's Java does not have $flag in force"
done
if [ "$(uname)" = Linux ]; then
    # What belongs to a process that may not be read belongs to root, whoever started it.
    mkfifo "$scratch/passphrase"
    touch "$scratch/none.hearth"
    as_other=()
    if [ "$(id -u)" = 0 ] && setpriv --reuid=65534 --clear-groups test -x "$image/bin/hearthkey"; then
        chmod -R a+rX "$scratch"
        as_other=(setpriv --reuid=65534 --regid=65534 --clear-groups env "HOME=$scratch")
    fi
    "${as_other[@]}" "$image/bin/hearthkey" home show --home "$scratch/none.hearth" --passphrase-file "$scratch/passphrase" >"$scratch/waiting" 2>&1 &
    waiting=$!
    for _ in {1..100}; do
        owner=$(stat -c %u "/proc/$waiting/environ" 2>/dev/null || echo gone)
        core=$(awk '/^Max core file size/ { print $5, $6 }' "/proc/$waiting/limits")
        [ "$owner/$core" != "0/0 0" ] || break
        sleep 0.1
    done
    kill "$waiting"
    wait "$waiting" 2>/dev/null || true
    [ "$owner" = 0 ] || fail "Other programs may read the memory of hearthkey (its owner is $owner): $(cat "$scratch/waiting")"
    [ "$core" = "0 0" ] || fail "A crash of hearthkey would leave a core: $core"
fi

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
