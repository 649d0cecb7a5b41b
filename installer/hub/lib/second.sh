# The second signature of a manifest and of urgent orders, by ML-DSA-65: who could forge the first, as with a quantum computer,
# still has not the key that this hub knows from its first bundle.

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
    verify_second "$incoming/$second_key" "$incoming/MANIFEST.json" "$incoming/MANIFEST.mld"
}

# check_second_of_orders TEXT SIGNATURE: by the key that this hub knows. Killed before it was kept, it lies in the bundle in force.
check_second_of_orders() {
    known=$STATE/$second_key
    [ -f "$known" ] || known=$(kept_bundle)/$second_key
    [ -f "$known" ] || refuse early \
        'Take the newest bundle first: this hub does not know yet who signs the orders of this home a second time.'
    verify_second "$known" "$1" "$2"
    # They change the bundle in force, so that both have to be verified.
    [ "$(second_in_force)" = verified ] || second=unverified
}

# verified or unverified, of what is offered
second=

# verify_second KEY FILE SIGNATURE: of what is offered.
verify_second() {
    second=unverified
    if knows_second; then
        openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey "$1" -in "$2" -sigfile "$3" >"$STATE/work/said" 2>&1 ||
            refuse signature "The second signature of the $offered is not by this home's second signer, or not of what is there."
        second=verified
    else
        say "$(tell_second_unread "$offered")"
    fi
}

# second_in_force: verified or unverified, of the bundle in force and of the orders that changed it; nothing without a bundle.
second_in_force() {
    case $(running number):$(running second) in
        :*) ;;
        *:verified) echo verified ;;
        *) echo unverified ;;
    esac
}

# tell_second_unread bundle|orders
tell_second_unread() {
    ! knows_second || {
        echo "The second signature of the $1 was not verified when it was taken: that takes OpenSSL 3.5, which came later. The first one held. That of the next bundle is verified."
        return
    }
    echo "The second signature of the $1 was not verified: that takes OpenSSL 3.5, and this is $(openssl version | cut -d ' ' -f 1,2). The first one holds."
}

# keep_second_key: after the bundle has been put in place. Killed before, the next bundle does it.
keep_second_key() {
    [ -f "$STATE/$second_key" ] || write_whole "$STATE/$second_key" <"$1/$second_key"
}
