/** Who may know what, as a page to read: rendered from the matrix of the law and the declarations of the supergraph. */
import { GROUPS, type Group, groupOf } from '@vigia/law/access-groups'
import { DAYS_OF_A_STUB, ROW_RULES } from '@vigia/law/access-lines'
import { MATRIX, ROLES } from '@vigia/law/access-matrix'
import { ACTS, SIDE_OF_AUTHORITY, SIDE_OF_FINDER, SIDE_OF_PLACE, type Side } from '@vigia/law/competence'
import { type AccessMap, accessMapOf } from '../graph/access-map.ts'

const INTRODUCTION = `# Who may know what

Written by \`npm run generate\` from \`services/_law/src/access-grants.ts\` and the \`@access\` of every field. Do not edit.

What no line allows is refused: by the gateway before any service is asked, and by each service again.
LAW is a statute, COURT a judgment, PROTOCOL an authority's or a treaty body's rule, POLICY a default of Vigía that binds nobody.
`

export function accessTable(supergraph: string): string {
  return [INTRODUCTION, roles(), groups(), rests(), actsOfOthers(), fields(accessMapOf(supergraph))].join('\n')
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')}\n`
}

const names = Object.keys(GROUPS) as Group[]

function roles(): string {
  return `## Roles and groups of fields

${rolesAndGroups()}
${stubs()}`
}

/** ● read whenever asked, ○ once a reason has been written down. */
function rolesAndGroups(): string {
  const lines = ROLES.map((role) => {
    const { reads, withReason } = MATRIX[role]
    return [role, ...names.map((group) => (reads.includes(group) ? '●' : withReason.includes(group) ? '○' : ''))]
  })
  return `● whenever asked; ○ once a reason has been written down, of one child, for a day.

${table(['role', ...names], lines)}`
}

const IN_README = /(<!-- roles and groups, by npm run generate -->\n).*?(<!-- \/roles and groups -->)/s

/** The README of the services with the roles and groups of now where it holds them; throws where it has no place for them. */
export function withRoles(readme: string): string {
  if (!IN_README.test(readme)) throw new Error('The README of the services has no place for roles and groups.')
  return readme.replace(IN_README, (_whole, begin: string, end: string) => `${begin}${rolesAndGroups()}\n${end}`)
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

/** What an ombudsperson is told of acts that another oversees, and by what it is known whose they are. */
function actsOfOthers(): string {
  const overseers = ROLES.flatMap((role) => (MATRIX[role].oversees ? [`${role} (${MATRIX[role].oversees})`] : []))
  const acts = Object.entries(ACTS).map(([type, { whose, told }]) => [type, whose, told.join(', ')])
  const codesBy = (sides: Readonly<Record<string, Side>>, side: Side) =>
    Object.keys(sides)
      .filter((code) => sides[code] === side)
      .join(', ')
  const known = Object.entries({
    'who found a child': SIDE_OF_FINDER,
    'who decided or ordered': SIDE_OF_AUTHORITY,
    'kind of place': SIDE_OF_PLACE,
  }).map(([by, sides]) => [by, codesBy(sides, 'FEDERAL'), codesBy(sides, 'STATE'), codesBy(sides, 'UNKNOWN')])
  return `## Acts of others

Of the children in its rows an ombudsperson reads the acts of the side that it oversees whole: ${overseers.join(', ')}; the side STATE is that of
the bodies of its own states. Of an act of others it is told the fields of this table alone; all else of it is FORBIDDEN, by each service and, as a
row, by the database. Policy (security.md 3.2): which commission is competent stands in CPEUM art. 102 B, not read (to be verified), and
LGDNNA art. 140 sends each to its own competence; that existence and local days are told, and which body is of which side, are defaults of Vigía.

${table(['act', 'whose', 'told of an act of others'], acts)}
Which bodies are of which side. A place that INM, SNDIF, COMAR or the federal Procuraduría runs, as the list of places says, is FEDERAL whatever its
kind: who runs a place is read once, where the list comes in (_law/src/runners-of-places.ts). UNKNOWN is nobody's: it is told to no ombudsperson but by existence and days.

${table(['by', 'FEDERAL', 'STATE', 'UNKNOWN'], known)}`
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
