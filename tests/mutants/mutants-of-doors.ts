/** Checks of a gateway at the doors of services, of programs at those of the gateway, and of what is put there: each with the change that removes it and the test that must then fail (mutants.ts). */
import type { Mutant } from './mutants.ts'

const ENVELOPE = 'services/_kit/src/envelope.ts'
const SIGN_IN = 'gateway/src/sign-in'
const GATEWAY_ONLY = 'tests/access/only-the-gateway.test.ts'
const TOKENS = `${SIGN_IN}/access-tokens.test.ts`
const PROOFS = `${SIGN_IN}/proofs.test.ts`
const TRUST = 'gateway/src/trusted/trust.test.ts'

export const MUTANTS_OF_DOORS: readonly Mutant[] = [
  {
    check: 'the register of a home tells nothing that leads to its door',
    file: 'services/placements/src/graphql/facility-record.ts',
    from: 'return record && isHome(known(FACILITY_TYPES, type)) ? withoutDoor(record) : record',
    to: 'return record && isHome(known(FACILITY_TYPES, type)) ? record : record',
    test: 'tests/access/each-subgraph-asked-directly.test.ts',
  },
  {
    check: 'nobody is told who runs a home',
    file: 'services/placements/src/graphql/facility.ts',
    from: 'isHome(known(FACILITY_TYPES, type)) ? null : operator',
    to: 'operator',
    test: 'tests/access/each-subgraph-asked-directly.test.ts',
  },
  {
    check: 'an envelope counts only with the code of its key',
    file: ENVELOPE,
    from: 'if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null',
    to: '',
    test: GATEWAY_ONLY,
  },
  {
    check: 'an envelope is good for half a minute',
    file: ENVELOPE,
    from: '!(Math.abs(now - Number(ts)) <= WINDOW_IN_MS)',
    to: 'Number.isNaN(Number(ts))',
    test: GATEWAY_ONLY,
  },
  {
    check: 'an envelope opens once',
    file: 'services/_kit/src/serve.ts',
    from: "      const opened = await opening\n      if (opened === 'AGAIN') return again()\n",
    to: '      const opened = await opening\n',
    test: GATEWAY_ONLY,
  },
  {
    check: 'what is sent once more changes nothing once more',
    file: 'services/_kit/src/serve.ts',
    from: "        if (opened === 'AGAIN') return again()\n",
    to: '',
    test: GATEWAY_ONLY,
  },
  {
    check: 'nothing is changed by an envelope of which nobody else can be told',
    file: 'services/_kit/src/serve.ts',
    from: "        if (opened === 'UNKEPT') return answered(nothingBegun(service.name, operation))\n",
    to: '',
    test: 'tests/faults/database-away.test.ts',
  },
  {
    check: 'an envelope opens once for all processes of a service',
    file: 'prisma/migrations/20261127120300_envelopes_open_once/migration.sql',
    from: 'on conflict do nothing returning number',
    to: 'on conflict (service, number) do update set at = excluded.at returning number',
    test: 'prisma/src/opened-once.test.ts',
  },
  {
    check: 'what opens the envelopes of one service seals none for another',
    file: 'gateway/src/start/envelope-keys.ts',
    from: `\`vigia envelope \${service}\``,
    to: "'vigia envelope'",
    test: GATEWAY_ONLY,
  },
  {
    check: 'no process of a distributed start is told the login of another',
    file: 'gateway/src/start/secrets-of-parts.ts',
    from: "own.includes(name) ? url : ''",
    to: 'url',
    test: 'gateway/src/start/secrets-of-parts.test.ts',
  },
  {
    check: 'a service takes no keys but its own',
    file: ENVELOPE,
    from: 'const isOwn = name === service',
    to: 'const isOwn = true',
    test: 'gateway/src/start/envelope-keys.test.ts',
  },
  ofSeal('its time', '[nonce, service, method, path, digest, actor]'),
  ofSeal('its number', '[ts, service, method, path, digest, actor]'),
  ofSeal('one service', '[ts, nonce, method, path, digest, actor]'),
  ofSeal('one path', '[ts, nonce, service, method, digest, actor]'),
  ofSeal('one body', '[ts, nonce, service, method, path, actor]'),
  ofSeal('one who asks', '[ts, nonce, service, method, path, digest]'),
  {
    check: 'a token is of the issuer that is believed',
    file: `${SIGN_IN}/access-tokens.ts`,
    from: '      issuer,\n',
    to: '',
    test: TOKENS,
  },
  {
    check: 'a token is for this registry',
    file: `${SIGN_IN}/access-tokens.ts`,
    from: '      audience,\n',
    to: '',
    test: TOKENS,
  },
  {
    check: 'a token is no id token',
    file: `${SIGN_IN}/access-tokens.ts`,
    from: "      typ: 'at+jwt',\n",
    to: '',
    test: TOKENS,
  },
  {
    check: 'a token is of the last five minutes',
    file: `${SIGN_IN}/access-tokens.ts`,
    from: '      maxTokenAge: ACCESS_TOKEN_IN_S,\n',
    to: '',
    test: TOKENS,
  },
  {
    check: 'what was given to the dashboard comes back from nobody else',
    file: `${SIGN_IN}/access-tokens.ts`,
    from: 'claims.success && claims.data.client_id !== ownClientId ?',
    to: 'claims.success ?',
    test: TOKENS,
  },
  {
    check: 'a bound token counts only with a proof',
    file: `${SIGN_IN}/access-tokens.ts`,
    from: "if ((boundTo === null) !== (scheme === 'bearer')) throw otherScheme(boundTo !== null)",
    to: "if (scheme === 'bearer') return",
    test: PROOFS,
  },
  {
    check: 'a role of a state without a state lets nobody in',
    file: `${SIGN_IN}/actor-of-claims.ts`,
    from: 'if (byState && states.length === 0) return null',
    to: '',
    test: TOKENS,
  },
  {
    check: 'who was turned out is refused',
    file: `${SIGN_IN}/endings.ts`,
    from: 'return epoch === null ? givenAt <= subject.at : epoch < (subject.epoch ?? 0)',
    to: 'return false',
    test: TOKENS,
  },
  {
    check: 'a proof is for one method',
    file: `${SIGN_IN}/proofs.ts`,
    from: 'htm === request.method && ',
    to: '',
    test: PROOFS,
  },
  {
    check: 'a proof is for one address',
    file: `${SIGN_IN}/proofs.ts`,
    from: 'this.#origins.has(origin) && ',
    to: '',
    test: PROOFS,
  },
  {
    check: 'a proof is for one path',
    file: `${SIGN_IN}/proofs.ts`,
    from: ' && pathname === new URL(url, origin).pathname',
    to: '',
    test: PROOFS,
  },
  {
    check: 'a proof is of its token',
    file: `${SIGN_IN}/proofs.ts`,
    from: 'isForThis && isOfToken && isOfKey',
    to: 'isForThis && isOfKey',
    test: PROOFS,
  },
  {
    check: 'a proof is of the key of its token',
    file: `${SIGN_IN}/proofs.ts`,
    from: 'isOfToken && isOfKey ?',
    to: 'isOfToken ?',
    test: PROOFS,
  },
  {
    check: 'a proof is of the last minute',
    file: `${SIGN_IN}/proofs.ts`,
    from: '      maxTokenAge: LIFE_IN_S,\n',
    to: '',
    test: PROOFS,
  },
  {
    check: 'a proof is used once',
    file: `${SIGN_IN}/proofs.ts`,
    from: 'return rowCount === 1',
    to: 'return rowCount !== null',
    test: PROOFS,
  },
  {
    check: 'a document that is not known is not answered',
    file: 'gateway/src/trusted/trust.ts',
    from: '|| isKept(document)',
    to: '|| document !== null',
    test: TRUST,
  },
  {
    check: 'who asks by one stands in the audit',
    file: 'gateway/src/request/graph-door.ts',
    from: 'await refusals.tell(asker, UNKNOWN_DOCUMENT, children)',
    to: 'await null',
    test: TRUST,
  },
  {
    check: 'messages that are told again cost by their days',
    file: 'gateway/src/limits/cost.ts',
    from: '1 + weightOfRedelivery(field, operation, variables)',
    to: '1',
    test: 'gateway/src/graph/admission.test.ts',
  },
  {
    check: 'a series costs by its points',
    file: 'gateway/src/limits/cost.ts',
    from: 'weightOfSeries(field, operation, variables))',
    to: '1)',
    test: 'gateway/src/graph/admission.test.ts',
  },
]

/** What an envelope is sealed for is a list of parts, of which one is left out. */
function ofSeal(part: string, to: string): Mutant {
  const from = '[ts, nonce, service, method, path, digest, actor]'
  return { check: `an envelope is sealed for ${part}`, file: ENVELOPE, from, to, test: GATEWAY_ONLY }
}
