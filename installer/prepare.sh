# shellcheck shell=bash
# What run.sh and test.sh share: names what is missing and why, installs it, and finds a JDK 25.
# Ends the script with 69 where something cannot be had here, with 77 where only the administrator could install it.

declare -a wanted=() reasons=()
lists_are_fresh=no

say() {
    printf '%s\n' "$@" >&2
}

give_up() {
    local code=$1
    shift
    say "$@"
    exit "$code"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        give_up 77 "Only root can do this, and there is no sudo here: $*"
    fi
}

installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# offered PACKAGE: whether apt can install it.
offered() {
    if [ "$lists_are_fresh" = no ]; then
        say "Something is missing. Asking apt what it offers, as root: sudo may ask for your password."
        as_root apt-get update -qq
        lists_are_fresh=yes
    fi
    apt-cache show "$1" >/dev/null 2>&1
}

# want WHY PACKAGE...: wants the first PACKAGE that apt offers, unless one of them is there.
want() {
    local why=$1 package
    shift
    for package in "$@"; do
        ! installed "$package" || return 0
    done
    for package in "$@"; do
        if offered "$package"; then
            wanted+=("$package")
            reasons+=("$why")
            return 0
        fi
    done
    give_up 69 "apt offers none of: $*. Without it there is nothing that $why."
}

# Without apt we can only say what must be there.
must_have_apt_or() {
    command -v apt-get >/dev/null && return 0
    command -v "$1" >/dev/null || give_up 69 "There is no $1 on this computer and no apt-get to install it with. Install $1 and try again."
    return 1
}

jdk_25() {
    local home
    for home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/* /usr/java/* /opt/java/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        if [ -x "$home/bin/javac" ] && grep -qs '^JAVA_VERSION="25[".]' "$home/release"; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

want_jdk_25() {
    local package
    jdk_25 >/dev/null && return 0
    if command -v apt-get >/dev/null; then
        for package in openjdk-25-jdk temurin-25-jdk; do
            if offered "$package"; then
                wanted+=("$package")
                reasons+=("compiles Hearthkey, and is linked into it")
                return 0
            fi
        done
    fi
    give_up 69 \
        "Hearthkey is built with a JDK 25. There is none on this computer, and apt offers none." \
        "" \
        "  1. Open https://adoptium.net/temurin/releases/?version=25 and download the JDK for $(uname -s), $(uname -m), as .tar.gz." \
        "  2. Unpack it where Java is looked for:" \
        "         mkdir -p ~/.jdks && tar -xzf OpenJDK25U-jdk_*.tar.gz -C ~/.jdks" \
        "  3. Run this again." \
        "" \
        "To have it kept up to date instead, add Adoptium's packages as https://adoptium.net/installation/linux says, then run this again."
}

want_builder() {
    must_have_apt_or mvn && { command -v mvn >/dev/null || want "builds Hearthkey" maven; }
    want_jdk_25
}

install_wanted() {
    local i
    if [ "${#wanted[@]}" -gt 0 ]; then
        say "Missing here, and installed now with apt-get:"
        for i in "${!wanted[@]}"; do
            say "  ${wanted[i]}: ${reasons[i]}"
        done
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
    fi
    JAVA25_HOME=$(jdk_25) || give_up 69 "apt installed a JDK 25 where it cannot be found. Set JAVA_HOME to it and run this again."
    export JAVA25_HOME # here Maven looks for it too
}
