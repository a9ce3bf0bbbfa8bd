/** What rules of alerts read of each fact beside its columns: it is kept with the fact, and nothing else of the row is. */

/** Keys that stand in the row as they are kept. */
const AS_TOLD = {
  detection: ['comar_notified_at', 'dif_notified_at', 'consulate_notified_at', 'acta'],
  detection_evidence: [
    ...['detection_id', 'handed_over_at', 'had_interpreter', 'need', 'evaluated_on'],
    ...['procedure_opened_on', 'procedure_decided_on', 'interviewed_at', 'presented_at', 'entered_on'],
    ...['handover_tells_notice', 'handover_has_receipt'],
  ],
  migration_document: [
    'document',
    'status',
    'granted_on',
    'issued_on',
    'expires_on',
    'holder',
    'retained_on',
    'geographic_restriction',
    'bound_told_at',
    'expired_told_at',
    'curp_assigned',
  ],
  asylum_claim: ['status', 'status_on', 'notified_on'],
  stay: ['sleeps_with', 'siblings_apart', 'missing_reported', 'missing_reported_at'],
  urgent_measure: ['stay_id', 'requested_at', 'ordered_at', 'ratified_at'],
  protection_case: ['state', 'transition_plan_on'],
  representation: ['forum', 'suspension', 'suspension_on'],
  counsel_request: ['answer', 'answered_on', 'case_id'],
  determination: ['authority', 'case_id'],
  restitution_plan: ['case_id'],
  complaint: ['report_asked_on', 'report_answered_on', 'against', 'ombuds', 'state'],
  return_plan: ['folio', 'planned_on'],
  executed_return: ['folio'],
  return_checklist: ['return_id', 'items'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** A fact of which rules read more than its columns. */
export type DetailedFact = keyof typeof AS_TOLD

/** Keys of which the row tells otherwise, as SQL over `p`, the row as JSON. Of an act, that there is one, and not its number. */
const DERIVED: Readonly<Partial<Record<DetailedFact, Readonly<Record<string, string>>>>> = {
  detection_evidence: { has_handover_act: "p ->> 'handover_number' is not null" },
  migration_document: { told_at: "p -> 'recorded_at'" },
  stay: { told_at: "p -> 'recorded_at'" },
  determination: { interpreter: "p #> '{guarantees,INTERPRETER}'" },
}

/** Keys that next to no row tells, kept of those alone: no rule reads whom the child of a find was taken for, but whoever asks by that folio. */
const SELDOM: Readonly<Partial<Record<DetailedFact, readonly string[]>>> = { detection: ['child_before'] }

/** What a row has to tell, for anything of it to be kept: most stays tell nothing of the kind. */
const KEPT_WHERE: Readonly<Partial<Record<DetailedFact, string>>> = {
  stay: "coalesce(p ->> 'sleeps_with', p ->> 'siblings_apart', p ->> 'missing_reported') is not null",
}

/** An SQL expression over `p`, the row as JSON. */
export function detailOf(entity: DetailedFact): string {
  const told = AS_TOLD[entity].map((key) => `'${key}', p -> '${key}'`)
  const derived = Object.entries(DERIVED[entity] ?? {}).map(([key, sql]) => `'${key}', ${sql}`)
  const seldom = (SELDOM[entity] ?? []).map(
    (key) => ` || jsonb_strip_nulls(jsonb_build_object('${key}', p -> '${key}'))`,
  )
  const detail = `jsonb_build_object(${[...told, ...derived].join(', ')})${seldom.join('')}`
  const condition = KEPT_WHERE[entity]
  return condition === undefined ? detail : `case when ${condition} then ${detail} end`
}
