#!/bin/sh
# Joins couchdb2 and couchdb3 to couchdb1 and finishes the cluster. Doing it again changes nothing.
set -eu
first="http://couchdb1.tramxa:5984"
ask() { curl -sS --retry 20 --retry-delay 3 --retry-connrefused -u "$COUCHDB_USER:$COUCHDB_PASSWORD" -H 'Content-Type: application/json' "$@"; }
member_count() { ask "$first/_membership" | tr ',' '\n' | grep -c 'couchdb@' || true; }

for node in couchdb2 couchdb3; do
  if ask "$first/_membership" | grep -q "couchdb@$node.tramxa"; then continue; fi
  ask -X POST "$first/_cluster_setup" -d "{\"action\":\"add_node\",\"host\":\"$node.tramxa\",\"port\":5984,\"username\":\"$COUCHDB_USER\",\"password\":\"$COUCHDB_PASSWORD\"}"
done
ask -X POST "$first/_cluster_setup" -d '{"action":"finish_cluster"}' || true
ask "$first/_membership"
# Three nodes, each listed as known and as a member.
[ "$(member_count)" -ge 6 ]
