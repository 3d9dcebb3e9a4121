#!/bin/sh
# A dated copy of CouchDB's files and the hub's directory. CouchDB only appends to a file, so a copy taken while it runs is
# whole up to some moment; the shard map is copied last, after the shards it names.
set -eu
to="/backups/$(date -u +%Y-%m-%d)"
part="$to.part"
rm -rf "$part"
mkdir -p "$part"
cp -a /source/couchdb/shards "$part/shards"
cp -a /source/couchdb/_dbs.couch "$part/_dbs.couch"
cp -a /source/hub "$part/hub"
sync
rm -rf "$to"
mv "$part" "$to"
ls -1d /backups/????-??-?? | sort -r | tail -n +15 | xargs -r rm -rf
