import { expect, test } from 'vitest'
import { type ChildId, id, isId } from './ids.ts'

test.each([
  '',
  'child-1',
  '6F9619FF-8B86-D011-B42D-00C04FC964FF',
  '6f9619ff-8b86-d011-b42d-00c04fc964f',
  ' 6f9619ff-8b86-d011-b42d-00c04fc964ff',
])('"%s" is no id', (text) => {
  expect(isId(text)).toBe(false)
  expect(() => id<ChildId>(text)).toThrow(RangeError)
})

test('a lower-case UUID is one', () => {
  expect(id<ChildId>('6f9619ff-8b86-d011-b42d-00c04fc964ff')).toBe('6f9619ff-8b86-d011-b42d-00c04fc964ff')
})
