/** What is told by WebSocket, as bytes on the wire: one text frame a message (RFC 6455 5.2), "next" of the protocol of graphql-ws in it. */
import type { Form } from './bundle.ts'

const [SHORT, MEDIUM] = [125, 65_535]
/** The last of a message, of text. */
const FINAL_TEXT = 0x81
const [NEXT_TWO_BYTES, NEXT_EIGHT_BYTES] = [126, 127]

const BEFORE_NAME = Buffer.from('{"id":')
const BEFORE_JSON = Buffer.from(',"type":"next","payload":')
const AFTER_JSON = Buffer.from('}')

/** Clients name their subscriptions by numbers or UUIDs. */
const USUAL_BYTES = 64
const forms = new Map<number, Form>()

/** For whoever has named his subscription in so many bytes. */
export function formOfName(nameBytes: number): Form {
  const known = forms.get(nameBytes)
  if (known) return known
  const form: Form = {
    nameBytes,
    around: (json) => [BEFORE_NAME, 'NAME', BEFORE_JSON, ...json, AFTER_JSON],
    headerOf: headerOfText,
  }
  if (nameBytes <= USUAL_BYTES) forms.set(nameBytes, form)
  return form
}

export function textFrame(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([headerOfText(bytes.length), bytes])
}

/** What goes before the payload of a message from a server, in one frame, without a mask. */
function headerOfText(bytes: number): Buffer {
  if (bytes <= SHORT) return Buffer.from([FINAL_TEXT, bytes])
  if (bytes <= MEDIUM) {
    const header = Buffer.from([FINAL_TEXT, NEXT_TWO_BYTES, 0, 0])
    header.writeUInt16BE(bytes, 2)
    return header
  }
  const header = Buffer.concat([Buffer.from([FINAL_TEXT, NEXT_EIGHT_BYTES]), Buffer.alloc(8)])
  header.writeBigUInt64BE(BigInt(bytes), 2)
  return header
}
