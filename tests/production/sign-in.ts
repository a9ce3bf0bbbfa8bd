/** What a browser is given on its way through a sign-in, and what stands in the place of the accounts that come with Vigía. */
import type { Product } from './product.ts'

const FLAGS = ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']

/** The cookie of the sign-in that begins, and that of the session, which the issuer's answer gives. */
export async function cookies(product: Product): Promise<string | null> {
  const given = await givenBy(product)
  if (typeof given === 'string') return given
  const wrong = given.filter((text) => !isGuarded(text))
  return wrong.length === 0 ? null : wrong.map((text) => text.replace(/=[\w-]{20,}/, '=…')).join('; and ')
}

/** Both, as they are set; what is wrong where no sign-in begins. */
async function givenBy(product: Product): Promise<string | string[]> {
  const begun = await product.send({ method: 'GET', path: '/session/start' })
  const to = URL.canParse(begun.headers.location ?? '') ? new URL(begun.headers.location ?? '') : null
  if (!to) return `a sign-in leads to ${begun.headers.location ?? 'nowhere'}`
  const { state, nonce } = Object.fromEntries(to.searchParams)
  const cookie = begun.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const path = `/session/callback?${new URLSearchParams({ code: nonce ?? '', state: state ?? '' })}`
  const come = await product.send({ method: 'GET', path, headers: { cookie } })
  return [begun, come].map(({ headers }) => headers['set-cookie']?.at(-1) ?? 'none')
}

function isGuarded(cookie: string): boolean {
  const [pair = '', ...flags] = cookie.split(/; */)
  const isOurs = /^__Host-[\w-]+=[\w-]{43}$/.test(pair) && !flags.some((flag) => /^domain/i.test(flag))
  return isOurs && FLAGS.every((flag) => flags.includes(flag))
}

const OF_TRIALS = ['/issuer/.well-known/openid-configuration', '/issuer/jwks', '/issuer/auth', '/issuer/token']

export async function trialIssuer(product: Product): Promise<string | null> {
  const there: string[] = []
  for (const path of OF_TRIALS) {
    const { status } = await product.send({ method: 'GET', path, headers: { accept: 'application/json' } })
    if (status !== 404) there.push(`${path} answers ${status}`)
  }
  return there.length === 0 ? null : there.join(', ')
}

/** In any form in which a browser would show it; nor do the pages lead to it. */
export async function explorer(product: Product): Promise<string | null> {
  for (const path of ['/graphql', '/explorer.html']) {
    const { status } = await product.send({ method: 'GET', path, headers: { accept: 'text/html' } })
    if (status < 400) return `${path} answers ${status}`
  }
  // Elsewhere nobody can be signed in from here.
  if (!product.started) return null
  const cookie = (await givenBy(product)).at(-1)?.split(';')[0] ?? ''
  const { text } = await product.send({ method: 'GET', path: '/session', headers: { cookie, 'x-vigia': 'check' } })
  return JSON.parse(text).hasExplorer === false ? null : `whoever is signed in is told ${text}`
}
