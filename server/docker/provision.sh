#!/bin/sh
# Makes the database duemate and its logins from logins.sql beside this file; as often as one likes, as PostgreSQL's superuser.
# Reads PGHOST, PGUSER and PGPASSWORD, and DUEMATE_SCOPE_<PLANE>_PASSWORD of owner, tenant, customer, engine, staff and door.
set -eu
# Granting again what is granted is worth no notice.
export PGOPTIONS='-c client_min_messages=warning'

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

# shellcheck disable=SC2016
sql=$(awk '
  {
    line = $0
    filled = ""
    while (match(line, /\$\{[a-z]+\}/)) {
      name = "DUEMATE_SCOPE_" toupper(substr(line, RSTART + 2, RLENGTH - 3)) "_PASSWORD"
      if (ENVIRON[name] == "") { print name " is not set" > "/dev/stderr"; exit 1 }
      password = ENVIRON[name]
      gsub(/\047/, "\047\047", password)
      filled = filled substr(line, 1, RSTART - 1) "\047" password "\047"
      line = substr(line, RSTART + RLENGTH)
    }
    print filled line
  }' "$here/logins.sql")

run() { psql --no-psqlrc --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 "$@"; }

[ "$(run -d postgres -c "SELECT count(*) FROM pg_database WHERE datname = 'duemate'")" = 1 ] ||
  run -d postgres -c 'CREATE DATABASE duemate'
printf '%s\n' "$sql" | run -d duemate --single-transaction --file=-
