#!/bin/sh
# Copies hearthkey-hub to where the system looks for it. Run it as root on the hub, from the folder that it lies in; to see
# what it would do elsewhere, set DESTDIR.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=${DESTDIR:-}

# put MODE FOLDER FILE...
put() {
    mode=$1
    folder=$root$2
    shift 2
    mkdir -p "$folder"
    for file in "$@"; do
        cp "$here/$file" "$folder/"
        chmod "$mode" "$folder/${file##*/}"
    done
}

put 755 /usr/local/sbin hearthkey-hub hearthkey-confirm.sh
(cd "$here" && ls lib) | while read -r part; do
    put 644 /usr/local/lib/hearthkey "lib/$part"
done
put 755 /usr/local/lib/hearthkey/mosquitto mosquitto/disconnect mosquitto/allow-orders
put 644 /usr/local/share/man/man8 hearthkey-hub.8
if [ -d "$root/run/systemd/system" ] || [ -n "$root" ]; then
    put 644 /etc/systemd/system systemd/hearthkey-hub.service systemd/hearthkey-hub.timer \
        systemd/hearthkey-hub-take.service systemd/hearthkey-hub-take.path systemd/hearthkey-hub-orders.service \
        'systemd/hearthkey-hub-stick@.service'
    echo 'Now: systemctl enable --now hearthkey-hub.timer'
else
    put 644 /etc/cron.d hearthkey-hub.cron
    mv "$root/etc/cron.d/hearthkey-hub.cron" "$root/etc/cron.d/hearthkey-hub"
fi
