# Whether a message is Vigía's, by the secret of the endpoint (v1): the body comes by standard input, the rest by the environment.
import base64, hashlib, hmac, os, sys, time

def is_genuine(body, message_id, timestamp, signatures, secret):
    key = base64.b64decode(secret.removeprefix('whsec_'))
    signed = f'{message_id}.{timestamp}.'.encode() + body
    expected = 'v1,' + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    is_recent = abs(time.time() - int(timestamp)) < 300  # an old one may be sent again by somebody else
    return is_recent and any(hmac.compare_digest(expected, one) for one in signatures.split())

if __name__ == '__main__':
    names = 'WEBHOOK_ID', 'WEBHOOK_TIMESTAMP', 'WEBHOOK_SIGNATURE', 'WEBHOOK_KEY'
    sys.exit(not is_genuine(sys.stdin.buffer.read(), *(os.environ[name] for name in names)))
