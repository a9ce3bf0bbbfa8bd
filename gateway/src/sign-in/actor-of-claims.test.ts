/** What an issuer vouches for beside role and states: numbers of counsel, single places of an officer of the DIF. */
import { expect, test } from 'vitest'
import { claimAtFault, personOf } from './actor-of-claims.ts'

const PLACES = ['00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000A']
const counsel = (vigia_counsel?: unknown) => personOf({ sub: 'ana', vigia_role: 'independent-counsel', vigia_counsel })
const dif = (vigia_facilities?: unknown) =>
  personOf({ sub: 'luis', vigia_role: 'dif-officer', vigia_states: ['07'], vigia_facilities })

test('counsel answers to the numbers that its claim names, as mandates write them, and without one to none', () => {
  expect(counsel(['0087654321', 'clj 000101 0900 x', '87654321'])?.actor.counsel).toEqual([
    '87654321',
    'CLJ0001010900X',
  ])
  expect(counsel()?.actor.counsel).toEqual([])
})

test('given a name in the place of a number, or more than an account may answer to, nobody is let in', () => {
  for (const wrong of [['Casa Alianza'], '87654321', Array.from({ length: 51 }, (_, at) => String(10_000 + at))])
    expect(counsel(wrong)).toBeNull()
})

test('an officer of the DIF is bound to the places that the claim names, to none of them too, and without it to the states', () => {
  expect(dif(PLACES)?.actor.facilities).toEqual(PLACES.map((id) => id.toLowerCase()).sort())
  expect(dif([])?.actor.facilities).toEqual([])
  expect(dif()?.actor).not.toHaveProperty('facilities')
  expect(dif(['CAS-07-001'])).toBeNull()
})

test.each<[unknown, string]>([
  [undefined, 'rosa'],
  [null, 'rosa'],
  ['', 'rosa'],
  [' \u0000\u202e ', 'rosa'],
  [{ given: 'Rosa' }, 'rosa'],
  ['Rosa\u0000\nMar\u202eía', 'Rosa Mar ía'],
  ['R'.repeat(300), 'R'.repeat(200)],
])('given the name %j, nobody is kept out: %j is shown', (name, shown) => {
  expect(personOf({ sub: 'rosa', vigia_role: 'federal-secretary', name })?.name).toBe(shown)
})

test('given a subject as long as OpenID Connect lets it be, he is let in; of a longer one, or of signs that cannot be kept, nobody is', () => {
  const of = (sub: string, vigia_org?: string) => personOf({ sub, vigia_role: 'federal-secretary', vigia_org })

  expect(of('s'.repeat(255))?.actor.sub).toHaveLength(255)
  expect(of(`auth0|o'x "é`)?.actor.sub).toBe(`auth0|o'x "é`)
  for (const wrong of ['s'.repeat(256), 'a\u0000b', 'a\ud800b']) {
    expect(of(wrong)).toBeNull()
    expect(of('rosa', wrong)).toBeNull()
  }
})

test('neither is anything to another role', () => {
  const claims = { vigia_states: ['07'], vigia_counsel: ['87654321'], vigia_facilities: PLACES }
  const { actor } = personOf({ sub: 'eva', vigia_role: 'ppnna-officer', ...claims }) ?? {}

  expect(actor).toMatchObject({ role: 'ppnna-officer' })
  expect(Object.keys(actor ?? {})).not.toEqual(expect.arrayContaining(['counsel']))
  expect(Object.keys(actor ?? {})).not.toEqual(expect.arrayContaining(['facilities']))
})

test.each([
  [{ sub: 'ana' }, 'vigia_role'],
  [{ sub: 'ana', vigia_role: ['inm-officer', 'dif-officer'] }, 'vigia_role'],
  [{ sub: '', vigia_role: 'dif-officer' }, 'sub'],
  [{ sub: 'client:ana', vigia_role: 'federal-secretary' }, 'sub'],
  [{ sub: 'ana', vigia_role: 'dif-officer' }, 'vigia_states'],
  [{ sub: 'ana', vigia_role: 'dif-officer', vigia_states: '07' }, 'vigia_states'],
  [
    { sub: 'ana', vigia_role: 'dif-officer', vigia_states: ['07'], vigia_facilities: ['CAS-07-001'] },
    'vigia_facilities',
  ],
  [
    { sub: 'ana', vigia_role: 'partner', vigia_states: ['07'], vigia_agreement: { data: ['names'] } },
    'vigia_agreement',
  ],
])('given %j, nobody is let in, and the claim to be mended is %s', (claims, claim) => {
  expect(personOf(claims)).toBeNull()
  expect(claimAtFault(claims)).toBe(claim)
})
