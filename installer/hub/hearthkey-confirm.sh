#!/bin/sh
# Runs on the hub, next to a device that has no display: asks for the six digits that `hearthkey device approve --confirm
# digits` shows, and answers with the six to type there. Needs nothing but openssl and a POSIX shell.
set -eu

if [ $# -ne 1 ] || [ ! -f "$1" ]; then
    echo "usage: hearthkey-confirm.sh REQUEST    (the certificate request that the device sent, PEM or DER)" >&2
    exit 2
fi

stop() {
    echo "$1" >&2
    exit 1
}

# The key in the one form that has one hash: elliptic curve points uncompressed. Other keys have no such option.
canonical() {
    printf '%s\n' "$key" | openssl pkey -pubin -outform DER -ec_conv_form uncompressed 2>/dev/null ||
        printf '%s\n' "$key" | openssl pkey -pubin -outform DER 2>/dev/null
}

key=$(openssl req -in "$1" -noout -pubkey 2>/dev/null) ||
    key=$(openssl req -in "$1" -inform DER -noout -pubkey 2>/dev/null) ||
    stop "$1 is no certificate request"
canonical >/dev/null || stop "the key in $1 cannot be read"
hash=$(canonical | openssl dgst -sha256 -r | cut -d ' ' -f 1)

printf 'The six digits that Hearthkey shows: ' >&2
read -r digits || true
digits=$(printf '%s' "${digits:-}" | tr -d ' ')
case $digits in
    [0-9][0-9][0-9][0-9][0-9][0-9]) ;;
    *) stop "These are not six digits" ;;
esac

code=$(printf 'hearthkey confirmation\n%s' "$hash" | openssl dgst -sha256 -hmac "$digits" -r | cut -c 1-14)
printf '%06d\n' $((0x$code % 1000000))
