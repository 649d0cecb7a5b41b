# Says how things stand, in plain words. Changes nothing.

tell_status() {
    read_config
    say "Hub $NAME of home $(home_of_root)."
    code=0
    if clock_is_behind; then
        warn "The clock says $(when "$now"), but it must be later than $(when "$seen"). Put it right: servers judge by it."
        code=4
    fi
    if [ ! -f "$STATE/current/BUNDLE" ]; then
        say 'No bundle has been taken yet.'
        exit "$code"
    fi
    say "Bundle $(running number) is in force, taken $(when "$(running taken)")."
    [ "$(second_in_force)" = verified ] || say "$(tell_second_unread bundle)"
    [ -z "$(running orders)" ] || say "Urgent orders $(running orders) have changed it since. The next bundle takes their place."
    while read -r issuer number _ until; do
        tell_list "$issuer" "$number" "$until"
    done <"$STATE/current/LISTS"
    for closed in "$STATE"/current/zones/*/CLOSED; do
        [ ! -f "$closed" ] || {
            zone=${closed%/CLOSED}
            say "Zone ${zone##*/}: given up. Nobody of it is let in."
        }
    done
    [ ! -f "$STATE/pending" ] || warn "Not all servers know it yet: run 'hearthkey-hub release'."
    tell_last_probe
    exit "$code"
}

# tell_list ISSUER NUMBER UNTIL
tell_list() {
    lapse=$(last_lapse "$(kept_bundle)/FACTS" "$1")
    case $1 in
        zones/*) who="Zone ${1#zones/}" ;;
        *) who="The $1" ;;
    esac
    if [ "$3" -le "$now" ] && has_servers; then
        warn "$who: list $2 lapsed on $(when "$3"). Its servers turn everybody away."
    elif [ "$3" -le "$now" ]; then
        warn "$who: list $2 lapsed on $(when "$3"). Take a new bundle before you try its servers."
    else
        say "$who: list $2, until $(when "$3"); with the lists signed in advance until $(when "$lapse")."
    fi
}

tell_last_probe() {
    if [ ! -s "$STATE/probes" ]; then
        say "It was never tried whether the servers refuse what was revoked: run 'hearthkey-hub probe'."
        return
    fi
    while read -r zone uri list control canary at; do
        case $control:$canary in
            accepted:refused) verdict='enforced' ;;
            *:accepted | refused:*) verdict='NOT ENFORCED' ;;
            *) verdict='not proven' ;;
        esac
        say "$zone at $uri: $verdict, tried $(when "$at") with list $list."
    done <"$STATE/probes"
}
