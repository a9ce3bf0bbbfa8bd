/** Checks of who follows, and until when, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const WHO = 'gateway/src/subscriptions/who-may-follow.test.ts'
const UNTIL = 'gateway/src/subscriptions/until-when.test.ts'
const UNREAD = 'gateway/src/subscriptions/unread.test.ts'
const OPEN = 'gateway/src/subscriptions/open-streams.test.ts'
const PROOFS = 'gateway/src/sign-in/proofs.ts'
const SOCKETS = 'gateway/src/subscriptions/over-websocket.ts'
const EVENTS = 'gateway/src/subscriptions/over-sse.ts'
const KEEPER = 'gateway/src/sign-in/keeper.ts'

export const MUTANTS_OF_STREAMS: readonly Mutant[] = [
  {
    check: 'each start of the database is an epoch of the stream',
    file: 'prisma/migrations/20261204040000_epochs_of_the_stream/migration.sql',
    from: '  if not stream.is_same_epoch() then',
    to: '  if false then',
    test: 'gateway/src/subscriptions/alert-feed.test.ts',
  },
  {
    check: 'a cursor of a place that was lost is one of the last that is left',
    file: 'gateway/src/carriers/epochs.ts',
    from: 'return Math.min(seq, next.firstPlace - 1)',
    to: 'return seq',
    test: 'gateway/src/carriers/epochs.test.ts',
  },
  {
    check: 'what stands now in a place that was lost is brought to a gateway that knew another there',
    file: 'gateway/src/carriers/steps-in-database.ts',
    from: 'const isHeld = isSame || from > (known.top ?? 0)',
    to: 'const isHeld = true',
    test: 'tests/faults/alert-carriers.test.ts',
  },
  {
    check: 'whoever was told of what was lost comes back',
    file: 'gateway/src/subscriptions/alert-stream.ts',
    from: 'for (const outlet of this.#outlets) outlet.end(PARTED)',
    to: '',
    test: 'gateway/src/subscriptions/put-back.test.ts',
  },
  {
    check: 'an id that is used again is told each step once',
    file: 'gateway/src/subscriptions/socket.ts',
    from: 'if (this.#subscriptions.get(subscription.id) !== subscription) {\n      subscribed.stop()',
    to: 'if (this.#subscriptions.size < 0) {\n      subscribed.stop()',
    test: 'gateway/src/subscriptions/same-id-again.test.ts',
  },
  {
    check: 'a socket whose subscriptions begin in one go is not taken for one that does not answer',
    file: 'gateway/src/subscriptions/socket.ts',
    from: 'if (subscribed.alerts) this.#tellPlace()',
    to: 'if (subscribed.alerts) this.beat()',
    test: 'gateway/src/subscriptions/all-come-back.test.ts',
  },
  {
    check: 'of all streams a few alerts are asked for at a time',
    file: 'gateway/src/subscriptions/alert-stream.ts',
    from: 'pLimit(MOST_ASKED_AT_ONCE)',
    to: 'pLimit(MOST_ASKED_AT_ONCE * 1_000)',
    test: 'gateway/src/subscriptions/all-come-back.test.ts',
  },
  {
    check: 'what one account missed it asks for in turns of its own',
    file: 'gateway/src/subscriptions/step-answers.ts',
    from: 'own ? own(ask) : ask()',
    to: 'ask()',
    test: 'gateway/src/subscriptions/all-come-back.test.ts',
  },
  {
    check: 'so it does for what it alone follows',
    file: 'gateway/src/subscriptions/alert-group.ts',
    from: 'this.#inOrder(steps, this.#turns())',
    to: 'this.#inOrder(steps, null)',
    test: 'gateway/src/subscriptions/all-come-back.test.ts',
  },
  {
    check: 'a socket is of no page of another site',
    file: SOCKETS,
    from: '      this.#options.keeper.refuseForeignStream(request)\n',
    to: '',
    test: WHO,
  },
  {
    check: 'events are of no page of another site',
    file: EVENTS,
    from: '    keeper.refuseForeignStream(request)\n',
    to: '',
    test: WHO,
  },
  {
    check: 'a stream by the cookie says its origin',
    file: 'gateway/src/sign-in/credentials.ts',
    from: 'origin === undefined ? isAPage : !own.has(origin)',
    to: 'origin !== undefined && !own.has(origin)',
    test: WHO,
  },
  {
    check: 'one has five sockets, however many tokens he has',
    file: SOCKETS,
    from: 'if (this.#open.countOf(caller) >= MOST_SOCKETS_OF_ONE) {',
    to: 'if (false) {',
    test: WHO,
  },
  {
    check: 'a stream of production is of a document that is kept',
    file: 'gateway/src/subscriptions/streams.ts',
    from: '      trust.require(admitted.document, actor)\n',
    to: '',
    test: WHO,
  },
  {
    check: 'a bound token is no bearer',
    file: 'gateway/src/sign-in/access-tokens.ts',
    from: "if ((boundTo === null) !== (scheme === 'bearer')) throw unknownToken()",
    to: "if (scheme === 'bearer') return",
    test: WHO,
  },
  {
    check: 'a proof is used once',
    file: PROOFS,
    from: '!(await this.#isFirst(',
    to: '!(id !== null || await this.#isFirst(',
    test: WHO,
  },
  {
    check: 'a proof is for this address and method',
    file: PROOFS,
    from: 'return isForThis && isOfToken && isOfKey',
    to: 'return isOfToken && isOfKey',
    test: WHO,
  },
  {
    check: 'a proof is for this token',
    file: PROOFS,
    from: 'return isForThis && isOfToken && isOfKey',
    to: 'return isForThis && isOfKey',
    test: WHO,
  },
  {
    check: 'a proof is by the key of the token',
    file: PROOFS,
    from: 'return isForThis && isOfToken && isOfKey',
    to: 'return isForThis && isOfToken',
    test: WHO,
  },
  {
    check: 'a proof is fresh',
    file: PROOFS,
    from: '      maxTokenAge: LIFE_IN_S,\n',
    to: '',
    test: WHO,
  },
  {
    check: 'a stream ends with its session',
    file: KEEPER,
    from: "if (endings.has(caller)) over.set(caller, 'SESSION_ENDED')",
    to: 'if (endings.has(caller)) continue',
    test: UNTIL,
  },
  {
    check: 'of a stream that is not read nothing more is told once it is cut',
    file: EVENTS,
    from: 'if (this.#response.writableLength > 0) {',
    to: 'if (this.#response.destroyed) {',
    test: UNREAD,
  },
  {
    check: 'nor what the system had taken of it already',
    file: 'gateway/src/cut-off.ts',
    from: 'connection.resetAndDestroy()',
    to: 'connection.destroy()',
    test: UNREAD,
  },
  {
    check: 'of a socket that is not read nothing more is told once it is cut',
    file: SOCKETS,
    from: '(why) => socket.cut(why)',
    to: '(why) => socket.end(why)',
    test: UNREAD,
  },
  {
    check: 'a sign-out ends streams at once',
    file: 'gateway/src/subscriptions/open-streams.ts',
    from: 'keeper.onEnd(() => void cutEnded())',
    to: 'keeper.onEnd(() => {})',
    test: OPEN,
  },
  {
    check: 'a stream ends with its token',
    file: KEEPER,
    from: 'else if (caller.endsAt <= now()) over.set(',
    to: 'else if (caller.endsAt <= 0) over.set(',
    test: UNTIL,
  },
  {
    check: 'a stream ends where nobody can tell whether it may go on',
    file: 'gateway/src/subscriptions/open-streams.ts',
    from: 'else if (performance.now() - knownAt < UNKNOWN_FOR_MS) return',
    to: 'else return',
    test: OPEN,
  },
  {
    check: 'whoever cannot be looked up is not taken for one who was turned out',
    file: KEEPER,
    from: 'throw unknowable()\n    const [over, others]',
    to: "return new Map(callers.map((caller) => [caller, 'SESSION_ENDED']))\n    const [over, others]",
    test: UNTIL,
  },
  {
    check: 'what is refused for a moment does not end what somebody follows for good',
    file: SOCKETS,
    from: '      if (isForLater(error)) socket.close(CLOSE.LATER, error.code)\n',
    to: '',
    test: WHO,
  },
  {
    check: 'nothing is written to events that have ended',
    file: EVENTS,
    from: 'this.outlet.isOver || ',
    to: '',
    test: 'gateway/src/subscriptions/over-sse.test.ts',
  },
]
