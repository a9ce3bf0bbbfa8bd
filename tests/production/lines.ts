/**
 * The hardening list of security.md 9, a line each: what `npm run prod:check` asks of a product in production. The numbers stand here as
 * the design has them. Two of its rows have no line of their own: nothing takes files over HTTP, and cost bounds the rows of an answer.
 */
import { parse } from 'graphql'
import { documentIdOf } from '../../gateway/src/trusted/canonical.ts'
import * as body from './bodies.ts'
import * as every from './every-answer.ts'
import { asking, type Line, type Needs, toAnybody, toSomebody } from './line.ts'
import * as processes from './processes.ts'
import * as rates from './rates.ts'
import * as records from './records.ts'
import * as signIn from './sign-in.ts'
import * as sockets from './sockets.ts'
import { refusedStart, withoutKeys } from './starts.ts'
import { toLoopback } from './webhooks.ts'

const TOO_LARGE = [413, 'PAYLOAD_TOO_LARGE'] as const
const TOO_COMPLEX = [400, 'QUERY_TOO_COMPLEX'] as const
const INVALID = [400, 'GRAPHQL_VALIDATION_FAILED'] as const
const UNTRUSTED = [400, 'DOCUMENT_NOT_TRUSTED'] as const
const TYPE = [415, 'UNSUPPORTED_MEDIA_TYPE'] as const
const FOREIGN = { origin: 'https://elsewhere.invalid' }
const COOKIE = { cookie: `__Host-vigia=${'a'.repeat(43)}` }
const LIVE = 'subscription BoardChanged { boardChanged { version asOf } }'
const KNOWN = documentIdOf(parse('query Registry { registry { isSynthetic asOf version } }'))
const OVERSTAYS = documentIdOf(
  parse(`query Overstays($after: String) { overstays(first: 100, after: $after) {
    edges { node { kind severity since state childRef } } pageInfo { hasNextPage endCursor } } }`),
)
const ofId = (documentId: string) => ({ body: JSON.stringify({ documentId }) })

const line = (needs: Needs, says: string, found: Line['found']): Line => ({ needs, says, found })
const closes = (says: string, code: number, rest: Parameters<typeof sockets.closesUnlike>[2]): Line =>
  line('NOTHING', says, (product) => sockets.closesUnlike(product, code, rest))
const start = (says: string, change: NodeJS.ProcessEnv, why: RegExp): Line =>
  line('ALONE', says, (product) => refusedStart(product, change, why))

/** In the order in which they are asked: who spends what all share comes late, and what holds of every answer last. */
export const LINES: readonly Line[] = [
  toSomebody('a body has 100 KB at most', body.large(101_000), TOO_LARGE),
  toSomebody('and so has that of a mutation', body.largeMutation(101_000), TOO_LARGE),
  toSomebody('a packed body is bounded by what it unpacks to', body.bomb(50_000_000), TOO_LARGE),
  line('NOTHING', 'a header of 20 KB is not read', every.longHeader),
  toSomebody('a query has 1,500 words and signs at most', body.words(1_501), TOO_COMPLEX),
  toSomebody('it is 12 levels deep at most', body.deep(13), TOO_COMPLEX),
  toSomebody('it has 15 aliases at most', body.aliases(16), TOO_COMPLEX),
  toSomebody('it has 10 fields at its root at most', body.roots(11), TOO_COMPLEX),
  toSomebody('it has 20 directives at most', body.directives(21), TOO_COMPLEX),
  toSomebody('it costs 2,000 at most', body.dear(20), TOO_COMPLEX),
  toSomebody('a page has 100 rows at most', body.page(101), [400, 'BAD_USER_INPUT']),
  line('START', 'a page without a size has 20 rows', (product) => records.pageOf(product, 20)),

  toSomebody('the schema is not told', asking('{ __schema { types { name } } }'), INVALID),
  toSomebody('nor any type of it', asking('{ __type(name: "Child") { fields { name } } }'), INVALID),
  toSomebody('nor that of a service', asking('{ _service { sdl } }'), INVALID),
  toSomebody('no entity is looked up by its key', asking('{ _entities(representations: []) { __typename } }'), INVALID),
  toSomebody('operations come one by one', body.batch, [400, 'BATCHING_DISABLED']),
  toSomebody('no query is called by its hash', body.byHash(), [400, 'BAD_REQUEST']),
  toSomebody('nor kept under it', body.byHash('{ nation { code } }'), UNTRUSTED),
  toSomebody('a document that is not known is refused', asking('{ nation { code } }'), UNTRUSTED),
  toSomebody('and an id that is not', ofId(`sha256:${'0'.repeat(64)}`), UNTRUSTED),
  toSomebody('one that is known is answered', ofId(KNOWN), [200]),
  toSomebody('what partners are given to ask is known, and answered to them', ofId(OVERSTAYS), [403, 'FORBIDDEN']),
  toSomebody('a misspelt field is not put right', asking('{ nation { detentoin { heldNow } } }'), INVALID),
  line('NOTHING', 'there is no explorer', signIn.explorer),

  toSomebody('a GET that any page could send is refused', body.getting({}), [400, 'CSRF']),
  toSomebody('and so is text/plain', body.typed('text/plain'), TYPE),
  toSomebody('and a form', body.typed('application/x-www-form-urlencoded'), TYPE),
  toSomebody('and message/http', body.getting({ 'content-type': 'message/http' }), TYPE),
  toAnybody('the cookie counts with a header of ours alone', { ...body.batch, headers: COOKIE }, [400, 'CSRF']),
  toSomebody('cookie and token are not taken together', { headers: COOKIE }, [400, 'CREDENTIALS_TWICE']),
  toAnybody('a page of elsewhere asks in nobody’s name', { headers: { ...FOREIGN, ...COOKIE, 'x-vigia': '1' } }, [
    ...([403, 'FOREIGN_ORIGIN'] as const),
  ]),
  toAnybody('nobody is answered without a token', asking('{ nation { code } }'), [401, 'UNAUTHENTICATED']),
  toAnybody('nor is anything taken out', { path: '/exports' }, [401, 'UNAUTHENTICATED']),

  closes('a socket says who it is within 3 seconds', 4408, {}),
  closes('its messages have 64 KB at most', 1009, {
    says: [`{"type":"ping","payload":{"a":"${'a'.repeat(70_000)}"}}`],
  }),
  closes('it subscribes once it is let in', 4401, {
    says: ['{"id":"1","type":"subscribe","payload":{"query":"{ a }"}}'],
  }),
  closes('it is opened by no page of elsewhere', 403, { opening: { headers: { ...FOREIGN, ...COOKIE } } }),
  line('TOKEN', 'it has 10 subscriptions at most', (product) => sockets.manySubscriptions(product, 10, LIVE)),
  line('TOKEN', 'one person has 5 sockets at most', (product) => sockets.manySockets(product, 5)),

  line('START', 'a service answers nobody without the gateway’s envelope', processes.services),
  line('START', 'nor by an envelope that another service could seal', processes.betweenServices),
  line('START', 'and listens on this machine alone', processes.fromElsewhere),
  line('NOTHING', 'there is no issuer that vouches for everybody', signIn.trialIssuer),
  line('START', 'cookies are read by no script, and sent over https to this host alone', signIn.cookies),
  line('START', 'no webhook leads into the own network', toLoopback),
  start('no start without an issuer', { OIDC_ISSUER: '' }, /^OIDC_ISSUER is needed in production/m),
  start('nor with one of this machine', { OIDC_ISSUER: 'https://localhost:8443' }, /^OIDC_ISSUER must be an https/m),
  start(
    'nor with one that can be overheard',
    { OIDC_ISSUER: 'http://id.example.mx' },
    /^OIDC_ISSUER must be an https/m,
  ),
  start('nor at an address that can be', { VIGIA_ADDRESS: 'http://vigia.example.mx' }, /^VIGIA_ADDRESS is needed/m),
  line('ALONE', 'nor with keys in a place that nobody has named', withoutKeys),

  line('ALONE', 'a service is waited for 2 seconds', (product) => processes.aHop(product, 2_000)),
  line('ALONE', 'and an answer 5', (product) => processes.aRequest(product, 5_000)),
  line('ALONE', 'what is kept in memory has an end', processes.caches),
  line('ALONE', 'who opens more than 300 records in an hour raises an alarm', (product) =>
    records.massReading(product, 300),
  ),
  line('ALONE', 'a person is answered 120 times a minute', (product) => rates.aPerson(product, 120)),
  line('ALONE', 'a program 600 times', (product) => rates.aProgram(product, 600)),
  line('ALONE', 'an address begins 5 sign-ins', (product) => rates.signIns(product, 5)),
  line('ALONE', 'two lists of records are taken out in a day', (product) => rates.exports(product, 2)),
  line('ALONE', 'an address shows 60 times what does not hold', (product) => rates.anAddress(product, 60)),
  line('ALONE', 'without its database it lets nobody in', processes.withoutDatabase),

  line('NOTHING', 'no answer tells where in the program it was made, or what might have been meant', every.traces),
  line('NOTHING', 'every answer has the headers that guard a page', every.headers),
]
