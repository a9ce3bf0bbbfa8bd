#!/bin/sh
# Alerts as they are raised, as server-sent events, until the token is over. With the last id as CURSOR it goes on: nothing is lost.
vigia=${VIGIA:-http://localhost:4000}
token=$(curl --silent --show-error --fail --max-time 45 --user "$KEY" --data grant_type=client_credentials "${TOKENS:-$vigia/issuer/token}" |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')
curl --silent --show-error --no-buffer --fail-with-body --speed-limit 1 --speed-time 45 "$vigia/graphql/stream" \
  --header "authorization: Bearer $token" \
  --header "last-event-id: $CURSOR" \
  --header 'accept: text/event-stream' \
  --header 'content-type: application/json' \
  --data '{ "query": "subscription { alertRaised { cursor step id number kind severity citation openedAt state { code } childRef } }" }'
