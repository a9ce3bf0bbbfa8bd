"""A receiver of Vigía's webhooks in Python, with nothing but the standard library.

    WEBHOOK_SECRET=whsec_… python3 receiver.py 8080      (v1: HMAC-SHA-256)
    WEBHOOK_SECRET=whpk_…  python3 receiver.py 8080      (v1a: ed25519)

It verifies each message, gives the challenge back, and prints an alert once, however often it is sent.
"""
import base64, hashlib, hmac, json, os, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer

SECRET = os.environ["WEBHOOK_SECRET"]
TOLERANCE_IN_SECONDS = 300
seen = set()

# ed25519 (RFC 8032), verification alone. With the package `cryptography` at hand:
# Ed25519PublicKey.from_public_bytes(key).verify(signature, signed)
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def point(bytes32):
    y = int.from_bytes(bytes32, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        raise ValueError("no point")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        raise ValueError("no point")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, q):
    r = (0, 1, 1, 0)
    while n:
        if n & 1:
            r = add(r, q)
        q, n = add(q, q), n >> 1
    return r


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_ed25519(key, signature, signed):
    if len(signature) != 64:
        return False
    try:
        a, r = point(key), point(signature[:32])
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + signed).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def is_ours(headers, body):
    """Standard Webhooks: the signature is of `id.timestamp.body`; one of several has to hold."""
    sent_at = int(headers["webhook-timestamp"])
    if abs(time.time() - sent_at) > TOLERANCE_IN_SECONDS:
        return False
    form, _, encoded = SECRET.partition("_")
    key = base64.b64decode(encoded)
    signed = f"{headers['webhook-id']}.{sent_at}.".encode() + body
    for part in headers["webhook-signature"].split(" "):
        version, _, signature = part.partition(",")
        given = base64.b64decode(signature)
        if form == "whsec" and version == "v1":
            if hmac.compare_digest(hmac.new(key, signed, hashlib.sha256).digest(), given):
                return True
        if form == "whpk" and version == "v1a" and is_ed25519(key, given, signed):
            return True
    return False


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        if not is_ours(self.headers, body):
            return self.answer(401, {})
        message = json.loads(body)
        kind = message["type"].removeprefix("mx.vigia.")  # So it begins in the form of CloudEvents.
        if kind == "webhook.challenge":
            return self.answer(200, {"challenge": message["data"]["challenge"]})
        if self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            print(json.dumps({"type": kind, **message["data"]}), flush=True)
        self.answer(200, {})

    def answer(self, status, said):
        text = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver)
    print(server.server_port, flush=True)
    server.serve_forever()
