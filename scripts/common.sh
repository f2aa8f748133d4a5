# shellcheck shell=bash
# Sourced by the other scripts, which all work from the root of the checkout.

# A relative EFFEKTSPOR_DATA means from where the user stands, so it is settled before the cd.
[[ "${EFFEKTSPOR_DATA:-/}" == /* ]] || EFFEKTSPOR_DATA="$PWD/$EFFEKTSPOR_DATA"
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

say() { printf '%s\n' "$*"; }

# 2 is the command's own status for "could not be done".
fail() {
    say "$*" >&2
    exit 2
}

# One hash over the FILES; macOS has shasum instead of sha256sum.
hash_of() { cat "$@" | { sha256sum 2>/dev/null || shasum -a 256; } | cut -d ' ' -f 1; }

# True where STAMP holds HASH: what it stands for is already done.
stamped() { [[ -f "$1" && "$(<"$1")" == "$2" ]]; }

# Installs PACKAGES where that needs no question: as root or with a sudo that asks for no password.
apt_install() {
    local as_root=()
    command -v apt-get >/dev/null || return 1
    if [[ $EUID -ne 0 ]]; then
        sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    say "Installerer $* med apt-get …" >&2
    # "${a[@]+…}": an empty array counts as unset in older bash.
    ${as_root[@]+"${as_root[@]}"} apt-get update -qq >/dev/null &&
        ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# What Django needs to start without touching the user's own data. Tests and checks share it.
test_environment() {
    mkdir -p "$1"
    unset DATABASE_URL
    export EFFEKTSPOR_DATA=$1
    export EFFEKTSPOR_DEMO=1
    export EFFEKTSPOR_SECRET_KEY=kun-til-test-og-ikke-hemmelig-0123456789-0123456789
}
