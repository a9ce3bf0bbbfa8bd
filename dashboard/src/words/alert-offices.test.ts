/** One office has one name in a language: a page says it of who is signed in, of who owes a duty and of who sends a file. */
import { AUTHORITIES } from '@vigia/law/authorities'
import { expect, test } from 'vitest'
import { officeName } from './alert-offices.ts'
import { en } from './en/en.ts'

const { roles } = en.session

test.each([
  ['CNDH', [roles['ombudsperson-federal'], AUTHORITIES.CNDH.en], 'National Human Rights Commission'],
  ['CEDH', [roles['ombudsperson-state'], AUTHORITIES.CEDH.en], 'State human rights commission'],
  ['PPNNA', [roles['ppnna-officer']], 'Office for child protection'],
] as const)('%s has one name in English', (office, names, name) => {
  expect(new Set([officeName(office, 'en'), ...names].map((each) => each.toLowerCase()))).toEqual(
    new Set([name.toLowerCase()]),
  )
})

test.each(['SIPINNA', 'SIPINNA_STATE'] as const)('in English too %s is an executive secretariat', (office) => {
  expect(officeName(office, 'en')).toMatch(/^Executive secretariat of/)
})
