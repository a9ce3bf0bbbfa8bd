/**
 * What helps an applied migration, which is never altered, over a large registry: made before it in its transaction, and gone after it, so
 * that what stands is the same.
 */
interface Help {
  before: string
  after: string
}

const HELPED: Readonly<Record<string, Help>> = {
  // Looks for the last word of each evidence in the log, which has no index: of a hundred thousand it read all of the log as many times.
  '20261130120000_needs_that_rules_read': {
    before: `create index last_word_of_evidence on outbox.event (entity_id)
      where source = 'children' and type in ('detection_evidence.recorded', 'detection_evidence.corrected')`,
    after: 'drop index outbox.last_word_of_evidence',
  },
}

/** The SQL of a migration, with what helps it. */
export function helped(name: string, sql: string): string {
  const help = HELPED[name]
  return help ? `${help.before};\n${sql};\n${help.after};` : sql
}
