#!/bin/sh
# Joins the members to the first node and finishes the cluster. Doing it again changes nothing.
# FIRST: address of the node that is asked; MEMBERS: Erlang names of the others. Given only where the compose file's are not meant.
set -eu
first="${FIRST:-http://couchdb1.tramxa:5984}"
members="${MEMBERS:-couchdb@couchdb2.tramxa couchdb@couchdb3.tramxa}"
ask() { curl -sS --retry 20 --retry-delay 3 --retry-connrefused -u "$COUCHDB_USER:$COUCHDB_PASSWORD" -H 'Content-Type: application/json' "$@"; }

wanted=2
for node in $members; do
  wanted=$((wanted + 2))
  # A node may be connected without being a member: after a copy was put back the shards name it already.
  if ask "$first/_membership" | sed 's/.*"cluster_nodes"//' | grep -q "\"$node\""; then continue; fi
  ask -X POST "$first/_cluster_setup" -d "{\"action\":\"add_node\",\"name\":\"${node%@*}\",\"host\":\"${node#*@}\",\"port\":5984,\"username\":\"$COUCHDB_USER\",\"password\":\"$COUCHDB_PASSWORD\"}"
done
ask -X POST "$first/_cluster_setup" -d '{"action":"finish_cluster"}' || true
# Each node is listed as known and as a member.
for try in 1 2 3 4 5 6 7 8 9 10; do
  members_now="$(ask "$first/_membership")"
  [ "$(echo "$members_now" | tr ',' '\n' | grep -c '@' || true)" -ge "$wanted" ] && break
  sleep 1
done
echo "$members_now"
[ "$(echo "$members_now" | tr ',' '\n' | grep -c '@' || true)" -ge "$wanted" ]
