#!/bin/sh
# Checks the Prometheus files and plays the tests of the alert rules, with the promtool of this machine or Debian's.
set -eu
cd "$(dirname "$0")/../.."

if ! promtool=$(command -v promtool); then
    promtool=.cache/prometheus/usr/bin/promtool
    if [ ! -x "$promtool" ]; then
        command -v apt-get >/dev/null || {
            echo "alerts: no promtool on the PATH; install Prometheus and try again" >&2
            exit 1
        }
        echo "alerts: fetching Debian's prometheus, without installing it"
        [ "$(id -u)" != 0 ] || apt-get update -qq
        fetched=$(mktemp -d)
        trap 'rm -rf "$fetched"' EXIT
        (cd "$fetched" && apt-get download -qq -o APT::Sandbox::User=root prometheus >/dev/null)
        mkdir -p .cache
        dpkg-deb -x "$fetched"/prometheus_*.deb .cache/prometheus
    fi
fi

checked=$(mktemp -d)
trap 'rm -rf "$checked" ${fetched:-}' EXIT
sed "s#/etc/prometheus/#$PWD/deploy/observability/prometheus/#" deploy/observability/prometheus/prometheus.yml \
    > "$checked/prometheus.yml"
"$promtool" check config "$checked/prometheus.yml"
"$promtool" test rules tests/deploy/alert_rules.yml
