#!/bin/sh
# Prints fresh random passwords for docker-compose.yml. Once:  sh server/docker/secrets.sh > .env
set -eu
umask 077

for name in POSTGRES DUEMATE_REDIS DUEMATE_SCOPE_OWNER DUEMATE_SCOPE_TENANT DUEMATE_SCOPE_CUSTOMER DUEMATE_SCOPE_ENGINE \
  DUEMATE_SCOPE_STAFF DUEMATE_SCOPE_DOOR GRAFANA; do
  printf '%s_PASSWORD=%s\n' "$name" "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
done
