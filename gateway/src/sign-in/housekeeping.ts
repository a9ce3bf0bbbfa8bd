/** What has ended long ago is deleted: sessions and tokens after a month, sign-ins that nobody came back from after a day. */
import { log } from '@vigia/kit/log'
import type { Stop } from '@vigia/kit/service'
import type { Pool } from 'pg'

/** A default of Vigía: who signed in and out stands in the audit, for longer. */
const KEPT_FOR = '30 days'
const EVERY_MS = 3_600_000

const OLD = [
  `delete from sessions.session where least(ended_at, ends_at) < now() - interval '${KEPT_FOR}'`,
  `delete from sessions.personal_token where least(revoked_at, ends_at) < now() - interval '${KEPT_FOR}'`,
  "delete from sessions.sign_in where ends_at < now() - interval '1 day'",
]

export async function deleteOld(pool: Pool): Promise<void> {
  for (const sql of OLD) await pool.query(sql)
}

/** At once and then each hour. A fault is told, and tried again. */
export function keepHouse(pool: Pool): Stop {
  let running = Promise.resolve()
  const go = () => {
    running = deleteOld(pool).catch((fault: unknown) => log.warn({ fault }, 'old sessions could not be deleted'))
  }
  go()
  const timer = setInterval(go, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
