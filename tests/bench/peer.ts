/**
 * One peer of the gateway, as a process of its own: `node peer.ts <kind> <database>` answers every POST with the board and
 * writes its port. Kinds: static (one kept answer, read from standard input), snapshot, live.
 */
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { backlogLimits } from '@vigia/law/backlog-ages'
import pg from 'pg'
import { type AsOf, answerOf, type Row } from './board.ts'

const PERIOD = ['2026-01-01', '2026-12-31'] as const
const [kind = '', database = ''] = process.argv.slice(2)

const sql = (name: string): string => readFileSync(path.join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8')

const makers: Readonly<Record<string, () => Promise<() => Promise<Buffer>>>> = {
  async static() {
    const kept = readFileSync(0)
    return async () => kept
  },
  async snapshot() {
    const pool = new pg.Pool({ connectionString: database, max: 4 })
    const asOf = await asOfIn(pool)
    const question = { name: 'board', text: sql('snapshot'), values: [...PERIOD] }
    return async () => written((await pool.query<Row>(question)).rows, asOf)
  },
  async live() {
    const pool = new pg.Pool({ connectionString: database, max: 4 })
    const asOf = await asOfIn(pool)
    const { lastOverdueDate } = backlogLimits(new Date(asOf.casework))
    const values = [...PERIOD, asOf.detention, asOf.casework, lastOverdueDate]
    const question = { name: 'board', text: sql('live'), values }
    return async () => written((await pool.query<Row>(question)).rows, asOf)
  },
}

/** When the product's figures were true, so that the same instant is asked for. */
async function asOfIn(pool: pg.Pool): Promise<AsOf> {
  const { rows } = await pool.query<{ detention: Date; casework: Date }>(
    `select (select max(as_of) from placements.snapshot) as detention, (select max(as_of) from representation.snapshot) as casework`,
  )
  const { detention, casework } = rows[0] ?? { detention: new Date(), casework: new Date() }
  return { detention: detention.toISOString(), casework: casework.toISOString(), returns: casework.toISOString() }
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
