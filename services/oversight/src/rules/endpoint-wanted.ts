/** What an owner wants of an endpoint, from what he says and what it was: what is left out stays. */
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import { NATION, territoryCodeOf } from '@vigia/law/states'

export interface EndpointWanted {
  url: string
  description: string
  envelope: string
  contact: string | null
  receiptKey: string | null
  steps: readonly string[]
  kinds: readonly string[] | null
  severities: readonly string[] | null
  states: readonly string[] | null
  /** Whether it is told of the signed heads of the audit. */
  auditHeads: boolean
}

type Said = { readonly [Name in keyof EndpointWanted]?: EndpointWanted[Name] | undefined | null }

export function wantedBy(said: Said, before: EndpointWanted | null): EndpointWanted {
  return {
    url: said.url ?? before?.url ?? '',
    description: said.description ?? before?.description ?? '',
    envelope: said.envelope ?? before?.envelope ?? 'STANDARD',
    steps: said.steps ?? before?.steps ?? TOLD_UNASKED,
    auditHeads: said.auditHeads ?? before?.auditHeads ?? false,
    contact: textOf(said.contact, before?.contact),
    receiptKey: textOf(said.receiptKey, before?.receiptKey),
    kinds: listOf(said.kinds, before?.kinds),
    severities: listOf(said.severities, before?.severities),
    states: listOf(statesIn(said.states), before?.states),
  }
}

/** Each once, by its code; none where the nation is among them, which is all of them. What is no state stays as it was said, to be refused. */
function statesIn(said: readonly string[] | null | undefined): readonly string[] | null | undefined {
  const codes = said?.map((state) => territoryCodeOf(String(state)) ?? String(state))
  return codes?.includes(NATION.code) ? [] : codes && [...new Set(codes)]
}

/** Nothing said leaves it; an empty one takes it away. */
function textOf(said: string | null | undefined, before: string | null | undefined): string | null {
  return said === undefined || said === null ? (before ?? null) : said === '' ? null : said
}

function listOf(said: readonly string[] | null | undefined, before: readonly string[] | null | undefined) {
  return said === undefined || said === null ? (before ?? null) : said.length === 0 ? null : said
}
