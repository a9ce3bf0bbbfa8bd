/** What is about no child and no place is told apart by what it is about, and not by the state, which stands beside it. */
import { ALERT_KINDS, type AlertKind } from '@vigia/law/alert-kinds'
import { alertSubjectOf } from '@vigia/law/alert-subjects'
import { codesOf } from '@vigia/law/code-list'
import { expect, test } from 'vitest'
import { alertSubject } from './alert-subjects.ts'
import { es } from './es/es.ts'
import type { Words } from './words.ts'

const t = (() => es.state.reporting.feeds) as unknown as Words
const named = (kind: AlertKind, subject: string, state = '12') =>
  alertSubject({ kind, state: { code: state }, subject: alertSubjectOf({ kind, subject }) }, t, 'es')

test.each([
  ['OFFICE_SILENT', 'placements/stays/DIF/12', 'Archivo «Estancias», que debe enviar: Sistema DIF estatal'],
  ['OFFICE_SILENT', 'placements/stays/INM/12', 'Archivo «Estancias», que debe enviar: Instituto Nacional de Migración'],
  ['SECURITY_BREACH', '0190a/NATIONAL_GUARD', 'Datos a cargo de: Guardia Nacional'],
  ['SECRETARIAT_VACANT', '12', 'Titularidad de la Secretaría Ejecutiva estatal'],
  ['BACKLOG_GROWS', '12', 'Procuraduría de Protección de NNA'],
  ['REGISTRY_NOT_UPDATED', '12', 'Padrón de centros de asistencia social'],
] as const)('%s of %s is about: %s', (kind, subject, name) => {
  expect(named(kind, subject)).toBe(name)
})

test('the post of the nation is told apart from that of a state', () => {
  expect(named('SECRETARIAT_VACANT', '00', '00')).toBe('Titularidad de la Secretaría Ejecutiva nacional')
})

test('all others are about a child or a place, which has a name of its own', () => {
  const named = ['OFFICE_SILENT', 'SECURITY_BREACH', 'SECRETARIAT_VACANT', 'BACKLOG_GROWS', 'REGISTRY_NOT_UPDATED']
  const others = codesOf(ALERT_KINDS).filter((kind) => !named.includes(kind))

  expect(others.filter((kind) => alertSubjectOf({ kind, subject: 'a/b/c' }) !== null)).toEqual([])
})
