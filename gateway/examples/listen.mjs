// Alerts as they are raised, by WebSocket, until the token is over: npm install graphql-ws ws. With the last cursor as CURSOR it goes on.
import { createClient } from 'graphql-ws'
import webSocketImpl from 'ws'

const { VIGIA = 'http://localhost:4000', TOKENS = `${VIGIA}/issuer/token`, KEY, CURSOR: after = null } = process.env
const headers = { authorization: `Basic ${btoa(KEY)}`, 'content-type': 'application/x-www-form-urlencoded' }
const given = await fetch(TOKENS, { method: 'POST', headers, body: 'grant_type=client_credentials' })
const connectionParams = { authorization: `Bearer ${(await given.json()).access_token}` }
const client = createClient({ url: `${VIGIA.replace('http', 'ws')}/graphql`, webSocketImpl, connectionParams })
const query = `subscription ($after: String) { alertRaised(after: $after) { cursor number kind severity citation childRef id } }`
const alerts = client.iterate({ query, variables: { after } })
for await (const { data } of alerts) console.log(JSON.stringify(data.alertRaised))
