# Whether a message is Vigía's, by the public key of the endpoint (v1a): pip install cryptography.
import base64, os, sys, time
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

def is_genuine(body, message_id, timestamp, signatures, public_key):
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key.removeprefix('whpk_')))
    signed = f'{message_id}.{timestamp}.'.encode() + body
    for version, _, signature in (one.partition(',') for one in signatures.split()):
        try:
            if version == 'v1a': return key.verify(base64.b64decode(signature), signed) is None and is_recent(timestamp)
        except InvalidSignature: pass  # a message carries one for each key that holds
    return False

def is_recent(timestamp):
    return abs(time.time() - int(timestamp)) < 300  # an old one may be sent again by somebody else

if __name__ == '__main__':
    names = 'WEBHOOK_ID', 'WEBHOOK_TIMESTAMP', 'WEBHOOK_SIGNATURE', 'WEBHOOK_KEY'
    sys.exit(not is_genuine(sys.stdin.buffer.read(), *(os.environ[name] for name in names)))
