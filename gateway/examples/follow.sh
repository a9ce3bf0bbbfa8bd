#!/bin/sh
# Follows for ever: follow.sh alerts.jsonl python3 subscribe.py. After each break a new token goes on behind the last alert in the file.
alerts=$1 && shift && touch "$alerts"
while sleep 1; do
  TOKEN=$(sh -c "${TOKEN_COMMAND:-npm run --silent token -- sistema-aliado}") || continue
  CURSOR=$(sed -n 's/.*"cursor":"\([^"]*\)".*/\1/p' "$alerts" | tail -n 1)
  TOKEN=$TOKEN CURSOR=$CURSOR "$@" >>"$alerts"
done
