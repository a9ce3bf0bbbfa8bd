/** A reason that is refused: which rule it broke is said. */
import { expect, test } from 'vitest'
import { reasonOf } from './reason.ts'

const asking = (reason: string) => () =>
  reasonOf({ headers: { 'x-vigia-reason': encodeURIComponent(reason) } } as unknown as Parameters<typeof reasonOf>[0])

test.each([
  ['is too long', 'a'.repeat(501), /is too long: a text of at most 500 signs/],
  ['is too short', '...', /is too short: say why/],
  ['says nothing', 'x x x x x x x', /says nothing: write why/],
  ['says one word', 'investigación', /says nothing: write why/],
  ['has two lines', 'una\nvisita mía', /signs that cannot be seen, or a second line/],
  ['holds a CURP', 'Se busca a LOPM100101MCSPRR01 a petición de su madre', /holds a CURP, a telephone or an e-mail/],
  ['holds a telephone', 'La madre espera en el 961 123 4567', /holds a CURP, a telephone or an e-mail/],
  ['turns the direction of writing', 'una\u202evisita mía', /signs that cannot be seen, or a second line/],
])('given one that %s, so much is said', (_what, reason, sentence) => {
  expect(asking(reason)).toThrow(sentence)
})

test('one that breaks no rule is given as it was written', () => {
  expect(asking('  Visita de la Comisión ')()).toBe('Visita de la Comisión')
})
