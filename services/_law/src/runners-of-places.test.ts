import { expect, test } from 'vitest'
import { runnerOf } from './runners-of-places.ts'

test.each([
  ['COMAR', 'COMAR'],
  ['COMAR.', 'COMAR'],
  ['C.O.M.A.R.', 'COMAR'],
  ['COMISIÓN MEXICANA DE AYUDA A REFUGIADOS', 'COMAR'],
  ['Comisio\u0301n  Mexicana de Ayuda a Refugiados (COMAR)', 'COMAR'],
  ['I.N.M.', 'INM'],
  ['INSTITUTO NACIONAL DE MIGRACIÓN', 'INM'],
  ['Instituto Nacional de Migracion', 'INM'],
  [' Sistema Nacional DIF', 'SNDIF'],
  ['D.I.F. Nacional', 'SNDIF'],
  ['PROCURADURÍA FEDERAL DE PROTECCIÓN DE NNA', 'FEDERAL_PPNNA'],
  ['P.F.P.N.N.A.', 'FEDERAL_PPNNA'],
  ['PFPNNA', 'FEDERAL_PPNNA'],
  ['Procuraduría de Protección de NNA del Estado de Chiapas', 'PPNNA'],
  ['PROCURADURÍA ESTATAL DE PROTECCIÓN', 'PPNNA'],
  ['Procuraduría General de Justicia', null],
  ['Amigos de COMAR A.C.', null],
  ['DIF Chiapas', null],
  ['Sistema DIF estatal', null],
  ['', null],
])('a place that "%s" runs is run by %s', (operator, runner) => {
  expect(runnerOf(operator)).toBe(runner)
})
