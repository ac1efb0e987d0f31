#!/bin/sh
# Replaces a service's containers one after another, so that no call is dropped: deploy/roll.sh SERVICE [compose options]
# As many new ones are started beside the old; when they are ready, each old one is told to stop, and hands its calls on.
# When they do not become ready, they are removed again, and the old ones go on.
set -eu
cd "$(dirname "$0")"

service=${1:?usage: roll.sh voice-gateway|dialog-brain|post-call-worker [compose options]}
shift

old=$(docker compose "$@" ps --quiet "$service")
count=$(echo "$old" | wc -w)
[ "$count" -gt 0 ] || { echo "roll: no $service is running; start it with docker compose up" >&2; exit 1; }

docker compose "$@" build --quiet "$service"
# One that has stopped would be started again as it was, and count as new.
docker compose "$@" rm --force "$service"
if ! docker compose "$@" up --detach --wait --no-deps --no-recreate --scale "$service=$((2 * count))" "$service"; then
    for container in $(docker compose "$@" ps --all --quiet "$service"); do
        case $old in *"$container"*) continue ;; esac
        docker logs --tail 20 "$container" >&2
        docker rm --force "$container" >/dev/null
    done
    echo "roll: not every $service became healthy; only the $count that were there are left" >&2
    exit 1
fi
for container in $old; do
    docker stop "$container" >/dev/null
    docker rm "$container" >/dev/null
done
echo "roll: $count new $service"
