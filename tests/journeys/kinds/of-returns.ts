/** A16 to A20: returns that are planned, which can still be prevented, and executed ones. */
import { aReturn } from '../../support/builders/inm.ts'
import { aDetermination } from '../../support/builders/ppnna.ts'
import { nextNumber } from '../../support/builders/row.ts'
import {
  at,
  claims,
  day,
  detections,
  fileOf,
  found,
  nameOf,
  ofOffice,
  returns,
  type Sent,
  type Story,
  told,
} from './story.ts'

const BY_INM = { owedBy: ['INM'] } as const

function unpermitted(state = '29'): Story {
  const child = found(state, 24 * 20)
  const file = fileOf(child.ACTA, state, told(24 * 19))
  const executed = aReturn(child.ACTA, { ENTIDAD: nameOf(state), 'FECHA Y HORA DE SALIDA': told(24 * 3) })
  return {
    ...{ kind: 'RETURN_WITHOUT_DETERMINATION', state, severity: 'CRITICAL', citation: 'LGDNNA art. 97', ...BY_INM },
    ...{ given: [detections(child), ofOffice(state, 'protection-cases', file), returns(executed)], since: at(24 * 3) },
    later: [ofOffice(state, 'determinations', aDetermination(file.FOLIO, { FECHA: told(24 * 4) }))],
    endedBy: 'determination',
  }
}

/** Executed so many hours after the find, two hours ago. */
function executed(
  raised: Pick<Story, 'kind' | 'severity' | 'citation'>,
  taken: number,
  tells: (row: Readonly<Record<string, string>>) => [more: Sent[], later: Sent[]],
  how = 'Retorno asistido',
): Story {
  const state = '30'
  const child = found(state, taken + 2)
  const row = aReturn(child.ACTA, { ENTIDAD: nameOf(state), 'FECHA Y HORA DE SALIDA': told(2), 'TIPO DE RETORNO': how })
  const [more, later] = tells(row)
  return {
    ...raised,
    state,
    ...BY_INM,
    given: [detections(child), returns(row), ...more],
    since: at(2),
    later,
    endedBy: null,
  }
}

const checked = (folio = '', firearms = 'SÍ'): Sent => ({
  feed: 'returns/return-checklists',
  rows: [{ 'FOLIO DE RETORNO': folio, ENTIDAD: nameOf('30'), 'ARMAS VISIBLES': firearms }],
})
const folioOf = (row: Readonly<Record<string, string>>) => row['FOLIO DE RETORNO']

function pending(): Story {
  const file = `COMAR/${nextNumber()}`
  const filed = (acta = '', status: string, on: string) =>
    claims({ EXPEDIENTE: file, ACTA: acta, 'FECHA DE SOLICITUD': day(9), SITUACIÓN: status, 'FECHA DE SITUACIÓN': on })
  return executed(
    { kind: 'RETURN_WHILE_PENDING', severity: 'CRITICAL', citation: 'LM art. 121 ¶2' },
    24 * 20,
    ({ ACTA }) => [[filed(ACTA, 'En entrevista', day(9))], [filed(ACTA, 'Negado', day(3))]],
  )
}

export const OF_RETURNS: readonly Story[] = [
  unpermitted(),
  executed(
    { kind: 'CHILD_DEPORTED', severity: 'CRITICAL', citation: 'LM art. 120 ¶3' },
    24 * 20,
    (row) => [[], [returns({ ...row, 'TIPO DE RETORNO': 'Retorno asistido' })]],
    'Deportación',
  ),
  pending(),
  executed({ kind: 'FAST_RETURN', severity: 'RED', citation: 'Vigía A19' }, 60, (row) => [
    [],
    [returns({ ...row, 'TIPO DE RETORNO': 'Traslado a otra entidad' })],
  ]),
  executed({ kind: 'UNSAFE_RETURN', severity: 'RED', citation: 'Vigía A20' }, 24 * 20, (row) => [
    [checked(folioOf(row))],
    [checked(folioOf(row), 'NO')],
  ]),
]
