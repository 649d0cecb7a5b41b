#!/usr/bin/env bash
# Fuzzes every reader of bytes from outside for so many seconds each, 60 unless told: installer/fuzz.sh [SECONDS [NAME]]
# NAME is part of a target's name, such as CertificateFuzzTest#lists. What is found lies among the inputs that `mvn verify` replays.
set -euo pipefail
seconds=${1:-60}
wanted=${2:-}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# targets: MODULE CLASS#METHOD of each fuzz test.
targets() {
    find core app -path '*/src/test/java/*FuzzTest.java' | sort | while read -r file; do
        sed -n '/@FuzzTest/{n;s/.* void \([A-Za-z]*\)(.*/\1/p;}' "$file" | while read -r method; do
            printf '%s %s#%s\n' "${file%%/*}" "$(basename "$file" .java)" "$method"
        done
    done
}

failed=()
while read -r module target; do
    [[ $target == *"$wanted"* ]] || continue
    modules=core
    [ "$module" = core ] || modules=core,$module
    echo "== $target, $seconds s"
    log=$(mktemp)
    if JAZZER_FUZZ=1 JAZZER_MAX_DURATION="${seconds}s" mvn -B test -pl "$modules" -Dtest="$target" \
        -Dsurefire.failIfNoSpecifiedTests=false -Djazzer.hooks=true </dev/null >"$log" 2>&1; then
        grep -o 'Done [0-9]* runs.*' "$log" || true
    else
        failed+=("$target")
        cat "$log"
    fi
    rm -f "$log"
done < <(targets)

if [ ${#failed[@]} -gt 0 ]; then
    printf 'Found something: %s\n' "${failed[@]}"
    exit 1
fi
echo "Nothing found."
