#!/bin/sh
# Whether a message is Vigía's, by the public key of the endpoint (v1a) and openssl 3: verify.sh <body, the rest by the environment.
age=$(($(date +%s) - WEBHOOK_TIMESTAMP)) && [ "${age#-}" -lt 300 ] || exit 1 # An old one may be sent again by somebody else.
here=$(mktemp -d) && trap 'rm -r "$here"' EXIT
printf -- '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA%s\n-----END PUBLIC KEY-----\n' "${WEBHOOK_KEY#whpk_}" >"$here/key"
{ printf '%s.%s.' "$WEBHOOK_ID" "$WEBHOOK_TIMESTAMP" && cat; } >"$here/signed"
for one in $WEBHOOK_SIGNATURE; do
  printf '%s' "${one#v1a,}" | openssl base64 -d -A >"$here/signature"
  openssl pkeyutl -verify -pubin -inkey "$here/key" -rawin -in "$here/signed" -sigfile "$here/signature" >/dev/null 2>&1 && exit
done
exit 1
