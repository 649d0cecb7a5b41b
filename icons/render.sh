#!/bin/sh
# Renders hearthkey.svg in the sizes that desktops and windows ask for. Needs rsvg-convert (librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" hearthkey.svg --output "hearthkey-$size.png"
done
