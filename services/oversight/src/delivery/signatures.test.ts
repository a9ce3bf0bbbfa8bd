import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { isReceipt } from './signatures.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
const MESSAGE = { id: 'msg_1', at: new Date('2026-11-28T10:00:00Z') }
const RECEIPT = sign(null, Buffer.from('receipt.msg_1.1795860000'), privateKey)

test.each([
  ['in base64', RECEIPT.toString('base64')],
  ['without padding', RECEIPT.toString('base64').replace('==', '')],
  ['for addresses', RECEIPT.toString('base64url')],
])('a signature %s is a receipt', (_how, text) => {
  expect(isReceipt(text, MESSAGE, KEY)).toBe(true)
})

test.each([
  ['with words before it', `<b>!</b> ${RECEIPT.toString('base64')}`],
  ['with what no database takes', `${RECEIPT.toString('base64')}\0`],
  ['with another line', `${RECEIPT.toString('base64')}\n`],
  ['of another message', sign(null, Buffer.from('receipt.msg_2.1795860000'), privateKey).toString('base64')],
])('a signature %s is none', (_how, text) => {
  expect(isReceipt(text, MESSAGE, KEY)).toBe(false)
})
