/**
 * One peer of the gateway, as a process of its own: `node peer.ts <kind> <database>` answers every POST with the board and
 * writes its port. Kinds: static (one kept answer, read from standard input), snapshot, live.
 */
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { type AsOf, answerOf, type Row } from './board.ts'
import { asOfIn, countedLive, PERIOD, sqlOf } from './counted-live.ts'

const [kind = '', database = ''] = process.argv.slice(2)

const makers: Readonly<Record<string, () => Promise<() => Promise<Buffer>>>> = {
  async static() {
    const kept = readFileSync(0)
    return async () => kept
  },
  async snapshot() {
    const pool = new pg.Pool({ connectionString: database, max: 4 })
    const asOf = await asOfIn(pool)
    const question = { name: 'board', text: sqlOf('snapshot'), values: [...PERIOD] }
    return async () => written((await pool.query<Row>(question)).rows, asOf)
  },
  async live() {
    const pool = new pg.Pool({ connectionString: database, max: 4 })
    const { question, asOf } = await countedLive(pool)
    return async () => written((await pool.query<Row>(question)).rows, asOf)
  },
}

const written = (rows: Row[], asOf: AsOf): Buffer => Buffer.from(JSON.stringify(answerOf(rows, asOf)))

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
}

const answer = await makers[kind]?.()
if (!answer) throw new Error(`No such peer: ${kind}`)
const server = createServer((request, response) => {
  request.resume().on('end', async () => {
    try {
      send(response, await answer())
    } catch (error) {
      console.error(error)
      response.writeHead(500).end()
    }
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
