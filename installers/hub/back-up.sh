#!/bin/sh
# A dated copy of CouchDB's files and the hub's book. CouchDB only appends to a file, so a copy taken while it runs is whole up
# to some moment; the shard map is copied last, after the shards it names. The hub copies its own file itself: bytes of an open
# SQLite file and of its log, taken one after the other, are no copy.
set -eu
backups="${BACKUPS:-/backups}"
source="${COUCHDB_DATA:-/source/couchdb}"
to="$backups/$(date -u +%Y-%m-%d)"
part="$to.part"
rm -rf "$part"
mkdir -p "$part"

# A compaction works beside the file and takes its place in the end: for a moment neither is there under its name. A deleted database stays away.
copy() { cp -a "$source/$1" "$part/$1" 2>/dev/null || { sleep 2; [ ! -e "$source/$1" ] || cp -a "$source/$1" "$part/$1"; }; }
(cd "$source" && find shards -type d) | while IFS= read -r folder; do mkdir -p "$part/$folder"; done
(cd "$source" && find shards -type f ! -name '*.compact*') | while IFS= read -r file; do copy "$file"; done
copy _dbs.couch
[ -s "$part/_dbs.couch" ]

${TRAMXA:-/opt/tramxa/node_modules/.bin/node /opt/tramxa/src-main/cli/tramxa.js} hub backup --dir "${HUB_DIR:-/var/lib/tramxa-hub}" --out "$part/hub" --with-key
sync
rm -rf "$to"
mv "$part" "$to"
ls -1d "$backups"/????-??-?? | sort -r | tail -n +15 | xargs -r rm -rf
