/** What actors say that they have opened, written down in the registry as if they had asked for it. */
import { type Actor, acceptActor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'

interface Registry {
  query: (sql: string, values: unknown[]) => Promise<unknown>
}

export async function writeDown({ query }: Registry, ...actors: readonly Actor[]): Promise<void> {
  for (const actor of actors) {
    const { sub, role, org, states } = acceptActor(actor)
    for (const { child, by, isOutside, until } of actor.opened ?? [])
      await query(
        `insert into openings.opening (id, by, subject, role, office, states, child_id, reason, is_outside, request_id, at, until)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'Audiencia mañana', $7, 'a test',
           greatest(now() - interval '2 hours', to_timestamp($8::float8 / 1000) - interval '24 hours'),
           to_timestamp($8::float8 / 1000))`,
        [by, sub, role, org, states, child, isOutside, until],
      )
  }
}

/** As whom tests ask, with the record of a child opened for a reason, and written down. */
export async function secretaryWhoOpened(database: Registry, child: string): Promise<Actor> {
  const opening = { child, by: 'REASON', isOutside: false, until: Date.now() + 3_600_000 } as const
  const secretary = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, opened: [opening] }
  await writeDown(database, secretary)
  return secretary
}
