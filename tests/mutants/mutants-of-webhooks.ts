/** Checks that hold what partners are sent, and where to, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const AT_ONCE = 'tests/webhooks/acts-at-once.test.ts'
const TOLD = 'tests/webhooks/told-to-partners.test.ts'
const FAILS = 'tests/webhooks/what-fails.test.ts'
const ADDRESSES = 'services/oversight/src/delivery/outgoing-address.test.ts'
const POST = 'services/oversight/src/delivery/post.test.ts'
const PARTNERS = 'tests/access/alerts-of-partners.test.ts'
const MESSAGES = 'services/oversight/src/delivery/messages.ts'
const DELIVERIES = 'services/oversight/src/store/delivery-store.ts'
const HEADS = 'tests/webhooks/heads-to-ombudspersons.test.ts'

export const MUTANTS_OF_WEBHOOKS: readonly Mutant[] = [
  {
    check: 'heads of the audit are sent to who asks for them alone',
    file: 'prisma/migrations/20261127210000_one_head_waits/migration.sql',
    from: "where e.status = 'ACTIVE' and e.audit_heads",
    to: "where e.status = 'ACTIVE'",
    test: HEADS,
  },
  {
    check: 'heads of the audit are sent to overseers alone',
    file: 'services/oversight/src/delivery/deliver.ts',
    from: " || !hasScope(actor, 'audit:read')",
    to: '',
    test: HEADS,
  },
  {
    check: 'none but overseers asks for heads of the audit',
    file: 'services/oversight/src/graphql/webhook-acts.ts',
    from: "      access: 'audit:read',\n",
    to: '',
    test: HEADS,
  },
  {
    check: 'a webhook is sent to whom the alert is in sight of when it is sent',
    file: 'services/oversight/src/delivery/deliver.ts',
    from: 'new AlertStore(db).byId(alertId, actor)',
    to: 'new AlertStore({ rows: db.pool, figures: db.figures }).byId(alertId, { ...actor, states: null, role: "federal-secretary" })',
    test: TOLD,
  },
  {
    check: 'a webhook tells a partner no id of an alert',
    file: MESSAGES,
    from: 'isOfPartner ? pseudonyms.hide(alert.id) : alert.id',
    to: 'alert.id',
    test: TOLD,
  },
  {
    check: 'a webhook tells a partner no number that all share',
    file: MESSAGES,
    from: '.slice(0, 22) : step',
    to: '.slice(0, 0) + step : step',
    test: TOLD,
  },
  {
    check: 'a webhook is owed to who was turned out no more',
    file: 'services/oversight/src/rules/rights-of-owner.ts',
    from: "if (revokedAt !== null && revokedAt >= seenAt) return 'TURNED_OUT'",
    to: '',
    test: TOLD,
  },
  {
    check: 'a webhook calls no address of this network',
    file: 'services/oversight/src/delivery/outgoing-address.ts',
    from: "if (address.range() !== 'unicast') return false",
    to: '',
    test: ADDRESSES,
  },
  {
    check: 'a webhook goes where its name was seen to lead, and nowhere else',
    file: 'services/oversight/src/delivery/outgoing-address.ts',
    from: '!addresses.every(isFit)',
    to: '!addresses.some(isFit)',
    test: ADDRESSES,
  },
  {
    check: 'a receiver that turns to another protocol holds nobody',
    file: 'services/oversight/src/delivery/post.ts',
    from: "    socket.destroy()\n    reject(Object.assign(new Error('It answers in another protocol.'), { code: 'ERR_HTTP_UPGRADE' }))",
    to: '',
    test: POST,
  },
  {
    check: 'a webhook reads no more than 64 KB',
    file: 'services/oversight/src/delivery/post.ts',
    from: 'if (size >= most) break',
    to: '',
    test: POST,
  },
  {
    check: 'a webhook of a child waits for the one before it',
    file: DELIVERIES,
    from: "w.state = 'WAITING' order by w.place, w.id limit 1",
    to: "w.state = 'WAITING' and w.next_at <= $3 and w.claimed_until <= $3 order by w.place desc, w.id limit 1",
    test: FAILS,
  },
  {
    check: 'a webhook in somebody’s hand is not sent by another',
    file: DELIVERIES,
    from: "d.state = 'WAITING' and d.next_at <= $3 and d.claimed_until <= $3\n    and (e.status",
    to: "d.state = 'WAITING' and d.next_at <= $3\n    and (e.status",
    test: FAILS,
  },
  {
    check: 'a webhook is confirmed by the key of the receiver alone',
    file: 'services/oversight/src/delivery/deliver.ts',
    from: 'receipt !== null && isReceipt(receipt, message, endpoint.receiptKey)',
    to: 'receipt !== null',
    test: FAILS,
  },
  {
    check: 'alerts of one hour come to each partner in its own order',
    file: 'services/oversight/src/store/alert-store.ts',
    from: "mark(pseudonymsOf(actor).refOf('order of alerts'))",
    to: "mark('')",
    test: PARTNERS,
  },
  {
    check: 'alerts come to a partner by the hour',
    file: 'services/_law/src/durations.ts',
    from: 'Math.floor(instant.getTime() / HOUR_IN_MS) * HOUR_IN_MS',
    to: 'instant.getTime()',
    test: PARTNERS,
  },
  {
    check: 'an address that answers proves itself, and none that was put in its place meanwhile',
    file: DELIVERIES,
    from: 'where id = $1 and url = $2\n',
    to: 'where id = $1 and $2::text is not null\n',
    test: AT_ONCE,
  },
  {
    check: 'whom his owner has stopped no answer starts again',
    file: DELIVERIES,
    from: "(status = 'PROVING' or status = 'ACTIVE' and $3 = 'GONE')",
    to: "(status <> 'DELETED' or $3 = 'GONE')",
    test: AT_ONCE,
  },
  {
    check: 'of two acts of an owner the second finds what the first has made',
    file: 'services/oversight/src/store/endpoint-store.ts',
    from: 'where owner = $1 and id = $2 for update',
    to: 'where owner = $1 and id = $2',
    test: AT_ONCE,
  },
]
