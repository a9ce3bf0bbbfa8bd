/** Tables of which the log of events tells in each of its ways: how a row is added, which word of it may change, and whose it is. */
export const CASE = '00000000-0000-4000-8000-00000000000c'
export const CHILD = '00000000-0000-4000-8000-000000000001'
/** A statement that adds so many of one file tells of them together. */
export const MANY = 100

export const TABLES = {
  'children.child': {
    word: 'language',
    child: 'id',
    add: `insert into children.child (id, batch_id, language, sex, age_group, nationality, accompaniment, state, first_detected_at)
      select id, batch, word, 'FEMALE', 'UNKNOWN', 'HND', 'UNDETERMINED', '07', '2026-05-01' from unnest($1::uuid[], $2::uuid[], $3::text[]) r (id, batch, word)`,
  },
  'placements.facility': {
    word: 'name',
    child: 'null',
    add: `insert into placements.facility (id, batch_id, name, name_key, type, state, registry_status, lifecycle)
      select id, batch, word, id::text, 'CCAN', '07', 'UNKNOWN', 'SIGHTED' from unnest($1::uuid[], $2::uuid[], $3::text[]) r (id, batch, word)`,
  },
  'representation.counsel_request': {
    word: 'denial_reason',
    child: 'child_id',
    add: `insert into representation.counsel_request (id, batch_id, denial_reason, case_id, child_id, requested_on)
      select id, batch, word, '${CASE}', '${CHILD}', coalesce((select max(requested_on) from representation.counsel_request), '2000-01-01') + n::int
      from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality r (id, batch, word, n)`,
  },
} as const
export const CHILD_OF = { id: 'entity_id', child_id: `'${CHILD}'::uuid`, null: 'null::uuid' } as const
export type Table = keyof typeof TABLES

/** Of ids as a file gives them, of ids that are older than the statement, of random ones, and of some of both. */
export const IDS = {
  new: () => 'outbox.new_id()',
  old: () => `overlay(outbox.new_id()::text placing '00' from 1 for 2)::uuid`,
  random: () => 'gen_random_uuid()',
  mixed: (at: number) =>
    at === 0 ? `overlay(gen_random_uuid()::text placing 'ffffffff' from 1 for 8)::uuid` : 'outbox.new_id()',
} as const
