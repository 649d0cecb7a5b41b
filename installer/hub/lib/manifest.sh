# The manifest of a bundle, and the copy of the files that it names. A stick can be pulled out, or changed, while it is
# read: so everything is copied first, and only the copy is looked at.

# More than any manifest and signature has; what is larger is refused unread. In blocks of 64 KiB.
most_manifest=64
most_signature=1

incoming=

# copy FROM TO BLOCKS
copy() {
    [ -f "$1" ] && [ ! -L "$1" ] || return 1
    dd if="$1" of="$2" bs=65536 count="$3" 2>/dev/null
}

# find_bundle DIR: the folder that holds the manifest, in $bundle, and the place that gets the receipt, in $place.
find_bundle() {
    bundle=${1%/}
    if [ ! -f "$bundle/MANIFEST.json" ]; then
        bundle=$bundle/hearthkey
    fi
    place=${bundle%/*}
    [ "$place" != "$bundle" ] || place=.
    if [ ! -f "$bundle/MANIFEST.json" ]; then
        [ ! -f "$place/.hearthkey-old/MANIFEST.json" ] || refuse interrupted \
            "Writing to $place was interrupted. Deliver to it once more with Hearthkey."
        refuse missing "There is no bundle in $1."
    fi
}

# read_manifest FOLDER: what is signed is these very bytes, so they are taken apart, put together and compared. Writes
# $STATE/work/files, lines of PATH SHA256 SIZE.
read_manifest() {
    tr '{' '\n' <"$1/MANIFEST.json" | awk -v files="$STATE/work/files" '
        function bad() { failed = 1; exit 1 }
        function value(text, name) {
            if (!match(text, "\"" name "\":\"[^\"]*\"")) return ""
            return substr(text, RSTART + length(name) + 4, RLENGTH - length(name) - 5)
        }
        BEGIN { printf "" >files }
        NR == 1 && $0 != "" { bad() }
        NR == 2 {
            if ($0 !~ /^"bundleNumber":[0-9]+,"created":"[0-9TZ:-]+","files":\[$/) bad()
            number = substr($0, 16); sub(/,.*/, "", number); created = value($0, "created")
        }
        NR > 2 {
            if ($0 !~ /^"path":"[a-z0-9.\/-]+","sha256":"[0-9a-f]+","size":[0-9]+}/) bad()
            path = value($0, "path"); hash = value($0, "sha256")
            size = $0; sub(/^.*"size":/, "", size); sub(/}.*/, "", size)
            if (length(hash) != 64 || path <= last) bad()
            last = path
            print path, hash, size >files
            rest = $0; sub(/^[^}]*}/, "", rest)
        }
        END {
            if (failed || rest !~ /^\],"format":"hearthkey-bundle\/1","homeId":"[a-z2-7]+","validUntil":"[0-9TZ:-]+"}$/) exit 1
            print number, created, value(rest, "homeId"), value(rest, "validUntil")
        }' >"$STATE/work/head" || return 1
    read -r bundle_number created_text home_id until_text <"$STATE/work/head"
    is_number "$bundle_number" && [ "$bundle_number" -ge 1 ] || return 1
    case ${#created_text}:${#until_text}:${#home_id} in
        20:20:8) ;;
        *) return 1 ;;
    esac
    write_manifest | cmp -s - "$1/MANIFEST.json" || return 1
    created=$(of_rfc3339 "$created_text")
    valid_until=$(of_rfc3339 "$until_text")
}

write_manifest() {
    printf '{"bundleNumber":%s,"created":"%s","files":[' "$bundle_number" "$created_text"
    awk '{ printf "%s{\"path\":\"%s\",\"sha256\":\"%s\",\"size\":%s}", (NR > 1 ? "," : ""), $1, $2, $3 }' "$STATE/work/files"
    printf '],"format":"hearthkey-bundle/1","homeId":"%s","validUntil":"%s"}' "$home_id" "$until_text"
}

copy_manifest() {
    incoming=$STATE/incoming
    mkdir -p "$incoming"
    copy "$bundle/MANIFEST.json" "$incoming/MANIFEST.json" "$most_manifest" &&
        copy "$bundle/MANIFEST.p7s" "$incoming/MANIFEST.p7s" "$most_signature" &&
        copy "$bundle/MANIFEST.mld" "$incoming/MANIFEST.mld" "$most_signature" ||
        refuse incomplete "The bundle's manifest or one of its two signatures cannot be read."
    read_manifest "$incoming" || refuse signature "The bundle's manifest is damaged or is none of Hearthkey's."
}

# copy_files: no more than the manifest names, and no less.
copy_files() {
    no_foreign_files
    while read -r path _ size; do
        is_bundle_path "$path" || refuse foreign "The manifest names $path, which no bundle has."
        is_number "$size" || refuse signature "The manifest does not say how large $path is."
        case $path in
            */*) [ -d "$incoming/${path%/*}" ] || mkdir -p "$incoming/${path%/*}" ;;
        esac
        [ -f "$bundle/$path" ] || refuse incomplete "The bundle is incomplete: $path is missing."
        copy "$bundle/$path" "$incoming/$path" $((size / 65536 + 1)) ||
            failed place "$path cannot be copied: the stick does not answer, or there is no room on this hub."
    done <"$STATE/work/files"
    (cd "$incoming" && xargs openssl dgst -sha256 -r <"$STATE/work/paths" && xargs wc -c <"$STATE/work/paths") |
        awk '$2 ~ /^\*/ { hash[substr($2, 2)] = $1; next } $2 in hash { print $2, hash[$2], $1 }' |
        cmp -s - "$STATE/work/files" ||
        refuse incomplete "A file of the bundle is not as it was signed: it is damaged or only half there."
    flush_tree "$incoming"
}

# What desktops leave behind does no harm, nor do checkpoints of journals, which are signed by themselves.
no_foreign_files() {
    cut -d ' ' -f 1 "$STATE/work/files" >"$STATE/work/paths"
    found=$( (cd "$bundle" && find . ! -type d) | sed 's/^\.\///' | grep -vxF -f "$STATE/work/paths" |
        grep -vE '^MANIFEST\.(json|p7s|mld)$|^journal/[a-z2-7]+\.checkpoint(\.new)?$' |
        grep -vE '(^|/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$' | head -n 1)
    [ -z "$found" ] || refuse foreign "The bundle holds $found, which was not signed."
    [ -z "$(find "$bundle" -type l | head -n 1)" ] || refuse foreign "The bundle holds a link, and no bundle has one."
}

is_bundle_path() {
    case $1 in
        root.pem | root-crl.pem | crl-all.pem | orders.txt | manifest-key.der) return 0 ;;
        rollover/new-root.pem | rollover/old-root.pem | rollover/new-with-old.pem | rollover/old-with-new.pem) return 0 ;;
        services/issuer.pem | services/anchor.pem | services/crl.pem) return 0 ;;
    esac
    # Paths without the file's name; a label stands where a zone or a hub does.
    folder=${1%/*}
    file=${1##*/}
    case $folder/:$file in
        zones/*/:issuer.pem | zones/*/:anchor.pem | zones/*/:crl.pem) is_label "${folder#zones/}" ;;
        lifeline/root/:*.pem | lifeline/services/:*.pem) is_number "${file%.pem}" ;;
        lifeline/zones/*/:*.pem) is_label "${folder#lifeline/zones/}" && is_number "${file%.pem}" ;;
        probes/*/canary/:*.pem) is_number "${file%.pem}" && is_prober "${folder%/canary}" ;;
        probes/*/:control.pem) is_prober "$folder" ;;
        *) return 1 ;;
    esac
}

# is_prober probes/HUB/ZONE
is_prober() {
    pair=${1#probes/}
    is_label "${pair%/*}" && is_label "${pair#*/}"
}
