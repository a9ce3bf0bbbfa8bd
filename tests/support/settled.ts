/** Lets every service hear and count everything that was taken in: the fact that tests wait for instead of a time. */
import type { Service } from '@vigia/kit/service'
import type { ScratchDatabase } from './scratch-database.ts'
import { SERVICES } from './source-files.ts'

/** Whom a fact asks for may be in the hands of a service that judges by itself: nobody else finds him then. */
const LEFT = `select (select count(*) from outbox.pending) + (select count(*) from outbox.uncounted_batch)
  + (select count(*) from oversight.alert_due where due_at = '-infinity')
  ${SERVICES.map((name) => `+ (select count(*) from ${name}.delta)`).join(' ')}
  ${SERVICES.map((name) => `+ (select coalesce(max(seq), 0) from outbox.event) - coalesce((select seq from ${name}.position), 0)`).join(' ')}
  as left`

const MOST_ROUNDS = 500

/** Goes round until a whole round does nothing and nothing is left. Services that run by themselves may be at it too. */
export async function settle(services: Iterable<Service>, database: ScratchDatabase): Promise<void> {
  // Oversight last, which hears of all others: before them it would go round once more for each.
  const all = [...services].toSorted(
    (one, other) => Number(one.name === 'oversight') - Number(other.name === 'oversight'),
  )
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let did = 0
    // The first round writes what stands there though nothing has changed: an empty registry has a board too.
    for (const service of all) did += await service.round(new Date(), round === 0)
    if (round > 0 && did === 0 && (await left(database)) === 0) return
  }
  throw new Error(`After ${MOST_ROUNDS} rounds ${await left(database)} things are still left.`)
}

async function left(database: ScratchDatabase): Promise<number> {
  const [row] = await database.query<{ left: string }>(LEFT)
  return Number(row?.left)
}
