#!/bin/sh
# Follows the README's "Two commands" to the letter in a clean Debian, as root and as an ordinary user.
#   sudo make fresh                          all of it, twice
#   sudo make fresh WHO=root ONLY="make demo"
# Needs mmdebstrap and network; what was committed is what is tried.
set -eu
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "fresh: a clean root file system needs root" >&2; exit 1; }
command -v mmdebstrap >/dev/null || { echo "fresh: install mmdebstrap" >&2; exit 1; }

clean=$(mktemp -d)
trap 'rm -rf --one-file-system "$clean"' EXIT
trap 'exit 130' INT TERM
chmod 755 "$clean"

echo "fresh: a Debian with python3, pip and make, and nothing else"
mmdebstrap --quiet --variant=minbase --include=python3,python3-pip,make,ca-certificates bookworm "$clean"
cp /etc/resolv.conf "$clean/etc/resolv.conf"
cp -L "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$clean/etc/ssl/certs/ca-certificates.crt"
chroot "$clean" useradd --create-home --home-dir /srv/ordinary ordinary
mkdir -p "$clean/srv/root"

commands=${ONLY:-$(sed -n '/^## Two commands/,/^## Look/s/^    \(make [a-z]*\).*/\1/p' README.md)}
[ -n "$commands" ] || { echo "fresh: the README names no commands" >&2; exit 1; }

for who in ${WHO:-root ordinary}; do
    mkdir "$clean/srv/$who/calllock"
    git archive HEAD | tar -x -C "$clean/srv/$who/calllock"
    chroot "$clean" chown -R "$who" "/srv/$who"
    echo "$commands" | while IFS= read -r command; do
        echo "fresh: as $who: $command"
        unshare --mount --pid --fork sh -eu -c '
            mount -t proc proc "$1/proc"
            mount --rbind /dev "$1/dev"
            exec chroot --userspec="$2" "$1" env -i HOME="/srv/$2" USER="$2" LANG=C.UTF-8 \
                PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
                sh -c "cd /srv/$2/calllock && $3" </dev/null' sh "$clean" "$who" "$command" \
            || { echo "fresh: FAILED as $who: $command" >&2; exit 1; }
    done
done
echo "fresh: the README holds"
