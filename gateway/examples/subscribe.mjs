// Alerts as they are raised, by WebSocket: npm install graphql-ws ws. After a break it comes back by itself: nothing is lost.
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const { VIGIA = 'http://localhost:4000', TOKEN, CURSOR } = process.env
const query = `subscription ($after: String) { alertRaised(after: $after) {
  cursor step id number kind severity citation openedAt state { code } childRef } }`
const wanted = { query, variables: { after: CURSOR || null } }
const socket = { url: `${VIGIA.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket }
const forEver = { retryAttempts: Infinity, shouldRetry: () => true } // Until it is turned out.
const client = createClient({ ...socket, ...forEver, connectionParams: { authorization: `Bearer ${TOKEN}` } })
for await (const { data, errors } of client.iterate(wanted)) {
  console.log(JSON.stringify(data?.alertRaised ?? errors))
  if (data) wanted.variables.after = data.alertRaised.cursor
}
