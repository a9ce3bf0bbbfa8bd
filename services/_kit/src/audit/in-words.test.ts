/** Rows that no head bears out are told once they are old: also where the folder holds no head at all, since its disk is not there. */
import { expect, test } from 'vitest'
import { lineOfUnsigned } from './in-words.ts'

const NOW = new Date('2026-11-30T12:00:00Z')
const HEAD = { registry: 'r', service: 'children', seq: 4, hash: '', at: '', key: '', signature: '', isSigned: true }
const verdict = { service: 'children', links: 9, claimed: 9, fault: null }

test.each([
  ['behind the last head that fits', HEAD],
  ['and the folder holds no head', null],
])('given rows of eleven minutes ago %s, that is said, and not of those of nine', (_what, attested) => {
  const said = [11, 9].map((minutes) => {
    const unsigned = { seq: attested ? 5 : 1, at: new Date(NOW.getTime() - minutes * 60_000) }
    return lineOfUnsigned({ ...verdict, attested, unsigned }, NOW)
  })

  expect(said).toEqual([expect.stringMatching(/^children: SIN FIRMAR\. Del renglón [15] /), null])
})
