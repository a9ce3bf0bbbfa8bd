/** A desk at which returns of one folio are told: of two children, by offices of two states, and what stands and waits under it. */
import { aDetection, aReturn } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { openDesk } from './desk.ts'

export const RETURNS = 'returns/executed-returns'
export const LISTS = 'returns/return-checklists'

export type FolioDesk = Awaited<ReturnType<typeof openFolioDesk>>

export async function openFolioDesk() {
  const desk = await openDesk()
  let [one, other] = ['', '']
  let folio = 0
  const ofFolio = () => ({ 'FOLIO DE RETORNO': String(folio) })
  return {
    desk,
    /** Two children who were just found, and a folio that no office has used: what follows is of them. */
    async next() {
      const found = [aDetection(), aDetection({ ENTIDAD: 'Veracruz' })]
      await desk.send('children/detections', found)
      await desk.tell()
      ;[one = '', other = ''] = found.map(({ ACTA }) => ACTA)
      folio += 1
      return { one, other }
    },

    ofChiapas: (more: Row = {}) => aReturn(one, { ...ofFolio(), ...more }),
    ofVeracruz: (more: Row = {}) => aReturn(other, { ...ofFolio(), ENTIDAD: 'Veracruz', ...more }),
    checked: (more: Row = {}) => ({ ...ofFolio(), 'NNA ESCUCHADA': 'NO', ...more }),

    /** State, child and destination of each return of this folio, with the sources of its checklists. */
    async returned(table = 'executed_return') {
      const rows = await desk.database.query<{ told: string }>(
        `select concat_ws(' ', r.state, d.acta, r.destination,
           (select string_agg(c.source, ',') from returns.return_checklist c where c.return_id = r.id)) as told
         from returns.${table} r join children.detection d using (child_id) where r.folio = $1 order by r.state, d.acta`,
        [String(folio)],
      )
      return rows.map(({ told }) => told)
    },

    /** Why rows of a file wait. */
    async waiting(batchId: string | null) {
      const rows = await desk.database.query<{ reason: string }>(
        'select reason from returns.unmatched_row where batch_id = $1 and matched_at is null order by line',
        [batchId],
      )
      return rows.map(({ reason }) => reason)
    },
  }
}
