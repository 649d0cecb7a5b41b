# Reads the configuration: KEY=VALUE, one a line, never run as a program. Keys that may come more than once are kept as
# lines.

NAME=
DISCONNECT=
PLACES=
RELOADS=
RESTARTS=
LISTENERS=

newline='
'

# choose_folders: where configuration and state are, unless -c and the configuration say otherwise. Root's are the system's;
# everybody else has folders of their own, so that any computer of the home can try its servers.
choose_folders() {
    settings=/etc/hearthkey
    STATE=/var/lib/hearthkey
    serves=yes
    if [ "$(id -u)" -ne 0 ]; then
        own_folder "${XDG_CONFIG_HOME:-}" .config
        # Whoever has none may look at the hub that root has set up here.
        if [ "$command" = setup ] || [ -f "$own/hub.conf" ] || [ ! -f "$settings/hub.conf" ]; then
            settings=$own
            own_folder "${XDG_STATE_HOME:-}" .local/state
            STATE=$own
            serves=$config
        fi
    fi
    config=${config:-$settings/hub.conf}
    CERTIFICATE=$settings/hub.pem
    KEY=$settings/hub-key.pem
    PROBE_KEY=$settings/probe-key.pem
}

# has_servers: are there servers here that are told of lists? Else only those of others are tried.
has_servers() {
    [ -n "$serves$RELOADS$RESTARTS$DISCONNECT" ]
}

# own_folder VALUE FOLDER: in $own. What is relative counts as not set (XDG Base Directory Specification).
own_folder() {
    case $1:${HOME:-} in
        /*) own=$1/hearthkey ;;
        *:/*) own=$HOME/$2/hearthkey ;;
        *) stop 2 "Where do your files go? HOME is not set. Run this as root, or set it." ;;
    esac
}

read_config() {
    [ -f "$config" ] || stop 2 "There is no configuration $config: begin with 'hearthkey-hub setup'."
    read_options
    is_label "$NAME" || stop 2 "$config: NAME must be the hub's name in Hearthkey, such as NAME=hub."
    [ -f "$STATE/root.pem" ] || stop 2 "No home is known yet: begin with 'hearthkey-hub setup'."
    # Taking a bundle may find that it was signed below the root that this one announced.
    trusted_root=$STATE/root.pem
}

read_options() {
    # Its commands run as we do, so nobody else may write them.
    [ -z "$(find -L "$config" -prune \( -perm -g+w -o -perm -o+w \))" ] ||
        stop 2 "Others may write to $config, so its commands are not trusted: chmod go-w $config"
    line_number=0
    while IFS= read -r line || [ -n "$line" ]; do
        line_number=$((line_number + 1))
        case $line in
            '' | '#'*) ;;
            *=*) set_option "${line%%=*}" "${line#*=}" ;;
            *) bad_config 'is not KEY=VALUE' ;;
        esac
    done <"$config"
}

set_option() {
    case $1 in
        NAME) NAME=$2 ;;
        STATE) STATE=$2 ;;
        CERTIFICATE) CERTIFICATE=$2 ;;
        KEY) KEY=$2 ;;
        PROBE_KEY) PROBE_KEY=$2 ;;
        DISCONNECT) DISCONNECT=$2 ;;
        PLACE) PLACES=$PLACES$2$newline ;;
        RELOAD) RELOADS=$RELOADS$2$newline ;;
        RESTART) RESTARTS=$RESTARTS$2$newline ;;
        LISTENER) add_listener "$2" ;;
        *) bad_config "has the unknown key $1" ;;
    esac
}

# add_listener 'ZONE URI'
add_listener() {
    is_label "${1%% *}" || bad_config 'does not begin with a zone'
    case ${1#* } in
        *[!A-Za-z0-9._:/?=\&%@~\[\]-]*) bad_config 'has an address with signs that no address has' ;;
        mqtts://?*:[0-9]* | https://?*:[0-9]*) ;;
        eap-tls://*[!0-9.:]*) bad_config 'has no number for an address: ZONE eap-tls://127.0.0.1:1812' ;;
        eap-tls://?*:[0-9]*) ;;
        *) bad_config 'is not ZONE mqtts://HOST:PORT, ZONE https://HOST:PORT/PATH or ZONE eap-tls://NUMBER:PORT' ;;
    esac
    LISTENERS=$LISTENERS$1$newline
}

bad_config() {
    stop 2 "$config: line $line_number $1."
}
