/** `/session/tokens`: the personal tokens of whoever is signed in by a page; a token makes no further token. */
import { type Request, Router } from 'express'
import { Refused } from '../request/refused.ts'
import { readJson } from '../request/strict-json.ts'
import type { Caller } from './caller.ts'
import { unauthenticated } from './credentials.ts'
import type { Endings } from './endings.ts'
import type { Keeper } from './keeper.ts'
import { type PersonalTokens, Wish } from './personal-tokens.ts'
import { requireOwnPage, signedIn } from './session-doors.ts'

export interface TokenDoorOptions {
  origins: ReadonlySet<string>
  keeper: Keeper
  personalTokens: PersonalTokens
  endings: Endings
  now: () => number
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function createTokenDoors({ origins, keeper, personalTokens, endings, now }: TokenDoorOptions): Router {
  const doors = Router()

  doors.get('/', async (request, response) => {
    const { actor } = await person(request)
    response.setHeader('cache-control', 'no-store')
    response.json({ tokens: await personalTokens.list(actor.sub, new Date(now())) })
  })

  doors.post('/', async (request, response) => {
    const caller = await person(request)
    const token = await personalTokens.make(caller, wishOf(request), new Date(now()))
    response.setHeader('cache-control', 'no-store')
    response.status(201).json({ token })
  })

  doors.post('/:id/revoke', async (request, response) => {
    const { actor } = await person(request)
    const { id } = request.params
    const key = UUID.test(id) ? await personalTokens.revoke(actor.sub, id, new Date(now())) : null
    if (key === null) throw new Refused(404, 'NOT_FOUND', 'You have no such token.')
    endings.note(key)
    response.status(204).end()
  })

  async function person(request: Request): Promise<Caller> {
    requireOwnPage(request, origins)
    const caller = await signedIn(request, keeper)
    if (!caller) throw unauthenticated('Sign in.', false)
    return caller
  }

  return doors
}

function wishOf({ body }: Request) {
  if (!(body instanceof Uint8Array)) throw new Refused(400, 'BAD_REQUEST', 'The body is empty.')
  const wish = Wish.safeParse(readJson(new TextDecoder().decode(body)))
  if (wish.success) return wish.data
  throw new Refused(400, 'BAD_USER_INPUT', 'Give a "name" of 1 to 80 signs that can be seen, and "days" from 1 to 90.')
}
