/** Bytes that are made once for many: whoever is told the same gets the same, and what is his own stands in its place. */
import { expect, test } from 'vitest'
import { Bundle, type Form } from './bundle.ts'
import { formOfName } from './text-frames.ts'
import { CURSOR_HERE, Told } from './told.ts'

const [ONE, OTHER] = ['a'.repeat(22), 'b'.repeat(22)]
const reader = (id: string, cursor = ONE, form = formOfName(Buffer.byteLength(JSON.stringify(id)))) => ({
  form,
  name: JSON.stringify(id),
  cursorAt: (seq: number) => `${seq}${cursor}`.slice(0, 22),
})
const aTold = (seq: number, alertRaised: object) => new Told(seq, { data: { alertRaised } }, false)

/** The messages in frames of text without a mask, as a client reads them. */
function messagesIn(bytes: Buffer): unknown[] {
  const messages: unknown[] = []
  for (let at = 0; at < bytes.length; ) {
    expect(bytes[at]).toBe(0x81)
    const short = bytes[at + 1] ?? 0
    const [length, header] =
      short < 126
        ? [short, 2]
        : short === 126
          ? [bytes.readUInt16BE(at + 2), 4]
          : [Number(bytes.readBigUInt64BE(at + 2)), 10]
    messages.push(JSON.parse(bytes.toString('utf8', at + header, at + header + length)))
    at += header + length
  }
  return messages
}

test('given subscribers of one name, all get the very same bytes', () => {
  const bundle = new Bundle([aTold(1, { kind: 'HELD' })])

  expect(bundle.bytesFor(reader('alerts'))).toBe(bundle.bytesFor(reader('alerts', OTHER)))
  expect(messagesIn(bundle.bytesFor(reader('alerts')))).toEqual([
    { id: 'alerts', type: 'next', payload: { data: { alertRaised: { kind: 'HELD' } } } },
  ])
})

test.each(['1', '2', 'ñandú', 'a "b"', 'c'.repeat(300)])(
  'given the name %s, it stands in each message of the frame',
  (id) => {
    const bundle = new Bundle([aTold(1, { kind: 'HELD' }), aTold(2, { kind: 'x'.repeat(70_000) })])
    bundle.bytesFor(reader('an other'))

    expect(messagesIn(bundle.bytesFor(reader(id)))).toMatchObject([
      { id, payload: { data: { alertRaised: { kind: 'HELD' } } } },
      { id, payload: { data: { alertRaised: { kind: expect.stringMatching(/^x{70000}$/) } } } },
    ])
  },
)

test('given a cursor in what is told, each has his own in it, though they have one name', () => {
  const bundle = new Bundle([aTold(1, { cursor: CURSOR_HERE }), aTold(2, { again: { cursor: CURSOR_HERE } })])
  const told = [ONE, OTHER].map((cursor) => messagesIn(bundle.bytesFor(reader('1', cursor))))

  expect(told).toMatchObject(
    [ONE, OTHER].map((cursor) => [
      { payload: { data: { alertRaised: { cursor: `1${cursor}`.slice(0, 22) } } } },
      { payload: { data: { alertRaised: { again: { cursor: `2${cursor}`.slice(0, 22) } } } } },
    ]),
  )
})

test('given somebody who has come further, he is told the rest; of two forms none is mistaken for the other', () => {
  const plain: Form = { nameBytes: 0, around: (json) => [Buffer.from('data: '), ...json] }
  const bundle = new Bundle([aTold(1, { kind: 'A' }), aTold(2, { kind: 'B' })])
  bundle.bytesFor(reader('1'))

  expect(bundle.after(0)).toBe(bundle)
  expect(bundle.after(2)).toBeNull()
  expect(String(bundle.after(1)?.bytesFor(reader('', ONE, plain)))).toBe('data: {"data":{"alertRaised":{"kind":"B"}}}')
})
