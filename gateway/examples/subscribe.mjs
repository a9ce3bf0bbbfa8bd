// Alerts as they are raised, by WebSocket: npm install graphql-ws ws. After a break or the end of a token it comes back: nothing is lost.
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const { VIGIA = 'http://localhost:4000', TOKENS = `${VIGIA}/issuer/token`, KEY, CURSOR } = process.env
const query = `subscription ($after: String) { alertRaised(after: $after) {
  cursor step id number kind severity citation openedAt state { code } childRef } }`
const wanted = { query, variables: { after: CURSOR || null } }
const headers = { authorization: `Basic ${btoa(KEY)}`, 'content-type': 'application/x-www-form-urlencoded' }
const ask = () => fetch(TOKENS, { method: 'POST', headers, body: 'grant_type=client_credentials' })
const connectionParams = async () => {
  const given = await ask()
  if (given.status > 428) throw new Error(`No token: ${given.status}`) // It is busy or away. Without a token one is let in no more.
  return { authorization: `Bearer ${(await given.json()).access_token}` }
}
const silence = setTimeout(() => latest?.terminate(), 45_000) // A dead connection sends no heartbeat. Cut here, it tells first what had come.
let latest
class webSocketImpl extends WebSocket {
  constructor(...address) {
    super(...address)
    latest = this
    silence.refresh()
  }
}
const ping = (_, beat) => {
  silence.refresh()
  if (beat) wanted.variables.after = beat.cursor
}
const url = `${VIGIA.replace('http', 'ws')}/graphql`
const socket = { url, webSocketImpl, connectionParams, on: { ping } }
const retryWait = () => new Promise((go) => setTimeout(go, 1_000 + 2_000 * Math.random()))
const client = createClient({ ...socket, retryAttempts: Infinity, shouldRetry: () => true, retryWait }) // Until it is turned out.
for await (const { data, errors } of client.iterate(wanted)) {
  console.log(JSON.stringify(data?.alertRaised ?? errors))
  if (data) wanted.variables.after = data.alertRaised.cursor
}
