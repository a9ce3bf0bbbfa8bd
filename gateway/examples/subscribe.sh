#!/bin/sh
# Alerts as they are raised, as server-sent events. After a break, start again with the last cursor as CURSOR: nothing is lost.
curl --silent --show-error --no-buffer --fail-with-body "${VIGIA:-http://localhost:4000}/graphql/stream" \
  --header "authorization: Bearer $TOKEN" \
  --header "last-event-id: $CURSOR" \
  --header 'accept: text/event-stream' \
  --header 'content-type: application/json' \
  --data '{ "query": "subscription { alertRaised { cursor step id number kind severity citation openedAt state { code } childRef } }" }'
