/** Checks of who is signed in, and until when: each with the change that removes it and the test that must then fail (mutants.ts). */
import type { Mutant } from './mutants.ts'

const SIGN_IN = 'gateway/src/sign-in'
const SESSIONS = `${SIGN_IN}/sessions.test.ts`
const PERSONAL = `${SIGN_IN}/personal-tokens.test.ts`
const OTHER_RIGHTS = `${SIGN_IN}/other-rights.test.ts`
/** In force. */
const ENDS = 'prisma/migrations/20261129030100_ends_stay_ends/migration.sql'

export const MUTANTS_OF_SESSIONS: readonly Mutant[] = [
  {
    check: 'of whoever shows nothing that is known no body is read',
    file: 'gateway/src/body.ts',
    from: 'keeper.mayBeHeard(request).then(() => next(), next)',
    to: 'next()',
    test: `${SIGN_IN}/slow-bodies.test.ts`,
  },
  {
    check: 'of one account no more bodies are awaited at once than may be',
    file: 'gateway/src/limits/bodies.ts',
    from: 'if (coming >= MOST_AT_ONCE) return false',
    to: '',
    test: `${SIGN_IN}/slow-bodies.test.ts`,
  },
  {
    check: 'nor by the way of what is kept',
    file: 'gateway/src/hot-door.ts',
    from: ' || !keeper.mayCome(request, sender)',
    to: '',
    test: `${SIGN_IN}/slow-bodies.test.ts`,
  },
  {
    check: 'of whoever shows nothing that is known no wish for a file is read',
    file: 'gateway/src/exports/export-doors.ts',
    from: "doors.post('/', readBodyFor(keeper), async",
    to: "doors.post('/', readBodyFor({ mayBeHeard: async () => {} }), async",
    test: 'gateway/src/exports/export-doors.test.ts',
  },
  {
    check: 'a page goes on in nobody’s name but that of whom it was opened for',
    file: `${SIGN_IN}/keeper.ts`,
    from: 'if (isOfAnotherPage(request, remembered)) throw',
    to: 'if (isOfAnotherPage(request, remembered) && !credential) throw',
    test: `${SIGN_IN}/for-whom.test.ts`,
  },
  {
    check: 'nor is it given what is kept for him',
    file: `${SIGN_IN}/keeper.ts`,
    from: 'if (isOfAnotherPage(request, remembered)) return null',
    to: '',
    test: `${SIGN_IN}/for-whom.test.ts`,
  },
  {
    check: 'a person is whom the issuer has signed for',
    file: `${SIGN_IN}/issuer.ts`,
    from: "await compactVerify(tokens.id_token ?? '', this.keys).catch(notLetIn)",
    to: '',
    test: `${SIGN_IN}/issuer.test.ts`,
  },
  {
    check: 'a cookie counts only where a page has asked first',
    file: `${SIGN_IN}/credentials.ts`,
    from: 'if (!isPreflighted(headers)) {',
    to: 'if (!headers) {',
    test: SESSIONS,
  },
  {
    check: 'another site changes nothing in a person’s name',
    file: `${SIGN_IN}/credentials.ts`,
    from: 'return !own.has(headers.origin)',
    to: 'return false',
    test: SESSIONS,
  },
  {
    check: 'a session ends after half an hour without use',
    file: `${SIGN_IN}/session-store.ts`,
    from: 'session.ends_at > $2 and greatest(session.seen_at, $3) > $4`',
    to: 'session.ends_at > $2 and greatest($3::timestamptz, $4::timestamptz) is not null`',
    test: SESSIONS,
  },
  {
    check: 'a session ends after ten hours',
    file: `${SIGN_IN}/session-store.ts`,
    from: 'and session.ended_at is null and session.ends_at > $2 and',
    to: 'and session.ended_at is null and',
    test: SESSIONS,
  },
  {
    check: 'a session that was ended holds no more',
    file: `${SIGN_IN}/session-store.ts`,
    from: 'and session.ended_at is null and session.ends_at > $2 and',
    to: 'and session.ends_at > $2 and',
    test: SESSIONS,
  },
  {
    check: 'a session is of the rights of now',
    file: `${SIGN_IN}/session-store.ts`,
    from: 'subject.sub = session.sub and subject.epoch = session.epoch and',
    to: 'subject.sub = session.sub and',
    test: SESSIONS,
  },
  {
    check: 'a session is by the word of the issuer of now',
    file: `${SIGN_IN}/session-store.ts`,
    from: 'session.epoch and subject.issuer = $5',
    to: 'session.epoch and $5::text is not null',
    test: SESSIONS,
  },
  {
    check: 'an open stream is of a session that goes on',
    file: `${SIGN_IN}/session-store.ts`,
    from: 'where session.ended_at is null and session.ends_at > $2 and greatest(session.seen_at, asked.used_at) > $4',
    to: 'where greatest($2::timestamptz, $4::timestamptz) is not null',
    test: SESSIONS,
  },
  {
    check: 'a personal token that was revoked holds no more',
    file: `${SIGN_IN}/personal-tokens.ts`,
    from: '    and token.revoked_at is null and token.ends_at > $2\n',
    to: '    and token.ends_at > $2\n',
    test: PERSONAL,
  },
  {
    check: 'a personal token is of the rights of now',
    file: `${SIGN_IN}/personal-tokens.ts`,
    from: 'and subject.epoch = token.epoch and',
    to: 'and',
    test: PERSONAL,
  },
  {
    check: 'a personal token rests where nobody has confirmed its rights for long',
    file: `${SIGN_IN}/personal-tokens.ts`,
    from: 'and $2 < ',
    to: 'and $2 > timestamptz $$2000-01-01$$ and $2 + interval $$-99 years$$ < ',
    test: PERSONAL,
  },
  {
    check: 'whatever changes the rights of an account ends what it holds',
    file: ENDS,
    from: 'new.epoch := old.epoch + 1;',
    to: 'new.epoch := old.epoch;',
    test: SESSIONS,
  },
  {
    check: 'other rights end what was held from the moment of the sign-in that brings them',
    file: ENDS,
    from: 'case when new.signed_in_at is distinct from old.signed_in_at then new.signed_in_at else clock_timestamp() end',
    to: 'clock_timestamp()',
    test: OTHER_RIGHTS,
  },
  {
    check: 'an end is never put earlier',
    file: ENDS,
    from: 'greatest(old.revoked_at,',
    to: 'greatest(null,',
    test: OTHER_RIGHTS,
  },
  {
    check: 'who shows a forged token stands in the audit',
    file: `${SIGN_IN}/keeper.ts`,
    from: 'if (tried) await denied',
    to: 'if (!tried) await denied',
    test: `${SIGN_IN}/access-tokens.test.ts`,
  },
  {
    check: 'a personal token ends',
    file: `${SIGN_IN}/personal-tokens.ts`,
    from: '    and token.revoked_at is null and token.ends_at > $2\n',
    to: '    and token.revoked_at is null\n',
    test: PERSONAL,
  },
  {
    check: 'a personal token is revoked by its maker alone',
    file: `${SIGN_IN}/personal-tokens.ts`,
    from: 'where id = $1 and sub = $2 and revoked_at is null',
    to: 'where id = $1 and $2::text is not null and revoked_at is null',
    test: PERSONAL,
  },
  {
    check: 'whoever was turned out makes no token',
    file: `${SIGN_IN}/personal-tokens.ts`,
    from: 'where sub = $3 and epoch = $9)',
    to: 'where sub = $3 and $9::int is not null)',
    test: PERSONAL,
  },
  {
    check: 'that other rights have ended what an account held is in the audit',
    file: 'prisma/migrations/20261128233020_other_rights_are_told/migration.sql',
    from: 'after insert or update on sessions.subject',
    to: 'after insert or update of epoch on sessions.subject',
    test: 'tests/audit/accounts-are-told.test.ts',
  },
]
