#!/bin/sh
# Run once, when the database is made: a role for the worker that reads and writes rows, and nothing else.
# The tables belong to the role of the migration.
set -eu

psql -v ON_ERROR_STOP=1 -v password="$WORKER_DATABASE_PASSWORD" -v owner="$POSTGRES_USER" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE calllock_worker LOGIN PASSWORD :'password' CONNECTION LIMIT 100;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO calllock_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO calllock_worker;
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public
    GRANT USAGE ON SEQUENCES TO calllock_worker;
SQL
