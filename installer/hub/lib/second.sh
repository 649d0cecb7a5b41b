# The second signature of a manifest, by ML-DSA-65: who could forge the first, as with a quantum computer, still has not the
# key that this hub knows from its first bundle.

# In $STATE, as it came with the first bundle: a SubjectPublicKeyInfo in DER.
second_key=manifest-key.der

# OpenSSL knows ML-DSA from 3.5 on.
knows_second() {
    case $(openssl version) in
        'OpenSSL 3.'[0-4] | 'OpenSSL 3.'[0-4][!0-9]*) return 1 ;;
    esac
}

# check_second_signature: after the files are there, and as they were signed; the manifest names the key with its hash.
check_second_signature() {
    second_pin=$STATE/$second_key
    [ ! -f "$second_pin" ] || cmp -s "$second_pin" "$incoming/$second_key" || refuse signature \
        "The bundle has another second signer than the one that this hub knows. If your home was made anew from its recovery sheets, look into its journal: does the second signer of bundles there have the key $(sha256 "$incoming/$second_key")? Only if every sign is the same, remove $second_pin and take the bundle again."
    if knows_second; then
        openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey "$incoming/$second_key" \
            -in "$incoming/MANIFEST.json" -sigfile "$incoming/MANIFEST.mld" >"$STATE/work/said" 2>&1 ||
            refuse signature "The bundle's second signature is not by this home's second signer, or the bundle was changed since."
    else
        say "$(tell_second_unread)"
    fi
}

tell_second_unread() {
    echo "The bundle's second signature was not verified: that takes OpenSSL 3.5, and this is $(openssl version | cut -d ' ' -f 1,2). The first one holds."
}

# keep_second_key: after the bundle has been put in place. Killed before, the next bundle does it.
keep_second_key() {
    [ -f "$STATE/$second_key" ] || write_whole "$STATE/$second_key" <"$1/$second_key"
}
