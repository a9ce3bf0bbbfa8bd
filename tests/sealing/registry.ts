/** A registry of its own on a server of its own, with its keys beside it and never in it; files go in by the product's own commands. */
import { execFile, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createOrAdopt, runningDatabase } from '@vigia/db/embedded-database'
import { openPool } from '@vigia/db/open'
import type { QueryResultRow } from 'pg'
import { binaries } from '../../prisma/src/embedded/binaries.ts'
import { serverProcess } from '../../prisma/src/embedded/cluster.ts'
import { csvOf, type Row } from '../support/builders/row.ts'
import { localDay } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'

export interface Registry {
  url: string
  /** Of the server: its tables, its journal, its log. */
  directory: string
  keys: string
  /** What the commands have said so far, with the reports of what they refused. */
  said: () => string
  run: (
    command: string,
    args?: readonly string[],
    env?: Record<string, string>,
  ) => Promise<{ said: string; status: number }>
  /** Writes the rows into a file and takes it in. */
  send: (feed: string, rows: readonly Row[], ...flags: string[]) => Promise<string>
  /** The same for a folder of files, in their order. */
  sendFolder: (...files: readonly Sent[]) => Promise<string>
  query: <R extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>
  close: () => Promise<void>
}

/** Everything that the server is told stands in its log, which lies in its own folder. */
const TELLING = [
  'logging_collector=on',
  'log_statement=all',
  'log_min_duration_statement=0',
  'listen_addresses=127.0.0.1',
]

/** Started by hand, since the product's own server keeps no log; then taken over as one that was left by a crash. */
async function openServer(folder: string, directory: string) {
  const { url, stop } = await createOrAdopt({ directory })
  await stop()
  const { postgres } = await binaries(folder)
  const flags = [...TELLING, 'unix_socket_directories='].flatMap((setting) => ['-c', setting])
  spawn(postgres, ['-D', directory, '-p', new URL(url).port, ...flags], {
    ...serverProcess(),
    detached: true,
    stdio: 'ignore',
  })
  await eventually(
    () => runningDatabase(directory),
    (found) => found !== null,
    30_000,
  )
  return createOrAdopt({ directory })
}

export async function openRegistry(): Promise<Registry> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-sealing-'))
  chmodSync(folder, 0o755) // As root the server runs as another user.
  const directory = path.join(folder, 'postgres')
  const keys = path.join(folder, 'keys.json')
  const { url, stop } = await openServer(folder, directory)
  const pool = openPool(url, 2)
  const own = { DATABASE_URL: url, VIGIA_KEYS: keys, VIGIA_ERASED: path.join(folder, 'erased.jsonl') }
  let said = ''
  let files = 0

  const run: Registry['run'] = (command, args = [], env = {}) => {
    const options = { cwd: ROOT, env: { ...process.env, ...own, ...env } }
    return new Promise((resolve) => {
      execFile('node', [`services/_kit/src/${command}.ts`, ...args], options, (error, stdout, stderr) => {
        said += stdout + stderr
        resolve({ said: stdout + stderr, status: Number(error?.code ?? 0) })
      })
    })
  }
  const take = async (args: readonly string[]) => {
    const { said: report, status } = await run('intake/command/command', args)
    if (status !== 0) throw new Error(report)
    return report
  }
  return {
    ...{ url, directory, keys, run },
    said: () => said,
    async send(feed, rows, ...flags) {
      const file = path.join(folder, `${files++}.csv`)
      writeFileSync(file, csvOf(rows))
      return take([feed, file, '--source', senderOf(feed), '--cutoff', localDay(new Date()), ...flags])
    },
    sendFolder: (...sent) => take([folderOf(mkdtempSync(path.join(folder, 'sent-')), sent)]),
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    async close() {
      await pool.end()
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Sent = readonly [feed: string, rows: readonly Row[], state?: string]

const senderOf = (feed: string) => (feed.startsWith('representation') ? 'PPNNA' : 'INM')

/** Gives the folder, with the files and their manifest in it. */
function folderOf(folder: string, sent: readonly Sent[]): string {
  const cutoff = localDay(new Date())
  const manifest = sent.map(([name, rows, state = null], at) => {
    const [service, feed] = name.split('/')
    const file = `${at}.csv`
    writeFileSync(path.join(folder, file), csvOf(rows))
    return { file, service, feed, source: senderOf(name), state, cutoff, status: 'DEFINITIVE' }
  })
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}

/** As if the registry had learned of it eleven years ago; no trigger tells of that. */
export const aged = (child: string) => `do $$ declare facts text; begin
  perform set_config('session_replication_role', 'replica', true);
  for facts in select c.table_schema || '.' || c.table_name from information_schema.columns c join information_schema.tables t
      using (table_schema, table_name) where t.table_type = 'BASE TABLE' and c.column_name in ('child_id', 'recorded_at')
        and c.table_schema in ('children', 'placements', 'representation', 'returns') group by 1 having count(*) = 2 loop
    execute format('update %s set recorded_at = recorded_at - interval ''11 years'' where child_id = %L', facts, '${child}');
  end loop;
  update children.child set recorded_at = recorded_at - interval '11 years' where id = '${child}';
  update children.unmatched_row set recorded_at = recorded_at - interval '11 years' where matched_at is null;
end $$`
