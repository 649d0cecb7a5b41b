# Whether a copied bundle is this home's, whole, and in force. Only the root that was compared by eye at setup is trusted,
# not the one that comes with the bundle.

# The extended key usage of the key that signs bundles; what else the home has certified must not.
bundle_signing=2.25.313834878971193644302797338139772862613.2.1

check_manifest_signature() {
    manifest_is_signed || {
        # The old root has said which one comes after it.
        trusted_root=$STATE/next-root.pem
        [ -f "$trusted_root" ] && manifest_is_signed
    } || refuse signature "The bundle was not signed by this home, or was changed since."
    [ "$home_id" = "$(home_of_root)" ] || refuse home "The bundle is that of another home, $home_id."
}

manifest_is_signed() {
    # shellcheck disable=SC2086
    openssl cms -verify -binary -inform DER -in "$incoming/MANIFEST.p7s" -content "$incoming/MANIFEST.json" \
        -CAfile "$trusted_root" $only -purpose any -attime "$now" -signer "$STATE/work/signer.pem" \
        -out /dev/null 2>"$STATE/work/said"
}

home_of_root() {
    name_of "$trusted_root" subject | sed 's/.*O=//'
}

# check_signer: after the files are there, for it takes the services issuer and the lists to know who may sign.
check_signer() {
    openssl x509 -in "$STATE/work/signer.pem" -noout -ext extendedKeyUsage 2>/dev/null |
        sed 1d | tr -d ' ' | grep -qxF "$bundle_signing" ||
        refuse signature "It was signed by a certificate that may not sign bundles."
    verify "$trusted_root" "$STATE/work/current-lists.pem" \
        -untrusted "$incoming/services/issuer.pem" "$STATE/work/signer.pem" &&
        [ "$(name_of "$STATE/work/signer.pem" issuer)" = "CN=Services CA,OU=services,O=$home_id" ] ||
        refuse signature "The certificate that signed it is not one of the home's services, or was revoked."
}

# verify ANCHOR LISTS ARGUMENT...: a certificate below an anchor, every list checked, at our time.
verify() {
    anchor=$1
    lists=$2
    shift 2
    # shellcheck disable=SC2086
    openssl verify -x509_strict -crl_check_all -attime "$now" $only -CAfile "$anchor" -CRLfile "$lists" "$@" \
        >"$STATE/work/said" 2>&1
}

# check_frame: what every bundle has, before anything is made of it.
check_frame() {
    cmp -s "$incoming/root.pem" "$trusted_root" ||
        refuse root "The bundle's root is not the one that was compared when this hub was set up."
    for path in root-crl.pem crl-all.pem orders.txt manifest-key.der services/issuer.pem; do
        [ -f "$incoming/$path" ] || refuse incomplete "The bundle is incomplete: $path is missing."
    done
}

# check_rollover: a root that is to come is believed only if the one that is trusted has signed its key. Both have one name.
check_rollover() {
    next=$incoming/rollover/new-root.pem
    [ -f "$next" ] || return 0
    cross=$incoming/rollover/new-with-old.pem
    [ -f "$cross" ] &&
        [ "$(openssl x509 -in "$next" -noout -subject -pubkey 2>/dev/null)" = \
            "$(openssl x509 -in "$cross" -noout -subject -pubkey)" ] &&
        [ "$(name_of "$next" subject)" = "$(name_of "$trusted_root" subject)" ] &&
        verify "$trusted_root" "$STATE/work/root-list.pem" "$cross" &&
        verify_self "$next" ||
        refuse root "The bundle brings a new root that the one of this home does not vouch for."
}

# verify_self FILE: a certificate below itself.
verify_self() {
    # shellcheck disable=SC2086
    openssl verify -x509_strict -attime "$now" $only -CAfile "$1" "$1" >"$STATE/work/said" 2>&1
}

# keep_roots BUNDLE: after it has been put in place. Killed before, the next bundle does it.
keep_roots() {
    if [ "$trusted_root" != "$STATE/root.pem" ]; then
        write_whole "$STATE/root.pem" <"$trusted_root" && rm -f "$STATE/next-root.pem"
        say 'The home has a new root, which the old one had announced. It is the one that is trusted from now on.'
    elif [ -f "$1/rollover/new-root.pem" ]; then
        write_whole "$STATE/next-root.pem" <"$1/rollover/new-root.pem"
    else
        rm -f "$STATE/next-root.pem"
    fi
}

# check_issuers: every folder of services and zones holds an issuer that the root vouches for and its twin, or, of a zone
# that was given up, an order that says so. Writes $STATE/work/keys, the folders of those that are in force.
check_issuers() {
    : >"$STATE/work/keys"
    check_issuer services "CN=Services CA,OU=services,O=$home_id"
    sed -n 's/^zones\/\([^/]*\)\/.*/\1/p; s/^lifeline\/zones\/\([^/]*\)\/.*/\1/p' "$STATE/work/paths" |
        sort -u >"$STATE/work/zones"
    while read -r zone; do
        twin_file=$incoming/zones/$zone/anchor.pem
        if [ -f "$twin_file" ] || ! withdrawn "$zone"; then
            check_issuer "zones/$zone" "CN=Zone CA $zone,OU=zone $zone,O=$home_id"
            ! withdrawn "$zone $(fingerprint "$twin_file")" ||
                refuse anchor "The anchor of zone $zone is given up, but it is still there."
        fi
    done <"$STATE/work/zones"
}

# check_issuer FOLDER SUBJECT
check_issuer() {
    for file in issuer anchor crl; do
        [ -f "$incoming/$1/$file.pem" ] || refuse incomplete "The bundle is incomplete: $1/$file.pem is missing."
    done
    [ "$(name_of "$incoming/$1/issuer.pem" subject)" = "$2" ] ||
        refuse anchor "The issuer in $1 is that of something else."
    verify "$trusted_root" "$STATE/work/root-list.pem" "$incoming/$1/issuer.pem" ||
        refuse anchor "The root does not vouch for the issuer in $1, or has revoked it."
    issuer=$(openssl x509 -in "$incoming/$1/issuer.pem" -noout -subject -pubkey)
    twin=$(openssl x509 -in "$incoming/$1/anchor.pem" -noout -subject -pubkey 2>/dev/null)
    # shellcheck disable=SC2086
    [ "$issuer" = "$twin" ] &&
        openssl verify -x509_strict -attime "$now" $only -CAfile "$incoming/$1/anchor.pem" \
            "$incoming/$1/anchor.pem" >/dev/null 2>&1 ||
        refuse anchor "The anchor in $1 is not the twin of its issuer."
    echo "$1" >>"$STATE/work/keys"
}

# withdrawn ZONE, withdrawn 'ZONE FINGERPRINT': an order says that nobody below this anchor is let in any more. A zone may have
# got a new issuer since.
withdrawn() {
    grep -q "^withdraw-anchor $1\( \|\$\)" "$incoming/orders.txt"
}
