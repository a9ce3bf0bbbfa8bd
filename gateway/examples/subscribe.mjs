// Alerts as they are raised, by WebSocket: npm install graphql-ws ws. After a break it comes back by itself, and nothing is lost.
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const { VIGIA = 'http://localhost:4000', TOKEN, CURSOR } = process.env
const query = `subscription ($after: String) { alertRaised(after: $after) {
  cursor step id number kind severity citation openedAt state { code } childRef } }`
const wanted = { query, variables: { after: CURSOR || null } }
const connectionParams = () => ({ authorization: `Bearer ${TOKEN}` })
const url = `${VIGIA.replace('http', 'ws')}/graphql`
for await (const { data, errors } of createClient({ url, connectionParams, webSocketImpl: WebSocket }).iterate(
  wanted,
)) {
  console.log(JSON.stringify(data?.alertRaised ?? errors))
  if (data) wanted.variables.after = data.alertRaised.cursor
}
