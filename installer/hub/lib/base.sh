# Words, files and their way to the disk.

# Exit codes: 0 done, 1 refused, 2 command line or configuration, 3 another run is at work, 4 the clock is wrong,
# 5 a drive or server failed, 6 a server does not enforce the lists, 7 in place, but a command of the configuration failed.

say() {
    printf '%s\n' "$*"
}

warn() {
    printf '%s\n' "$*" >&2
}

# stop CODE SENTENCE
stop() {
    stop_code=$1
    shift
    warn "$@"
    exit "$stop_code"
}

# OpenSSL trusts the system's own authorities beside -CAfile unless it is told not to.
only='-no-CApath -no-CAstore'

# is_number TEXT: a decimal number that shells can count with, without leading zeros.
is_number() {
    case $1 in
        '' | 0?* | *[!0-9]*) return 1 ;;
    esac
    [ ${#1} -le 15 ]
}

# is_label TEXT: a zone or hub, as one label of a DNS name.
is_label() {
    case $1 in
        '' | *[!a-z0-9-]* | [!a-z]* | *-) return 1 ;;
    esac
    [ ${#1} -le 30 ]
}

# flush FILE...: what was written reaches the disk before the next step.
flush() {
    sync "$@" 2>/dev/null || sync
}

flush_tree() {
    find "$1" -exec sync {} + 2>/dev/null || sync
}

# write_whole FILE: standard input becomes FILE, at no moment half of it.
write_whole() {
    cat >"$1.new" && flush "$1.new" && mv -f "$1.new" "$1" && flush "${1%/*}"
}

# switch_link TARGET LINK: mv without -T would move into the folder that the link leads to; BSD's says -h.
switch_link() {
    rm -f "$2.new" &&
        ln -s "$1" "$2.new" &&
        { mv -fT "$2.new" "$2" 2>/dev/null || mv -fh "$2.new" "$2"; } &&
        flush "${2%/*}"
}

sha256() {
    openssl dgst -sha256 -r "$1" | cut -d ' ' -f 1
}

# fingerprint CERTIFICATE: as Hearthkey shows it.
fingerprint() {
    openssl x509 -in "$1" -outform DER | openssl dgst -sha256 -r | cut -d ' ' -f 1
}

# name_of CERTIFICATE subject|issuer
name_of() {
    openssl x509 -in "$1" -noout "-$2" -nameopt RFC2253 | sed 's/^[a-z]*=//'
}
