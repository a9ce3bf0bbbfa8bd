/** The cookies of the gateway: an id each, read by no script, sent to this host alone, and only over what cannot be overheard. */
import type { Response } from 'express'
import type { SESSION_COOKIE } from './credentials.ts'

export const SIGN_IN_COOKIE = '__Host-vigia-sign-in'
const SIGN_IN_S = 600

type Name = typeof SESSION_COOKIE | typeof SIGN_IN_COOKIE

/** Without an age the session's cookie ends with the browser; the database ends it before in any case. */
export function giveCookie(response: Response, name: Name, id: string): void {
  const age = name === SIGN_IN_COOKIE ? `; Max-Age=${SIGN_IN_S}` : ''
  response.appendHeader('set-cookie', `${name}=${id}; Path=/; HttpOnly; Secure; SameSite=Lax${age}`)
}

export function takeCookie(response: Response, name: Name): void {
  response.appendHeader('set-cookie', `${name}=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0`)
}
