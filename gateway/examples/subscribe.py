# Alerts as they are raised, one a line. After a break, start again with the last cursor as CURSOR: nothing is lost.
import json, os, urllib.request

address = os.environ.get('VIGIA', 'http://localhost:4000') + '/graphql/stream'
query = 'subscription { alertRaised { cursor step id number kind severity citation openedAt state { code } childRef } }'
headers = {'authorization': 'Bearer ' + os.environ['TOKEN'], 'last-event-id': os.environ.get('CURSOR', ''),
           'accept': 'text/event-stream', 'content-type': 'application/json'}
request = urllib.request.Request(address, json.dumps({'query': query}).encode(), headers)
for line in urllib.request.urlopen(request, timeout=45):
    if line.startswith(b'data: '):
        print(line[6:].decode().strip(), flush=True)
