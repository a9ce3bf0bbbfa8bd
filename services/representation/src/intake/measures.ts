/**
 * Reads the measures of a plan as Procuradurías write them: "derecho: medida (institución; vence 31/12/2026; cumplida 15/01/2027)",
 * or the measure alone. What cannot be told apart stays in the measure, and nothing is refused for it.
 */
import { day, pastDay } from '@vigia/kit/intake/cells/days'
import type { CellReader } from '@vigia/kit/intake/cells/reading'
import { words } from '@vigia/kit/intake/cells/texts'
import { codeOf } from '@vigia/law/code-list'
import { RIGHTS, type Right } from '@vigia/law/rights'

export interface Measure {
  /** As it stands among the measures of the plan. */
  entry: string
  right: Right | null
  measure: string
  institution: string | null
  due_on: string | null
  fulfilled_on: string | null
}

export const measureText = words(300)

const IN_PARENTHESES = /^([^()]+)\(([^()]*)\)$/
const DUE = /^vence(?: el)? (.+)$/i
const FULFILLED = /^cumplida(?: el)? (.+)$/i

export function measureOf(entry: string, now: string): Measure {
  const [, before = entry, inside = ''] = IN_PARENTHESES.exec(entry) ?? []
  const colon = before.indexOf(':')
  const right = colon < 0 ? null : codeOf(RIGHTS, before.slice(0, colon))
  const measure = (right === null ? before : before.slice(colon + 1)).trim() || entry
  const read: Measure = { entry, right, measure, institution: null, due_on: null, fulfilled_on: null }
  for (const part of inside.split(';').map((text) => text.trim())) {
    const due = dayIn(DUE, part, day, now)
    const fulfilled = dayIn(FULFILLED, part, pastDay, now)
    if (due) read.due_on = due
    else if (fulfilled) read.fulfilled_on = fulfilled
    else if (part !== '') read.institution = [read.institution, part].filter((text) => text !== null).join('; ')
  }
  return read
}

function dayIn(pattern: RegExp, part: string, reader: CellReader, now: string): string | null {
  const [, text] = pattern.exec(part) ?? []
  const reading = text === undefined ? null : reader(text, now)
  return typeof reading === 'string' ? reading : null
}

/** The measures of a cell as JSON, each once. */
export const measures: CellReader = (text, now) => {
  const entries = new Set<string>()
  for (const part of text.split('|')) {
    const entry = part.trim() === '' ? null : measureText(part.trim(), now)
    if (typeof entry === 'string') entries.add(entry)
  }
  return JSON.stringify([...entries].map((entry) => measureOf(entry, now)))
}
