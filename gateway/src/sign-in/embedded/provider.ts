/** The issuer that comes with Vigía, for trying it out: an OpenID provider whose accounts need no password. */
import { type Configuration, type JWK, Provider } from 'oidc-provider'
import { AUDIENCE } from '../settings.ts'
import { ACCOUNTS, claimsOf, DASHBOARD, PROGRAMS } from './accounts.ts'
import { memory } from './memory.ts'
import type { Secrets } from './secrets.ts'

const MINUTE_IN_S = 60

export interface ProviderOptions {
  issuer: URL
  callbacks: readonly string[]
  secrets: Secrets
}

export function createProvider({ issuer, callbacks, secrets }: ProviderOptions): Provider {
  const provider: Provider = new Provider(issuer.href, {
    adapter: memory(),
    jwks: { keys: secrets.keys.map(({ madeAt: _, ...jwk }) => jwk as JWK) },
    cookies: { keys: [secrets.cookieKey], long: { path: issuer.pathname, signed: true } },
    clients: clientsOf(callbacks, secrets),
    responseTypes: ['code'],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'vigia_role', 'vigia_states', 'vigia_org', 'vigia_counsel'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => accountOf(id),
    loadExistingGrant: (context) => grantTo(provider, context),
    interactions: { url: (_context, { uid }) => `${issuer.pathname}/interaction/${uid}` },
    extraTokenClaims: (_context, token) => programClaims(token.clientId),
    renderError: (context, { error }) => {
      context.type = 'json'
      context.body = { error }
    },
    features: FEATURES,
    ttl: {
      AccessToken: 5 * MINUTE_IN_S,
      ClientCredentials: 5 * MINUTE_IN_S,
      AuthorizationCode: MINUTE_IN_S,
      Grant: 10 * MINUTE_IN_S,
      IdToken: 5 * MINUTE_IN_S,
      Interaction: 10 * MINUTE_IN_S,
      Session: 10 * MINUTE_IN_S,
    },
  })
  return provider
}

const FEATURES: Configuration['features'] = {
  devInteractions: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  userinfo: { enabled: false },
  clientCredentials: { enabled: true },
  dPoP: { enabled: true },
  resourceIndicators: {
    enabled: true,
    defaultResource: (_context, client) => (client.clientId === DASHBOARD ? [] : AUDIENCE),
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: '',
      audience: AUDIENCE,
      accessTokenTTL: 5 * MINUTE_IN_S,
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: 'ES256' } },
    }),
  },
}

function clientsOf(callbacks: readonly string[], { dashboard, programs }: Secrets): Configuration['clients'] {
  const signed = { id_token_signed_response_alg: 'ES256' } as const
  return [
    {
      ...signed,
      client_id: DASHBOARD,
      client_secret: dashboard,
      redirect_uris: [...callbacks],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
    ...PROGRAMS.map(({ clientId, name }) => ({
      ...signed,
      client_id: clientId,
      client_name: name,
      client_secret: programs[clientId] ?? '',
      redirect_uris: [],
      grant_types: ['client_credentials'],
      response_types: [],
    })),
  ]
}

function accountOf(id: string) {
  const account = ACCOUNTS.find(({ sub }) => sub === id)
  if (!account) return undefined
  return { accountId: id, claims: async () => ({ sub: id, name: account.es, ...claimsOf(account) }) }
}

/** A token of a program says what the program is; the dashboard's own say nothing. */
function programClaims(clientId: string | undefined) {
  const program = PROGRAMS.find((one) => one.clientId === clientId)
  return program && { name: program.name, ...claimsOf(program) }
}

/** Nobody is asked whether Vigía may know who he is: it is Vigía that he signs in to. */
async function grantTo(provider: Provider, { oidc }: Parameters<NonNullable<Configuration['loadExistingGrant']>>[0]) {
  const grant = new provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
  grant.addOIDCScope('openid profile')
  await grant.save()
  return grant
}
