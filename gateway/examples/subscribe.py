# Alerts as they are raised, one a line. After a break or the end of a token it comes back: nothing is lost.
import base64, http.client, json, os, time, urllib.error, urllib.request

vigia, key, cursor = os.environ.get('VIGIA', 'http://localhost:4000'), os.environ['KEY'], os.environ.get('CURSOR', '')
tokens, basic = os.environ.get('TOKENS', vigia + '/issuer/token'), base64.b64encode(key.encode()).decode()
query = 'subscription { alertRaised { cursor step id number kind severity citation openedAt state { code } childRef } }'

def post(address, body, **headers):
    headers = {name.replace('_', '-'): value for name, value in headers.items()}
    return urllib.request.urlopen(urllib.request.Request(address, body.encode(), headers), timeout=45)

while True:
    try:
        token = json.load(post(tokens, 'grant_type=client_credentials', authorization='Basic ' + basic))['access_token']
        events = post(vigia + '/graphql/stream', json.dumps({'query': query}), authorization='Bearer ' + token,
                      last_event_id=cursor, accept='text/event-stream', content_type='application/json')
        event = {}
        for line in events:
            field, _, value = line.decode(errors='replace').strip().partition(': ')
            event[field] = value
            if line == b'\n':  # It is whole.
                if 'data' in event: print(event['data'], flush=True)
                cursor, event = event.get('id', cursor), {}
    except (OSError, http.client.HTTPException) as fault:
        if getattr(fault, 'code', 0) in (400, 401, 403, 410): raise  # It was turned out, or is too late.
    time.sleep(1)
