# Alerts as they are raised, as server-sent events, until the token is over. With the last id as CURSOR it goes on.
import base64, json, os, urllib.request as http

vigia, key = os.environ.get('VIGIA', 'http://localhost:4000'), base64.b64encode(os.environ['KEY'].encode()).decode()
post = lambda address, body, headers: http.urlopen(http.Request(address, body.encode(), headers))
given = post(os.environ.get('TOKENS', vigia + '/issuer/token'), 'grant_type=client_credentials', {'Authorization': 'Basic ' + key})
headers = {'Authorization': 'Bearer ' + json.load(given)['access_token'], 'Content-Type': 'application/json',
           'Accept': 'text/event-stream', 'Last-Event-ID': os.environ.get('CURSOR', '')}
query = 'subscription { alertRaised { cursor step id number kind severity citation openedAt state { code } childRef } }'
for line in post(vigia + '/graphql/stream', json.dumps({'query': query}), headers):
    if line.startswith(b'data: '): print(line[6:].decode().strip(), flush=True)
