import { expect, test } from 'vitest'
import { nameOfPlace } from './name-of-place.ts'

test.each(['FAM_O', 'FAM_E', 'FAM_A', 'VIA'] as const)('given a home (%s), its kind stands for its name', (type) => {
  expect(nameOfPlace({ type, name: 'Casa de la familia Pérez' })).not.toContain('Pérez')
})

test('given a centre, it is named', () => {
  expect(nameOfPlace({ type: 'CASE', name: 'CAS Viva México' })).toBe('CAS Viva México')
})
