#!/bin/sh
# Prints the Secrets of this overlay with fresh random passwords. Once, since the servers keep their first passwords:
#   sh k8s/overlays/local/secrets.sh | kubectl create -n duemate -f -
set -eu

key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# secret NAME KEY VALUE [KEY VALUE ...]
secret() {
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\nstringData:\n' "$1"
  shift
  while [ $# -gt 0 ]; do
    printf '  %s: "%s"\n' "$1" "$2"
    shift 2
  done
}

redis=$(random)
secret duemate-superuser password "$(random)"
secret duemate-redis password "$redis"
secret duemate-services DUEMATE_REDIS_URL "redis://:$redis@redis:6379" DUEMATE_PULSAR_URL pulsar://pulsar:6650 \
  DUEMATE_IDENTITY_SECRET_KEY "$(key)" DUEMATE_PAYMENTS_SECRET_KEY "$(key)"
secret duemate-first-staff DUEMATE_IDENTITY_FIRST_STAFF_EMAIL staff@localhost.example \
  DUEMATE_IDENTITY_FIRST_STAFF_PASSWORD "$(random)"
for login in owner tenant customer engine staff door; do
  prefix=DUEMATE_SCOPE_$(printf %s "$login" | tr '[:lower:]' '[:upper:]')
  secret "duemate-login-$login" \
    "${prefix}_URL" jdbc:postgresql://postgres:5432/duemate \
    "${prefix}_USERNAME" "duemate_$login" \
    "${prefix}_PASSWORD" "$(random)"
done
