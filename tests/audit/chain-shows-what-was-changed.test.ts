/**
 * The audit can be added to and nothing else; and where somebody who may do anything in the database changes it all the same,
 * verification names the first row that is not what it was (security.md 4).
 */
import { openPool } from '@vigia/db/open'
import { SERVICE_ROLES, urlOfRole } from '@vigia/db/roles'
import { chainOnce } from '@vigia/kit/audit/chain'
import { type HeadFound, headsIn, headsOutside } from '@vigia/kit/audit/heads'
import { lineOfVerdict } from '@vigia/kit/audit/in-words'
import { record } from '@vigia/kit/audit/record'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chain, openChain } from './open-chain.ts'

const ROWS = 6
const BATCH = '00000000-0000-4000-8000-000000000001'

let chain: Chain
beforeAll(async () => {
  chain = await openChain(async (service) => {
    for (let i = 1; i <= ROWS; i += 1) await read(service, `reader ${i}`)
  })
})
afterAll(() => chain.close())

const read = (pool: Pool, subject: string) =>
  record(pool, {
    ...{
      service: 'children',
      act: 'READ',
      requestId: 'r',
      subject,
      role: 'ppnna-officer',
      office: null,
      states: ['07'],
    },
    ...{
      asked: ['child'],
      types: ['Child'],
      scopes: ['child:read', 'risk:read'],
      reason: 'ñ — «why»',
      records: 1,
      batchId: BATCH,
    },
    ...{ children: Buffer.alloc(16, 7), missed: Buffer.alloc(16, 9) },
  })

test('what nobody has touched holds, up to the head that was signed last', async () => {
  expect(await chain.verdict()).toMatchObject({ links: ROWS, fault: null, attested: { seq: ROWS } })
})

test('what is written of a stream holds, in more words than one', async () => {
  const { owner } = chain
  await owner.query('begin')
  await owner.query(`select audit.record('children', 'READ', 'r', 's', 'r', null, null,
    array['alertRaised begins stream:4cH-_x'], array['Alert'], '{}', null, 0, '', '', null); select audit.chain('children', 10)`)
  const found = await chain.verdict()
  await owner.query('rollback')

  expect(found).toMatchObject({ links: ROWS + 1, fault: null })
})

const ENTRY = (seq: number) => `(select entry_id from audit.link where service = 'children' and seq = ${seq})`
const REWRITE = `do $$ declare former bytea := (select hash from audit.link where service = 'children' and seq = 2); l record; begin
  for l in select * from audit.link where service = 'children' and seq > 2 order by seq loop
    former := sha256(former || int8send(l.seq) || audit.bytes_of((select e from audit.entry e where e.id = l.entry_id)));
    update audit.link set hash = former where service = 'children' and seq = l.seq; end loop; end $$`

describe('whoever takes the trigger away first', () => {
  test.each([
    ['changes a reader', `update audit.entry set subject = 'nobody' where id = ${ENTRY(3)}`, 3, 'ALTERED'],
    [
      'changes the day',
      `update audit.entry set at = at + interval '1 millisecond' where id = ${ENTRY(2)}`,
      2,
      'ALTERED',
    ],
    [
      'makes two groups of fields one that nobody knows',
      `update audit.entry set scopes = array[array_to_string(scopes, ' ')] where id = ${ENTRY(3)}`,
      3,
      'ALTERED',
    ],
    ['takes a child out', `update audit.entry set children = '' where id = ${ENTRY(5)}`, 5, 'ALTERED'],
    ['takes away whom it asked for in vain', `update audit.entry set missed = '' where id = ${ENTRY(5)}`, 5, 'ALTERED'],
    ['takes away of which file it was', `update audit.entry set batch_id = null where id = ${ENTRY(5)}`, 5, 'ALTERED'],
    ['takes the reason away', `update audit.entry set reason = null where id = ${ENTRY(1)}`, 1, 'ALTERED'],
    [
      'says that another service was asked',
      `update audit.entry set service = 'returns' where id = ${ENTRY(4)}`,
      4,
      'ALTERED',
    ],
    [
      'says that a link is of another form',
      `update audit.link set form = 1 where service = 'children' and seq = 4`,
      4,
      'ALTERED',
    ],
    [
      'says that a link is of no form',
      `update audit.link set form = 9 where service = 'children' and seq = 4`,
      4,
      'ALTERED',
    ],
    ['deletes an entry', `delete from audit.entry where id = ${ENTRY(4)}`, 4, 'MISSING'],
    [
      'deletes an entry with its link',
      `with gone as (delete from audit.link where service = 'children' and seq = 4 returning entry_id)
       delete from audit.entry where id in (select entry_id from gone)`,
      4,
      'MISSING',
    ],
    ['deletes the first', `delete from audit.link where service = 'children' and seq = 1`, 1, 'MISSING'],
    [
      'exchanges two',
      `alter table audit.link drop constraint link_entry_id_key;
       update audit.link l set entry_id = o.entry_id from audit.link o where l.service = 'children' and o.service = 'children'
       and l.seq in (2, 3) and o.seq = 5 - l.seq`,
      2,
      'ALTERED',
    ],
    [
      'cuts the end off',
      `delete from audit.entry where id in (${ENTRY(5)}, ${ENTRY(6)}); delete from audit.link where seq > 4`,
      5,
      'TRUNCATED',
    ],
    ['empties all of it', 'truncate audit.link, audit.entry', 1, 'TRUNCATED'],
    [
      'changes one and writes the chain anew',
      `update audit.entry set subject = 'nobody' where id = ${ENTRY(3)}; ${REWRITE}`,
      6,
      'OTHER_HEAD',
    ],
    [
      'takes an entry out of the queue',
      `select audit.record('children', 'READ', 'r', 's', 'r', null, null, '{}', '{}', '{}', null, 0, '', '', null);
       delete from audit.unlinked`,
      7,
      'NEVER_CHAINED',
    ],
    [
      'puts an entry into a queue that nobody works off',
      `select audit.record('children', 'READ', 'r', 's', 'r', null, null, '{}', '{}', '{}', null, 0, '', '', null);
       update audit.unlinked set service = 'nobody'`,
      7,
      'NEVER_CHAINED',
    ],
  ])('and %s is found out, by the row', async (_deed, sql, seq, what) => {
    const { owner } = chain
    await owner.query('begin; set local session_replication_role = replica')
    await owner.query(sql)
    const found = await chain.verdict()
    await owner.query('rollback')

    expect(found.fault).toEqual({ seq, what })
    expect((await chain.verdict()).fault).toBeNull()
  })

  test('and writes the chain anew is told of as far as a signed head bears out, and no farther', async () => {
    const { owner, registry, folder } = chain
    const { rows } = await owner.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from audit.link where service = 'children' and seq = 2`,
    )
    await owner.query('begin; set local session_replication_role = replica')
    await owner.query(`update audit.entry set subject = 'nobody' where id = ${ENTRY(4)}; ${REWRITE}`)
    const none = await chain.verdict()
    headsOutside().sign({ registry, service: 'children', seq: 2, hash: rows[0]?.hash ?? '' }, new Date())
    const found = await chain.verdict(headsIn(folder, registry))
    await owner.query('rollback')

    expect([none, found].map(lineOfVerdict)).toEqual([
      expect.stringMatching(/renglón 6 .+ De los de antes no se sabe/),
      expect.stringMatching(
        /renglón 6 .+ Hasta el 2 todo está bien, por su cabeza firmada; de los que siguen no se sabe/,
      ),
    ])
  })

  test('and has the service start again, which signs the end that it finds, is found out', async () => {
    const { owner, registry, folder } = chain
    await owner.query('begin; set local session_replication_role = replica')
    await owner.query(`update audit.entry set subject = 'nobody' where id = ${ENTRY(6)}; ${REWRITE}`)
    const { rows } = await owner.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from audit.link where service = 'children' and seq = 6`,
    )
    headsOutside().sign({ registry, service: 'children', seq: 6, hash: rows[0]?.hash ?? '' }, new Date())
    const found = await chain.verdict(headsIn(folder, registry))
    await owner.query('rollback')

    expect(found.fault).toEqual({ seq: 6, what: 'OTHER_HEAD' })
  })

  test('and signs a head with a key of his own is found out', async () => {
    const [head] = chain.heads
    const forged = { ...(head as HeadFound), hash: 'ab', isSigned: false }

    expect((await chain.verdict([forged])).fault?.what).toBe('FORGED_HEAD')
  })
})

describe.each(['entry', 'link', 'head', 'registry', 'alarm'])('audit.%s', (table) => {
  test.each([
    `delete from audit.${table}`,
    `truncate audit.${table} cascade`,
    `update audit.${table} set ${table === 'registry' ? 'id = id' : 'at = now()'}`,
  ])('not even its owner may %s', async (sql) => {
    const said = table === 'link' ? sql.replace('at = now()', 'seq = 1') : sql
    await expect(chain.owner.query(said)).rejects.toMatchObject({ code: '42501' })
  })

  test.each(SERVICE_ROLES)('%s may neither read nor write it', async (role) => {
    const pool = openPool(urlOfRole(chain.database.url, role), 1)
    const refusals = [
      `select from audit.${table}`,
      `insert into audit.${table} default values`,
      `delete from audit.${table}`,
    ]
    for (const sql of refusals) await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' })
    await pool.end()
  })
})

test('a service speaks for itself alone', async () => {
  await expect(
    chain.service.query(
      "select audit.record('returns', 'READ', 'r', 's', 'r', null, null, '{}', '{}', '{}', null, 0, '', '', null)",
    ),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(chain.service.query("select audit.chain('returns', 10)")).rejects.toMatchObject({ code: '42501' })
})

test('given four processes that add and chain at once, there is one chain, and it holds every entry', async () => {
  const pools = Array.from({ length: 4 }, () => openPool(urlOfRole(chain.database.url, 'vigia_children'), 3))
  await Promise.all(
    pools.map(async (pool, at) => {
      for (let i = 0; i < 50; i += 1) {
        await Promise.all([read(pool, `process ${at}`), read(pool, `process ${at}`), chainOnce(pool, 'children')])
      }
    }),
  )
  await chainOnce(chain.service, 'children')
  for (const pool of pools) await pool.end()

  expect(await chain.verdict()).toMatchObject({ links: ROWS + 400, fault: null })
})
