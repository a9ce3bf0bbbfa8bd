/** What tests of the audit are made of: a child whom every service knows, and the entries as they stand in the database. */
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import type { World } from '../support/world.ts'

export interface Entry {
  service: string
  act: string
  request_id: string
  subject: string
  role: string
  office: string | null
  states: string[] | null
  asked: string[]
  types: string[]
  scopes: string[]
  reason: string | null
  records: number
  children: string[]
  missed: string[]
  batch_id: string | null
}

/** In the order in which they were written. */
export function entriesOf({ query }: Pick<ScratchDatabase, 'query'>): Promise<Entry[]> {
  return query<Entry>(`select service, act, request_id, subject, role, office, states, asked, types, scopes, reason, records,
    array(select audit.ids_in(children)::text) as children, array(select audit.ids_in(missed)::text) as missed, batch_id::text
    from audit.entry order by id`)
}

/** Found, lodged, represented, determined and sent; gives the id. */
export async function fillWithOneChild({ takeIn, settle, database }: Pick<World, 'takeIn' | 'settle' | 'database'>) {
  const detection = aDetection()
  await takeIn('children/detections', [detection])
  await takeIn('placements/stays', [aStay(detection.ACTA)])
  const file = aCase(detection.ACTA)
  await takeIn('representation/protection-cases', [file], { state: '07' })
  await takeIn('representation/determinations', [aDetermination(file.FOLIO ?? '')], { state: '07' })
  await takeIn('returns/executed-returns', [aReturn(detection.ACTA)])
  await settle()
  const [row] = await database.query<{ id: string }>('select id from children.child')
  return row?.id ?? ''
}
