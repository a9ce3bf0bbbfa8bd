/** `/issuer`: the embedded issuer, for this machine alone. It is loaded once all else runs, or when somebody comes before. */
import type { NextFunction, Request, Response } from 'express'
import express, { Router } from 'express'
import { Refused } from '../../request/refused.ts'
import { isLoopback } from '../credentials.ts'
import { ACCOUNTS } from './accounts.ts'
import type { ProviderOptions } from './provider.ts'

/** What a proxy adds: beside one on this machine, everybody would seem to be here. */
const PROXIED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']
const LOOPBACK = /^(::ffff:)?127\.|^::1$/

export interface IssuerDoors {
  doors: Router
  /** Loads it now, so that the first who signs in need not wait. */
  load: () => Promise<unknown>
}

export function createIssuerDoors(options: ProviderOptions): IssuerDoors {
  const { issuer } = options
  let loaded: Promise<import('oidc-provider').Provider> | null = null
  const load = () => {
    loaded ??= import('./provider.ts').then(({ createProvider }) => createProvider(options))
    return loaded
  }
  const doors = Router()

  doors.use((request, _response, next) => {
    onlyHere(request, issuer)
    next()
  })

  doors.get('/accounts', (_request, response) => {
    response.setHeader('cache-control', 'no-store')
    response.json({ accounts: ACCOUNTS.map(({ sub, es, en, role, states }) => ({ sub, es, en, role, states })) })
  })

  doors.get('/interaction/:uid', (request, response) => {
    response.setHeader('cache-control', 'no-store')
    response.redirect(303, `/entrar?solicitud=${encodeURIComponent(request.params.uid)}`)
  })

  doors.post('/interaction/:uid', express.urlencoded({ limit: '1kb', extended: false }), async (request, response) => {
    const account = ACCOUNTS.find(({ sub }) => sub === Object(request.body).account)
    if (!account) throw new Refused(400, 'BAD_USER_INPUT', 'Choose one of the accounts.')
    const provider = await load()
    const result = { login: { accountId: account.sub, remember: false } }
    await provider
      .interactionFinished(request, response, result)
      .catch(() => response.redirect(303, '/entrar?motivo=expired'))
  })

  doors.use(async (request: Request, response: Response, next: NextFunction) => {
    const provider = await load()
    provider.callback()(request, response).catch(next)
  })

  return { doors, load }
}

/** A page of another name that leads here (DNS rebinding), another machine, and whoever comes through a proxy are turned away. */
function onlyHere({ headers, socket: { remoteAddress = '' } }: Request, issuer: URL): void {
  const { host = '' } = headers
  const isSentOn = PROXIED.some((name) => headers[name] !== undefined)
  const named = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null
  const isOurs = named !== null && (host === issuer.host || (isLoopback(named.hostname) && named.port === issuer.port))
  if (isOurs && !isSentOn && LOOPBACK.test(remoteAddress)) return
  const sentence = 'These accounts are for the machine that Vigía runs on; elsewhere an issuer is named by OIDC_ISSUER.'
  throw new Refused(403, 'FOREIGN_ORIGIN', sentence)
}
