/** The page for partners. Its figures are those that the code goes by. */
import type { partners as spanish } from '../es/partners.ts'

export const partners: typeof spanish = {
  title: 'For partner systems',
  lead: 'A partner system is told of the alerts of its agreement as they are raised, of its states and kinds and during its term: which duty is broken, how gravely and by which article. Never of whom.',
  contents: 'On this page',
  copy: 'Copy',
  copied: 'Copied',
  copyOf: (name) => `Copy ${name}`,
  failed: 'It could not be copied: select the text.',
  sandbox: {
    title: 'Try it here',
    what: 'Where Vigía runs with the accounts that come with it (npm start) there is a partner to try as, with an agreement on Chiapas and Tabasco. This reads its key and follows its alerts, from the folder of Vigía:',
    not: 'In production there is no such key: yours is given, by client credentials, by the issuer that your agreement names.',
    name: 'the key to try with',
  },
  subscribe: {
    title: 'Subscribe in ten lines',
    what: 'All three take from their environment the address (VIGIA), your key (KEY, as id:secret), the address at which your issuer gives tokens for it (TOKENS, where it is not the one that comes with Vigía) and the last cursor received (CURSOR), and print each alert in a line. They are in gateway/examples; the tests of Vigía run them as you see them. In production what they ask is answered, and what is written in gateway/questions, as it stands; any other question is DOCUMENT_NOT_TRUSTED until whoever runs the registry lets it in.',
    forEver: (minutes) =>
      `A token holds for ${minutes} minutes, and the connection ends with it. What a program in use needs besides: to ask for another and come back by itself to where it was, after a break of the network too, so that nothing is lost.`,
  },
  receives: {
    title: 'What you are told, and what not',
    fields: 'What may be asked of an alert',
    field: 'Field',
    what: 'What it is',
    rows: {
      id: 'A pseudonym of the alert: the same word in all that you receive, another for every other partner. alert(id: …) takes it.',
      childRef:
        'A pseudonym of the child, the same as in overstays. Null where the alert is about a place or a state, and where telling children apart would tell that one asked for asylum, is in danger, has counsel, or how it is kept.',
      'kind number':
        'Which duty it is: its name in the graph and its number, A01 to A38; E for those of this registry.',
      severity: 'AMBER, RED or CRITICAL, by its term.',
      'citation article articles': 'The article that is broken, as it is cited; its words; and all that it rests on.',
      'state { code name }': 'The state in which the duty lies: always one of your agreement.',
      'openedAt resolvedAt': 'The hour in which the registry raised it and learned that it was over, without minutes.',
      step: 'What has just happened to it. Unless you ask for others (filter { steps }) these are told:',
      cursor: 'From where to go on after it. It is good for you alone.',
    },
    never: 'You are never told',
    nevers: [
      'the name, the folio or any number of a person, nor an id that is good for anything beyond what you receive;',
      'in which place a child is, nor the minute in which something happened;',
      'case, family, health, asylum or dangers;',
      'counts, nor alerts of states or kinds beyond your agreement.',
    ],
    why: 'Two partners who compare what they receive find no word in common: each reads under pseudonyms of its own.',
  },
  guarantee: {
    title: 'Guarantee and limits',
    delivery: 'Delivery',
    deliveryIs:
      'At least once. After a break what had come may come again: drop it by its cursor, which is always the same for the same step.',
    order: 'Order',
    orderIs: 'As it happened, without gaps: of one child what came last is never told before what came first.',
    cursor: 'Cursor',
    cursorIs: (days) =>
      `Good for ${days} days, and for whoever received it alone. As Last-Event-ID or "after": first comes what was missed, then what is new.`,
    expired:
      'The cursor is older: the answer says in extensions.missed how many steps were missed. Ask for alerts { … }, and follow from now on.',
    slow: (waiting) =>
      `More than ${waiting} alerts wait for you to read them: the connection is closed (WebSocket, 4408; SSE, with this code in its last message). Come back with the last cursor; nothing is lost.`,
    invalid:
      'This cursor was not given to you, or the registry was set up anew since: ask for alerts, and follow without a cursor.',
    heartbeat: 'Heartbeat',
    heartbeatIs: (seconds) =>
      `Every ${seconds} seconds without news a heartbeat comes, with the cursor of that moment. Where three are missing the connection is dead: come back with the last cursor. With graphql-ws cut the WebSocket itself, as the example does: terminate() of its client throws away alerts that had come already.`,
    key: 'Token',
    keyIs: (minutes) =>
      `Holds for ${minutes} minutes; then the connection is closed (WebSocket, 4403 TOKEN_EXPIRED; SSE, its end). Come back with a new one and the last cursor: nothing is lost. A revocation closes it within five seconds (4403 SESSION_ENDED), and what was given before lets nobody in (4401). When your agreement ends every question is answered 403 AGREEMENT_ENDED, and the connection is closed (4403 AGREEMENT_ENDED).`,
    away: 'Something here is away, as while a database starts anew: the connection is closed (WebSocket, 1013; SSE, with a code in its last message). Come back with the last cursor; nothing is lost.',
    putBack:
      'The database went back to a backup and lacks what you were told last: the connection is closed (WebSocket, 1013; SSE, with this code in its last message). Come back with the last cursor and ask for alerts { … }: what you were told is over may be open, and what you were told since the backup may be no more. A webhook is not told: whoever runs the registry tells you.',
    limits: 'Limits',
    limitsAre: (streams, sockets, each, rate, atOnce) =>
      `${streams} SSE connections; ${sockets} WebSockets of ${each} subscriptions each; ${rate} requests a minute, by what they cost, and ${atOnce} under way at once (429 with Retry-After, unless set otherwise).`,
  },
  webhooks: {
    title: 'Verify a webhook',
    what: 'Each message is signed as Standard Webhooks has it. What is signed is webhook-id, a dot, webhook-timestamp, a dot and the bytes of the body as they come. v1a is ed25519, by the public key of your endpoint (whpk_…); v1 is HMAC-SHA256, by its secret (whsec_…).',
    rules:
      'Register your endpoint by createWebhookEndpoint; enableWebhookEndpoint makes it active once it has given back the challenge that it is sent. Refuse what no signature vouches for and what is older than five minutes; drop what came before by its webhook-id. Answer 2xx as soon as it is kept: anything else is tried again, with growing pauses, and 410 stops everything. With envelope: CLOUD_EVENTS each type begins with “mx.vigia.”, that of the challenge too. The body names the alert by its pseudonym and says in isOpen whether it is still open when sent, since what is sent again may come behind its end; the rest is asked for by alert(id: …).',
    promises: [
      'Each message is tried ten times in about 75 hours: at once and, where that fails, 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours later, within a fifth. Retry-After is heeded up to an hour.',
      'A try has 15 seconds. A redirect is a failure; 429, 502 and 504 slow it down; after five failures in a row one message a minute is tried until one is taken.',
      'Of one child the next message waits until the earlier one was taken or given up. Between children there is no order.',
      'What ten tries cannot deliver shows in webhookDeliveries(state: DEAD), “contact” is written to, and redeliverWebhooks sends it again under the same webhook-id.',
      'rotateWebhookSecret gives another key; the former signs 24 hours more, beside it. updateWebhookEndpoint changes address, form and filters; another address is proven anew.',
      'Whoever registers a receiptKey may sign “receipt.<webhook-id>.<webhook-timestamp>” in the header webhook-receipt: that shows that it knows.',
    ],
  },
  kinds: {
    title: 'What each alert means',
    what: 'They are raised, made graver and ended by facts and by time, never for lack of data: while the office is silent that would tell of their end they stay open. Terms with a citation are of the law, a court or a protocol; the others are defaults of Vigía, which bind nobody, and which the federal executive secretary may change.',
    number: 'No.',
    name: 'What is so',
    when: 'Term',
    article: 'Article',
    holder: 'Who owes it',
    ends: 'What ends it',
    byTheAct: 'By the case',
    atOnce: 'at once',
    onAct: 'in the case described',
    sinceRequest: 'from the request on',
    units: {
      HOURS: (amount) => `at ${amount} h`,
      DAYS: (amount) => `at ${amount} days`,
      WORKING_DAYS: (amount) => `at ${amount} working days`,
      DAYS_BEFORE: (amount) => `${amount} days before`,
      HOURS_WITHIN: (amount) => `within ${amount} h`,
      PERCENT: (amount) => `from ${amount}%`,
      CHILDREN: (amount) => `from ${amount} on`,
    },
    ofAll: {
      FEWEST: (amount) => `of fewer than ${amount} a week before nothing is said`,
      SILENCE: (amount) => `after ${amount} days of silence of an office it stays as it is`,
    },
  },
}
