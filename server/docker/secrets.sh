#!/bin/sh
# Prints fresh random passwords and keys for docker-compose.yml. Once:  sh server/docker/secrets.sh > .env
set -eu
umask 077

for name in POSTGRES DUEMATE_REDIS DUEMATE_SCOPE_OWNER DUEMATE_SCOPE_TENANT DUEMATE_SCOPE_CUSTOMER DUEMATE_SCOPE_ENGINE \
  DUEMATE_SCOPE_STAFF DUEMATE_SCOPE_DOOR DUEMATE_FIRST_STAFF GRAFANA; do
  printf '%s_PASSWORD=%s\n' "$name" "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
done

for name in DUEMATE_IDENTITY DUEMATE_PAYMENTS; do
  printf '%s_SECRET_KEY=%s\n' "$name" "$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
done
