/**
 * For whom a page was opened. A browser has one cookie for all of its tabs: once somebody else has signed in by one of them, what the others
 * send would be done in his name.
 */
import type { KeyObject } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Actor } from '@vigia/kit/actor'
import { codeFor } from '@vigia/kit/key-of-service'
import { scopeOf } from './caller.ts'

const HEADER = 'x-vigia-for'
const CODE_BYTES = 16

/**
 * What a page says to ask for this person with these rights; the same at each of his sign-ins. With others, as for another state, what it
 * shows is not his any more, and what it says of him is not so.
 */
export const codeOfPage = (key: KeyObject, actor: Actor): string =>
  codeFor(key, ['page', actor.sub, scopeOf(actor)], CODE_BYTES)

/** Whether a request comes from a page that was opened for somebody else. One that does not say for whom is no page of the dashboard. */
export const isForAnother = (headers: IncomingHttpHeaders, code: string): boolean =>
  headers[HEADER] !== undefined && headers[HEADER] !== code
