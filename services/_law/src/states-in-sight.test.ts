import { expect, test } from 'vitest'
import { statesInSight } from './states-in-sight.ts'

test('whom no state binds is told all of them in the order of INEGI, and the nation', () => {
  const { states, state, nation } = statesInSight(null)

  expect(states().map(({ code }) => code)).toEqual(Array.from({ length: 32 }, (_, i) => String(i + 1).padStart(2, '0')))
  expect(nation()?.code).toBe('00')
  expect(state('00')?.name).toBe('Estados Unidos Mexicanos')
  expect(state('MX-OAX')?.code).toBe('20')
  expect(state('33')).toBeNull()
})

test('an office of states is told its own by either code, and neither another nor the nation by any way', () => {
  const { states, state, nation } = statesInSight(['27', '07'])

  expect(states().map(({ code }) => code)).toEqual(['07', '27'])
  expect([state('07'), state('MX-TAB')].map((found) => found?.code)).toEqual(['07', '27'])
  expect([state('20'), state('MX-OAX'), state('00'), nation()]).toEqual([null, null, null, null])
})

test('an office that names no state is told none', () => {
  expect(statesInSight([]).states()).toEqual([])
  expect(statesInSight([]).nation()).toBeNull()
})

test.each(['7', 'mx-chp', 'CHP', ' 07 '])(
  'a state that is asked for as %o is the one that a filter takes it for',
  (code) => {
    expect(statesInSight(['07']).state(code)?.code).toBe('07')
    expect(statesInSight(['27']).state(code)).toBeNull()
  },
)

test('the capital is told under the code that it had before', () => {
  expect(statesInSight(null).state('MX-DIF')?.code).toBe('09')
})

test.each(['', '77', 'MX-XXX', 'toString'])('%o is no code of a state', (code) => {
  expect(statesInSight(null).state(code)).toBeNull()
})
