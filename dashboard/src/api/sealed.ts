/**
 * What stays in the browser of what somebody wrote: it may write that to the disk of a machine that many share, so that it is sealed, with a
 * key that the gateway gives the same person alone.
 */

/** Base64 of what AES-GCM gives, and of what it needs to open it. */
export type Sealed = { iv: string; sealed: string }

/** `about` tells it from what is sealed elsewhere. Throws where the browser seals nothing, since nobody vouches for the page (http). */
export async function seal(words: string, about: string, key: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(boundTo(about, iv), await keyOf(key), new TextEncoder().encode(words))
  return { iv: textOf(iv), sealed: textOf(new Uint8Array(sealed)) }
}

/** Throws where another key has sealed it. */
export async function unseal({ iv, sealed }: Sealed, about: string, key: string): Promise<string> {
  const opened = await crypto.subtle.decrypt(boundTo(about, bytesOf(iv)), await keyOf(key), bytesOf(sealed))
  return new TextDecoder().decode(opened)
}

const boundTo = (about: string, iv: BufferSource) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(about),
})

const keyOf = (text: string) => crypto.subtle.importKey('raw', bytesOf(text), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** One sign at a time: what is long is too much for the arguments of a call. */
const textOf = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** Of either alphabet. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
