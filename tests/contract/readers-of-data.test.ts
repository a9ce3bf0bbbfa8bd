/** The roles that the impact assessment names as readers of a datum are those that some question of the graph tells it to: no more, and none is left out. */
import { groupOf } from '@vigia/law/access-groups'
import { MATRIX, ROLES, type Role } from '@vigia/law/access-matrix'
import { dataLines } from '@vigia/law/data-inventory'
import { buildSchema, getNamedType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { accessMapOf } from '../../gateway/src/graph/access-map.ts'
import { read } from '../support/source-files.ts'

const API = buildSchema(read('gateway/api.graphql'))
const MAP = accessMapOf(read('gateway/supergraph.graphql'))

/** Where a record has another name in the graph than its table. */
const TYPES: Readonly<Record<string, string>> = {
  '*.batch': 'IntakeBatch',
  'audit.alarm': 'AccessAlarm',
  'audit.entry': 'RecordAccess',
  'audit.head': 'AuditHead',
  'openings.opening': 'EmergencyAccess',
  'oversight.breach_told': 'Breach',
  'oversight.letter_choice': 'LetterTerms',
  'oversight.mail': 'OutboxMessage',
  'oversight.secretariat_told': 'Secretariat',
  'oversight.work_suspension_told': 'WorkSuspension',
  'placements.stay': 'Placement',
  'placements.stay_ledger': 'Overstay',
  'representation.case_ledger': 'UnprocessedChild',
}
/** And where a datum has. */
const FIELDS: Readonly<Record<string, string>> = {
  'children.detection.acta': 'number',
  'oversight.alert.facility_id': 'facility',
  'oversight.alert.owner': 'child',
  'oversight.alert_silence.facility_id': 'facility',
  'placements.stay.facility_id': 'facility',
  'placements.stay_ledger.entered_at': 'since',
  'representation.protection_case.consular_contact': 'consularContactPermitted',
  'returns.executed_return.folio': 'number',
  'returns.return_plan.folio': 'number',
}
/** What another record tells too, to whoever may not read the rest of this one: a number of a file, the duty of one's own office. */
const TOLD_TOO: Readonly<Record<string, string>> = {
  'oversight.alert.facility_id': 'DutyAlert.facility',
  'oversight.alert.owner': 'DutyAlert.child',
  'representation.protection_case.folio': 'Identifier.value',
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (table: string) => camel(`_${table.split('.').at(-1)}`)

function fieldOf(table: string, column: string): string | null {
  const type = API.getType(TYPES[table] ?? pascal(table))
  if (!isObjectType(type)) return null
  const names = [FIELDS[`${table}.${column}`], camel(column), camel(column.replace(/_on$/, '_at'))]
  const name = names.find((one) => one !== undefined && Object.hasOwn(type.getFields(), one))
  return name === undefined ? null : `${type.name}.${name}`
}

/** Every field to which a way leads from this type through fields of these groups alone. */
function reached(from: string, groups: readonly string[]): ReadonlySet<string> {
  const [found, open, seen] = [new Set<string>(), [from], new Set<string>()]
  for (const name of open) {
    const type = API.getType(name)
    if (!isObjectType(type) || seen.has(name)) continue
    seen.add(name)
    for (const field of Object.values(type.getFields())) {
      const group = groupOf((MAP.field(name, field.name) ?? []).flat(2)[0] ?? '')
      if (group === null || !groups.includes(group)) continue
      found.add(`${name}.${field.name}`)
      open.push(getNamedType(field.type).name)
    }
  }
  return found
}

/** What is opened for a reason is read below `child(id: …)` alone. */
function asTold(role: Role): { always: ReadonlySet<string>; opened: ReadonlySet<string> } {
  const { reads, withReason } = MATRIX[role]
  const isOpener = withReason.length > 0
  return {
    always: reached('Query', reads),
    opened: isOpener ? reached('Child', [...reads, ...withReason]) : new Set(),
  }
}
const TOLD = ROLES.map((role) => ({ role, ...asTold(role) }))
const readersOf = (fields: readonly string[]) =>
  TOLD.flatMap(({ role, always, opened }) => {
    const isIn = (told: ReadonlySet<string>) => fields.some((field) => told.has(field))
    return isIn(always) ? [role] : isIn(opened) ? [`${role}*`] : []
  })

/** Of each datum that a field tells the line of that field's group; where there is none, its own. */
const groupOfField = (field: string) => groupOf((MAP.field(...partsOf(field)) ?? []).flat(2)[0] ?? '')
const partsOf = (field: string) => field.split('.') as [type: string, name: string]
const LINES = dataLines().filter(({ group }) => group !== 'technical')
const DATA = LINES.filter(({ isAlso }) => !isAlso).flatMap(({ table, columns, readers }) =>
  columns.flatMap((column) => {
    const [datum, field] = [`${table}.${column}`, fieldOf(table, column)]
    if (field === null) return []
    const group = groupOfField(field)
    const line = LINES.find((one) => one.table === table && one.columns.includes(column) && one.group === group)
    return [{ datum, readers: line?.readers ?? readers, fields: [field, ...[TOLD_TOO[datum] ?? []].flat()] }]
  }),
)

test('of what a record of the graph tells, readers are those to whom it tells it', () => {
  expect(DATA.length).toBeGreaterThan(150)

  const named = DATA.map(({ datum, readers }) => `${datum}: ${readers}`)
  const told = DATA.map(({ datum, fields }) => `${datum}: ${readersOf(fields).join(', ')}`)
  expect(named.filter((line, at) => line !== told[at])).toEqual(told.filter((line, at) => line !== named[at]))
})
