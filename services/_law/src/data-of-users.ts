/** What is kept of those who use the registry: who read what, who is signed in, what was taken out. */
import type { Kept } from './data-kept.ts'

const kept = (table: string, holds: string, data: Kept['data'], term: Kept['term'] = 'AUDIT'): Kept => ({
  ...{ table, holds, data, term },
  basis: 'SAFEKEEPING',
})

const WHO = 'subject role office states'

export const DATA_OF_USERS: readonly Kept[] = [
  kept('audit.entry', 'Who read or wrote what of whom, when and why', {
    audit: `${WHO} at service act request_id asked types scopes reason records children missed`,
  }),
  kept('audit.hundred', 'Of whom a hundred entries in a row tell, to find them by the child', {
    audit: 'children',
    technical: 'service number',
  }),
  kept(
    'audit.lately',
    'Whose records a subject has opened within the hour',
    { audit: 'subject service since children' },
    'HOUR',
  ),
  kept('audit.to_be_counted', 'Who may have read in bulk, until it is counted', { audit: 'subject since' }, 'HOUR'),
  kept(
    'audit.following',
    'Who follows which stream, or did within the hour',
    { audit: `${WHO} stream begun_at until ended_at` },
    'HOUR',
  ),
  kept('audit.alarm', 'Alarms of reading', { audit: `${WHO} at kind records entry_id` }),
  kept('audit.honey', 'Records that stand for nobody', { technical: 'since' }),
  kept('audit.link', 'Links of the chains', { audit: 'service seq entry_id hash form' }),
  kept('audit.head', 'Signed ends of the chains', { audit: 'service seq hash at key_id signature' }),
  kept('audit.unlinked', 'Entries that wait for their link', { technical: 'service entry_id' }),
  kept('audit.registry', 'Which registry the chains are of', { technical: 'singleton' }),
  kept(
    'sec.key',
    'Keys by which the database knows for whom a service asks',
    { technical: 'login inner_pad outer_pad since' },
    'LOGIN',
  ),
  kept('sec.turn', 'Of several processes that do one thing, whose turn it is', { technical: 'name' }, 'COUNTS'),
  kept(
    'sec.opened_envelope',
    'Which envelopes of the gateway were opened, for a minute',
    { technical: 'service number at' },
    'MINUTE',
  ),
  kept(
    'sec.entered',
    'For whom a transaction reads, while it lasts',
    { internal: 'xact until actor way own_states' },
    'MINUTE',
  ),
  kept('openings.opening', 'Records opened for a reason or in an emergency', {
    emergencies: `${WHO} reason is_outside at until signed_by signed_role signed_at`,
    audit: 'by request_id signed_office flagged_at found_in',
  }),
  kept('exports.export', 'What was taken out as a file, by whom, for what, and who approved it', {
    exports: 'role states facilities name asked_at list filter purpose rows approved_by approved_at given_at',
    internal: 'subject office kind language decoy',
  }),
  kept(
    'sessions.subject',
    'Who has signed in, with the rights of now',
    { internal: 'sub kind name actor epoch revoked_at signed_in_at issuer' },
    'SESSION',
  ),
  kept(
    'sessions.session',
    'Sessions of browsers, by the hash of their id',
    { internal: 'id_hash sub epoch actor name started_at seen_at ends_at ended_at' },
    'SESSION',
  ),
  kept(
    'sessions.personal_token',
    'Tokens for programs, by their hash',
    { internal: 'token_hash sub epoch actor name created_at ends_at used_at revoked_at' },
    'SESSION',
  ),
  kept('sessions.proof', 'Proofs that were used', { technical: 'id_hash ends_at' }, 'SESSION'),
  kept(
    'sessions.sign_in',
    'Sign-ins under way',
    { technical: 'id_hash state nonce verifier return_to ends_at' },
    'SESSION',
  ),
]
