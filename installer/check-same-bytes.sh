#!/usr/bin/env bash
# check-same-bytes.sh FOLDER: builds these sources again in FOLDER, which must not exist, and compares what both builds made.
set -euo pipefail
again=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mkdir -p "$again"
git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from - | tar --extract --directory "$again"
(cd "$again" && mvn -B -q -DskipTests -Dimage.skip=true package)
made=(core/target/hearthkey-core-*.jar app/target/hearthkey-app-*.jar app/target/sbom.json)
sha256sum "${made[@]}" | (cd "$again" && sha256sum --check --quiet) || {
    echo "Two builds of the same sources differ." >&2
    exit 1
}
echo "Two builds of the same sources gave the same bytes: ${made[*]}"
