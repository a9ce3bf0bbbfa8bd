/** Keeps the picture that representation has of oversight: on which days which authority suspends its work. The board is written by it. */
import type { Follower } from '@vigia/kit/follow'
import { raiseVersion } from '@vigia/kit/tick'
import { writeSnapshot } from './write-snapshot.ts'

const KEEP = `
  insert into representation.work_suspension_ref (id, suspension_id, entry, authority, state, first_day, last_day)
  select r.* from outbox.event e, lateral jsonb_to_record(e.payload)
    r (id uuid, suspension_id uuid, entry text, authority text, state char(2), first_day date, last_day date)
  where e.seq > $1 and e.seq <= $2 and e.source = 'oversight' and e.type = 'work_suspension.told'
  on conflict (id) do nothing`

/** What is kept by the version must not outlive the calendar by which it was counted. */
export const followOversight: Follower = {
  follows: 'oversight',
  async apply(client, { after, upto, tells }) {
    if (!tells('oversight', 'work_suspension')) return
    const { rowCount } = await client.query(KEEP, [after, upto])
    if (!rowCount) return
    await writeSnapshot(client, new Date())
    await raiseVersion(client, 'representation')
  },
}
