#!/bin/sh
# Proves deploy/docker-compose.yml on a real Docker engine: builds, starts everything, places calls, kills a brain and
# replaces every service in the middle of one, and takes everything down again. PULL=never uses the base images that
# are there.
set -eu
cd "$(dirname "$0")"

folder=$(mktemp -d)
export COMPOSE_PROJECT_NAME="calllock-check-$$" HTTP_PUBLISHED=0 HTTPS_PUBLISHED=0
pull=${PULL:-missing}

compose() { docker compose --env-file "$folder/env" --profile sim --progress quiet "$@"; }
say() { echo "compose-check: $*"; }
fail() {
    say "FAILED: $*" >&2
    compose logs --no-color --tail 40 >&2
    exit 1
}
take_down() {
    compose down --volumes --remove-orphans --timeout 2 >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap take_down EXIT
trap 'exit 130' INT TERM

secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }
while IFS= read -r line; do
    case $line in
        PUBLIC_URL=*) echo "PUBLIC_URL=http://edge" ;;
        BACKEND_URL=*) echo "BACKEND_URL=http://backend-standin:8080" ;;
        DASHBOARD_WEBHOOK_URL=*) echo "DASHBOARD_WEBHOOK_URL=http://dashboard-standin:8080/api/webhook/jobs" ;;
        *_PASSWORD= | *_TOKEN= | *_SECRET= | *_KEY=) echo "$line$(secret)" ;;
        *) echo "$line" ;;
    esac
done < .env.example > "$folder/env"
mkdir "$folder/businesses"
for profile in businesses/*.yaml; do # nobody to page: no texts are sent here, of which the doctor would complain
    sed '/^  numbers:/d' "$profile" > "$folder/$profile"
done
echo "BUSINESSES_DIR=$folder/businesses" >> "$folder/env"
echo "TWILIO_API_URL=http://dashboard-standin:8080" >> "$folder/env" # nobody is called; its clock is compared with ours

fetch='import sys, urllib.request as web; print(web.urlopen(sys.argv[1], timeout=5).read().decode())'
delivered() { # KIND: how many deliveries of that kind the dashboard has accepted
    compose exec -T dashboard-standin python -c "$fetch" http://127.0.0.1:8080/received \
        | python3 -c 'import json, sys; print(sum(r["kind"] == sys.argv[1] and r["status"] == 200 for r in json.load(sys.stdin)))' "$1"
}
await_delivered() { # KIND COUNT
    tries=0
    until [ "$(delivered "$1")" -ge "$2" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 30 ] || fail "the dashboard got no $1"
        sleep 1
    done
    say "the dashboard has accepted $2 x $1"
}
owner() { # the container of the brain that has a call
    for brain in $(compose ps --quiet dialog-brain); do
        if docker exec "$brain" python -c "$fetch" http://127.0.0.1:8080/healthz | grep -q '"calls":1'; then
            echo "$brain"
        fi
    done
}

say "building"
compose build --quiet
docker image ls --filter 'reference=calllock/*' --format '  {{.Repository}} {{.Size}}'
say "starting everything, three brains and two gateways"
compose up --detach --wait --pull "$pull" --scale dialog-brain=3 --scale voice-gateway=2 || fail "not everything became healthy"

for container in $(compose ps --quiet); do
    inspected=$(docker inspect --format '{{.Name}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}' "$container")
    case $inspected in *" true [ALL]") ;; *) fail "not confined: $inspected" ;; esac
done
for service in voice-gateway dialog-brain post-call-worker nats edge; do
    [ "$(docker top "$(compose ps --quiet "$service" | head -1)" -eo pid,uid | sed -n 2p | awk '{print $2}')" != 0 ] || fail "$service is root"
done
say "every container has a read-only file system and no capabilities to spare; no service is root"
for service in voice-gateway dialog-brain post-call-worker; do
    compose exec -T "$service" python -c "$fetch" http://127.0.0.1:9464/metrics | grep -q "^calllock_bus_connected 1.0" \
        || fail "$service tells no metrics"
done
for service in voice-gateway dialog-brain post-call-worker; do
    compose run --rm -T --no-deps "$service" doctor || fail "the doctor of $service finds something"
done
refused=$(compose exec -T postgres psql -q -U calllock_worker -d calllock -c 'CREATE TABLE mine ()' 2>&1) || true
case $refused in *"permission denied"*) ;; *) fail "the worker's role is not kept from creating tables: $refused" ;; esac

say "a call about a gas leak"
compose run --rm -T --no-deps caller call --script /scripts/demo.yaml --name "a gas leak" --voice-url http://edge/twilio/voice \
    || fail "the call failed"
await_delivered emergency-alerts 1
await_delivered calls 1

begin() { # FILE FROM: a new caller who wants a visit, in the background; returns when they have said that they are safe
    compose run --rm -T --no-deps caller \
        call --script /scripts/demo.yaml --name "a visit is booked" --from "$2" \
        --voice-url http://edge/twilio/voice > "$1" 2>&1 &
    call=$!
    tries=0
    until grep -qs "caller  no, nothing like that" "$1"; do
        tries=$((tries + 1))
        [ "$tries" -lt 90 ] || fail "the call does not begin: $(cat "$1")"
        sleep 1
    done
}
finish() { # FILE: what was said, once the call is over
    wait "$call" || fail "the call did not survive: $(cat "$1")"
    cat "$1"
}

say "a booking, and its brain is killed on the way"
begin "$folder/killed.txt" +15125550177
killed=$(owner)
[ -n "$killed" ] || fail "no brain says that it has the call"
docker kill "$killed" >/dev/null
finish "$folder/killed.txt"
grep -q "all set" "$folder/killed.txt" || fail "the visit was not booked"
await_delivered calls 2
await_delivered jobs 2

# What a caller is just saying when their stream moves is lost, and the time they want is taken by now: this call must
# go on to its end, but not to a booking.
say "another call, and every service is replaced on the way"
begin "$folder/replaced.txt" +15125550188
for service in voice-gateway dialog-brain post-call-worker; do
    before=$(compose ps --all --quiet "$service")
    sh roll.sh "$service" --env-file "$folder/env" --profile sim || fail "$service could not be replaced"
    for container in $before; do
        ! docker inspect "$container" >/dev/null 2>&1 || fail "$service still has one from before"
    done
done
finish "$folder/replaced.txt"
await_delivered calls 3
await_delivered jobs 3

take_down
left=$(docker ps --all --quiet --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME")
left=$left$(docker volume ls --quiet --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME")
[ -z "$left" ] || fail "left behind: $left"
say "everything held, and nothing is left behind"
