#!/bin/sh
# Rewrites the sources in the project's format: all of them, or the files and folders named.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
paths=
for path in "${@:-$root}"; do
    paths=${paths:+$paths:}$(realpath "$path")
done
cd "$root"
exec mvn -B -q -N toolchains:select-jdk-toolchain@java-25-whatever-runs-maven dependency:copy@fetch-formatter \
    exec:exec@format -Dformat.mode=write -Dformat.paths="$paths"
