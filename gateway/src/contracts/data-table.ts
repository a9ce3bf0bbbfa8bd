/** The impact assessment as a page to read: its text, and every datum with basis, readers and term, rendered from the inventory. */
import { dataLines } from '@vigia/law/data-inventory'
import { BEFORE_THE_DATA, BEFORE_THE_TABLE } from './data-narrative.ts'

const HEAD = ['table', 'holds', 'group', 'data', 'readers', 'basis', 'term']

export function impactAssessment(): string {
  const lines = dataLines().map(({ table, holds, group, isAlso, columns, readers, basis, term }) =>
    row([`\`${table}\``, holds, isAlso ? `also ${group}` : group, columns.join(' '), readers, basis, term]),
  )
  const table = [row(HEAD), row(HEAD.map(() => '---')), ...lines].join('\n')
  return `${BEFORE_THE_TABLE}\n${BEFORE_THE_DATA}\n${table}\n`
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
