/** How somebody came to the way in: what he wanted to see, why he was sent back, and the request of the issuer that he answers. */

const SIGN_IN = '/entrar'
/** Read once: the router takes out of the address what it does not know. */
const first = new URLSearchParams(location.search)

export type Arrival = {
  /** Where to go after. */
  to: string
  why: string | null
  request: string | null
}

export function arrival(): Arrival {
  const { pathname, search } = location
  if (pathname !== SIGN_IN) return { to: pathname + search, why: null, request: null }
  return { to: first.get('a') ?? '/', why: first.get('motivo'), request: first.get('solicitud') }
}

/** An address as people read it; as it stands where it cannot be read. */
export function inWords(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
