// @vitest-environment jsdom
/** Whom an account reaches, in words. */
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { officeName } from '../words/alert-offices.ts'
import { startWords } from '../words/words.ts'
import { reachOf } from './office.ts'

test.each([
  ['ppnna-officer', ['07'], 'Chiapas'],
  ['federal-secretary', null, 'todo el país'],
  ['independent-counsel', null, 'quienes le han dado un mandato'],
] as const)('%s of %s reaches %s', async (role, states, reach) => {
  await startWords('es')

  expect(reachOf({ role, states: states && [...states] }, i18next.t, 'es')).toMatch(new RegExp(`^.+ · ${reach}$`))
})

test.each([
  ['ombudsperson-federal', 'CNDH'],
  ['ombudsperson-state', 'CEDH'],
] as const)('%s is named as the alerts name it', async (role, office) => {
  await startWords('es')

  expect(i18next.t(`session.roles.${role}`)).toBe(officeName(office, 'es'))
})
