#!/usr/bin/env bash
# Installs what the tests need and runs every check, without a display. Ends with Maven Surefire's totals of all modules.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/prepare.sh
. "$root/installer/prepare.sh"
cd "$root"

want_builder
if must_have_apt_or mvn; then
    want "lets JavaFX draw letters without a screen" libfreetype6
    want "lays text out without a screen" libpangoft2-1.0-0
    want "has signs that our own fonts lack" fonts-dejavu-core
    want "reads what we signed: certificates, lists, manifests" openssl
    want "reads them again, with other eyes" gnutls-bin
    want "is the broker that must refuse revoked devices" mosquitto
    want "are the devices that connect to it" mosquitto-clients
    want "is the web server that must refuse revoked devices" nginx-light
    want "is the proxy that must refuse them" haproxy
    want "is the tunnel that must refuse them" openvpn
    want "runs the hub's program with nothing but its own tools" busybox
    want "reads the hub's program for mistakes" shellcheck
    want "reads its manual page" mandoc
    want "reads its units, without running them" systemd
    want "is the SSH server that bundles are sent to" openssh-server
    want "tells it of a user with a password who exists for one test only" libnss-wrapper
    want "is the RADIUS server that must refuse revoked devices" freeradius
    want "is the device that joins the network through it" eapoltest
    want "reads the codes we draw" zbar-tools
    want "reads a home without us, from the format's page" python3-cryptography
    want "knows Argon2id for it" python3-argon2
    want "records what we write, to cut the power in between, and makes disks fail" strace
    want "is the desktop that tells when its screen locks" dbus
    want "is the token of the tests, in software" softhsm2
    want "reads what we left on it, without us" opensc
    want "makes the sticks that are pulled out" e2fsprogs
    want "pulls them out, through the kernel" perl
    want "is a Linux with FAT that can be stopped in the middle" user-mode-linux
    want "made an authority that a home takes over" easy-rsa
    want "gives it the modules for that" kmod
    want "makes a FAT stick" dosfstools
    want "makes an exFAT stick" exfatprogs
    want "drives an exFAT stick" exfat-fuse
    want "reads a FAT stick without Linux" mtools
    want "runs the recovery page, as somebody does who has no Hearthkey" chromium
    want "turns our printed sheets into pictures" poppler-utils
fi
install_wanted
for package in mosquitto nginx-light haproxy freeradius openvpn; do
    if [[ " ${wanted[*]} " == *" $package "* ]] && command -v systemctl >/dev/null; then
        say "Turning off the ${package%-light} that installing it has started: the tests start their own."
        as_root systemctl disable --now --quiet "${package%-light}" || true
    fi
done

# totals: adds up what Surefire reported for each class.
totals() {
    find . -path '*/target/surefire-reports/TEST-*.xml' -exec grep -h -m 1 '<testsuite ' {} + | awk '
        function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
        { run += number("tests"); failures += number("failures"); errors += number("errors"); skipped += number("skipped") }
        END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failures, errors, skipped }'
}

finish() {
    local code=$?
    [ -z "${scratch:-}" ] || rm -rf "$scratch"
    [ "$code" -eq 0 ] || echo "Not everything passed."
    totals
    exit "$code"
}

scratch=$(mktemp -d)
trap finish EXIT
find . -path '*/target/surefire-reports' -prune -exec rm -rf {} +

if command -v shellcheck >/dev/null; then
    shellcheck -x -e SC2015 installer/hub/hearthkey-hub installer/hub/hearthkey-confirm.sh installer/hub/install.sh \
        installer/hub/mosquitto/disconnect installer/hub/mosquitto/allow-orders
fi
if command -v dash >/dev/null; then
    for script in installer/hub/hearthkey-hub installer/hub/*.sh installer/hub/lib/*.sh installer/hub/mosquitto/{disconnect,allow-orders}; do
        dash -n "$script"
    done
fi
if command -v mandoc >/dev/null; then
    mandoc -T lint -W warning installer/hub/hearthkey-hub.8
fi
mvn -B verify
installer/check-image.sh app/target/hearthkey "$JAVA25_HOME"
installer/check-same-bytes.sh "$scratch/again"
