#!/bin/sh
# Follows for ever: follow.sh alerts.txt. After each break, and at the end of each token, it goes on behind the last event in the file.
touch "${1:?must be the file that keeps them, as alerts.txt}" || exit 1
while sleep 1; do
  last=$(awk '/^id: / { id = $2 } /^$/ { last = id } END { print last }' "$1") # An event is whole once an empty line follows.
  CURSOR=${last:-$CURSOR} sh "$(dirname "$0")/subscribe.sh" >>"$1"
  echo : >>"$1" # What was cut in the middle of a line is told again, in a line of its own.
done
