# Sourced by the scripts beside it: strict mode, the repository's root, one way to speak, a home that can be written.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

name=$(basename "$0")
say() { printf '%s: %s\n' "$name" "$*"; }
die() { say "$@" >&2 && exit 1; }

# The compiler and pip keep caches in the home folder; a CI job may have none.
usable_home() {
    if [ ! -w "${HOME:-/nonexistent}" ]; then
        export HOME="$PWD/var/home"
        mkdir -p "$HOME"
    fi
}

# The Swift sources that exist by now.
swift_sources() {
    local path
    for path in Package.swift Sources Plugins Tests; do
        if [ -e "$path" ]; then printf '%s\n' "$path"; fi
    done
}
