# The same by the public key of the endpoint (v1a), which is no secret: pip install cryptography.
import base64, os, sys, time
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

def is_genuine(body, message_id, timestamp, signatures, public_key):
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key.removeprefix('whpk_')))
    signed = f'{message_id}.{timestamp}.'.encode() + body
    is_recent = abs(time.time() - int(timestamp)) < 300  # an old one may be sent again by somebody else
    given = [base64.b64decode(one[4:]) for one in signatures.split() if one.startswith('v1a,')]
    return is_recent and any(is_signed(key, one, signed) for one in given)

def is_signed(key, signature, signed):
    try:
        key.verify(signature, signed)
    except InvalidSignature:
        return False
    return True

if __name__ == '__main__':
    names = 'WEBHOOK_ID', 'WEBHOOK_TIMESTAMP', 'WEBHOOK_SIGNATURE', 'WEBHOOK_KEY'
    sys.exit(not is_genuine(sys.stdin.buffer.read(), *(os.environ[name] for name in names)))
