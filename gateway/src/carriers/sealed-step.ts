/**
 * A step as NATS carries it: sealed for one place of one registry's stream, under a key that its gateways derive from the login they
 * share. Whoever reads along learns that something happened; whoever writes there makes up nothing, and moves nothing to another place.
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Step } from './step.ts'

const CIPHER = 'aes-256-gcm'
const [NONCE_BYTES, TAG_BYTES] = [12, 16]
/** More than any step takes: the length of its words would tell which kind of alert it is of. */
const ALL_OF_ONE_LENGTH = 256

/** Nothing of a child: which alert, what happened to it, of which kind and state it is. */
const Content = z.object({
  alertId: z.uuid(),
  step: z.string(),
  severity: z.string(),
  kind: z.string(),
  state: z.string(),
  at: z.coerce.date(),
})

/** What stands in the stream was put there by no gateway of this registry, or of a version that we do not understand. */
export class NotOurs extends Error {
  override name = 'NotOurs'
}

export interface StepSeal {
  seal: (step: Step) => Uint8Array
  /** Throws NotOurs for what was not sealed for this place. */
  open: (seq: number, sealed: Uint8Array) => Step
}

export function stepSeal(secret: Buffer, registry: string): StepSeal {
  const key = createSecretKey(secret)
  const placeOf = (seq: number) => Buffer.from(`${registry} ${seq}`)
  return {
    seal({ seq, ...content }) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(placeOf(seq))
      const sealed = [cipher.update(JSON.stringify(content).padEnd(ALL_OF_ONE_LENGTH)), cipher.final()]
      return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()])
    },
    open(seq, sealed) {
      try {
        return { seq, ...Content.parse(JSON.parse(opened(placeOf(seq), Buffer.from(sealed)))) }
      } catch (cause) {
        throw new NotOurs('what stands there was not put there by a gateway of this registry', { cause })
      }
    },
  }

  function opened(place: Buffer, bytes: Buffer): string {
    const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(-TAG_BYTES)]
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(place).setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString()
  }
}
