/** Who may know what, as a page to read: rendered from the matrix of the law and the declarations of the supergraph. */
import { GROUPS, type Group, groupOf } from '@vigia/law/access-groups'
import { DAYS_OF_A_STUB, ROW_RULES } from '@vigia/law/access-lines'
import { MATRIX, ROLES } from '@vigia/law/access-matrix'
import { type AccessMap, accessMapOf } from './access-map.ts'

const INTRODUCTION = `# Who may know what

Written by \`npm run generate\` from \`services/_law/src/access-grants.ts\` and the \`@access\` of every field. Do not edit.

What no line allows is refused: by the gateway before any service is asked, and by each service again.
LAW is a statute, COURT a judgment, PROTOCOL an authority's or a treaty body's rule, POLICY a default of Vigía that binds nobody.
`

export function accessTable(supergraph: string): string {
  return [INTRODUCTION, roles(), groups(), rests(), fields(accessMapOf(supergraph))].join('\n')
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')}\n`
}

const names = Object.keys(GROUPS) as Group[]

/** ● read whenever asked, ○ once a reason has been written down. */
function roles(): string {
  const lines = ROLES.map((role) => {
    const { reads, withReason } = MATRIX[role]
    return [role, ...names.map((group) => (reads.includes(group) ? '●' : withReason.includes(group) ? '○' : ''))]
  })
  return `## Roles and groups of fields

● whenever asked; ○ once a reason has been written down, of one child, for a day.

${table(['role', ...names], lines)}
${stubs()}`
}

function stubs(): string {
  const lines = ROLES.flatMap((role) => (MATRIX[role].stub ? [`${role} (${MATRIX[role].stub.join(', ')})`] : []))
  return `A child who has left the last place in a state, and whom nothing else shows to that state, is a stub for ${DAYS_OF_A_STUB} days: by its id
these are still read of it, and nothing else, for ${lines.join(', ')}.
`
}

function rests(): string {
  const lines = ROLES.map((role) => {
    const { rows, byState, writes, source, because } = MATRIX[role]
    return [role, `${rows}: ${ROW_RULES[rows]}`, byState ? 'yes' : '', writes.join(', '), source, because]
  })
  return `## Rows, acts, and on what each line rests

A role bound to states sees nothing while it names none. Acts without a mutation of that scope are written by intake; lists are taken out, and let be taken out, at /exports.

${table(['role', 'rows', 'bound to states', 'acts', 'source', 'because'], lines)}`
}

function groups(): string {
  return `## Groups

${table(
  ['group', 'scope', 'holds'],
  names.map((group) => [group, `\`${GROUPS[group].scope}\``, GROUPS[group].holds]),
)}`
}

/** Type by type, in the order of the supergraph; a page of a list is of the group of its rows. */
function fields({ declared }: AccessMap): string {
  const shown = declared.filter(({ type }) => !/(Connection|Edge)$/.test(type))
  const byType = Map.groupBy(shown, ({ type }) => type)
  const lines = [...byType].map(([type, ofType]) => {
    const byGroup = Map.groupBy(ofType, ({ scopes }) => groupOf(scopes[0] ?? '') ?? scopes[0] ?? '?')
    const groups = [...byGroup].map(([group, some]) => `**${group}** ${some.map(({ name }) => name).join(' ')}`)
    return [type, groups.join(' · ')]
  })
  return `## Fields

${table(['type', 'fields by group'], lines)}`
}
