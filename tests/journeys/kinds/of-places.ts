/** A27, A31 to A33, E01: places as lists and stays tell of them, offices that are silent, a backlog that leaps up. */

import { aStay } from '../../support/builders/inm.ts'
import {
  at,
  day,
  detections,
  evening,
  fileOf,
  found,
  left,
  listed,
  lodged,
  morning,
  nameOf,
  ofDif,
  ofInm,
  ofOffice,
  type Story,
} from './story.ts'

const STATE = '31'
const place = (name: string, more: Readonly<Record<string, string>>) => ({
  ...{ NOMBRE: name, TIPO: 'CAS estatal', ENTIDAD: nameOf(STATE) },
  ...more,
})

/** A centre with a child since nine hours, of which a list tells so, and later otherwise. */
function centre(
  raised: Pick<Story, 'kind' | 'citation' | 'endedBy'>,
  name: string,
  [is, later]: [Readonly<Record<string, string>>, Readonly<Record<string, string>>],
): Story {
  const child = found(STATE, 11)
  const stay = lodged(child.ACTA, STATE, 'CASE', 9, { 'NOMBRE DEL LUGAR': name })
  return {
    ...{ ...raised, state: STATE, severity: 'RED', owedBy: ['DIF'], since: at(9) },
    given: [listed(STATE, place(name, is)), detections(child), ofDif(STATE, stay)],
    later: [listed(STATE, place(name, later))],
  }
}

function crowded(): Story {
  const name = 'Estación colmada'
  const [first, second] = [found(STATE, 12), found(STATE, 12)]
  const list = {
    ...listed(STATE, place(name, { TIPO: 'Estación migratoria', CAPACIDAD: '1' })),
    sender: { source: 'INM' },
  }
  const stays = [first, second].map(({ ACTA }, i) => lodged(ACTA, STATE, 'EM', 10 - i, { 'NOMBRE DEL LUGAR': name }))
  return {
    ...{ kind: 'OVERCROWDED', state: STATE, severity: 'CRITICAL', citation: 'LM art. 106 ¶2', owedBy: ['INM'] },
    ...{ given: [list, detections(first, second), ofInm(...stays)], since: at(10), endedBy: 'stay' },
    later: [ofInm(...stays.map((stay) => ({ ...stay, ...left(1, 'Canalización') })))],
  }
}

function unlisted(): Story {
  const child = found(STATE, 11)
  const name = 'Casa sin lista'
  const stay = aStay(child.ACTA, { 'NOMBRE DEL LUGAR': name, 'TIPO DE LUGAR': 'Albergue', ENTIDAD: nameOf(STATE) })
  return {
    ...{ kind: 'UNLISTED_PLACE', state: STATE, severity: 'RED', citation: 'Vigía A32', owedBy: ['DIF'], since: at(10) },
    ...{ given: [detections(child), ofDif(STATE, stay)], endedBy: 'facility' },
    later: [listed(STATE, place(name, { TIPO: 'Albergue' }))],
  }
}

const outOfDate = (state = '30'): Story => {
  const list = { ...place('CAS de antes', {}), ENTIDAD: nameOf(state) }
  const of = (cutoff: string) => ({ ...listed(state, list), sender: { source: 'DIF', state, cutoff } })
  return {
    ...{ kind: 'REGISTRY_NOT_UPDATED', state, severity: 'RED', citation: 'LGDNNA art. 112', owedBy: ['PPNNA', 'DIF'] },
    ...{ given: [of(day(190))], since: evening(190), later: [of(day(0))], endedBy: 'batch' },
  }
}

/** Of its files DIF owes that of stays by the week. */
function silent(state = '32'): Story {
  const child = found(state, 24 * 40)
  const stay = lodged(child.ACTA, state, 'CASE', 24 * 30, left(24 * 20))
  const until = (cutoff: string) => ({ ...ofDif(state, stay), sender: { source: 'DIF', state, cutoff } })
  return {
    ...{ kind: 'OFFICE_SILENT', state, severity: 'CRITICAL', citation: 'LGDNNA art. 99 ¶2', owedBy: ['DIF'] },
    ...{ given: [detections(child), until(day(15))], since: evening(8), later: [until(day(0))], endedBy: 'batch' },
  }
}

function leaps(state = '26'): Story {
  const [before, lately] = [24 * 12, 24 * 2].map((hours, i) =>
    Array.from({ length: 10 - 5 * i }, () => found(state, hours)),
  )
  const open = (acta: string) => fileOf(acta, state, day(1))
  const other = found(state, 24 * 30)
  return {
    ...{ kind: 'BACKLOG_GROWS', state, severity: 'RED', citation: 'LGDNNA art. 123', owedBy: ['PPNNA'] },
    given: [
      detections(...(before ?? []), ...(lately ?? []), other),
      ofOffice(state, 'protection-cases', fileOf(other.ACTA, state, day(29))),
    ],
    ...{ since: morning(6), endedBy: null },
    later: [ofOffice(state, 'protection-cases', ...(lately ?? []).map(({ ACTA }) => open(ACTA)))],
  }
}

export const OF_PLACES: readonly Story[] = [
  crowded(),
  centre({ kind: 'TOO_FEW_CARERS', citation: 'LGDNNA art. 110 III', endedBy: null }, 'CAS de pocos', [
    { 'PERSONAS DE ATENCIÓN': '0' },
    { 'PERSONAS DE ATENCIÓN': '1' },
  ]),
  centre({ kind: 'UNREGISTERED_CENTRE', citation: 'LGDNNA art. 111 I', endedBy: 'facility' }, 'CAS sin registro', [
    { 'SITUACIÓN DE REGISTRO': 'Sin registro' },
    { 'SITUACIÓN DE REGISTRO': 'Registrado' },
  ]),
  unlisted(),
  outOfDate(),
  silent(),
  leaps(),
]
