/** An office as letters name it, "state-secretary:07", in words: its role and its state. */
import { isStateCode, stateName } from '../words/states.ts'
import { useWords } from '../words/words.ts'

const OFFICES = [
  'federal-secretary',
  'state-secretary',
  'ombudsperson-federal',
  'ombudsperson-state',
  'ppnna-officer',
  'dif-officer',
  'inm-officer',
] as const

/** What names no office, as the system of a partner does, stays as it is. */
export function useOfficeNamed(recipient: string): string {
  const { t, language } = useWords()
  const [role, code = ''] = recipient.split(':')
  const office = OFFICES.find((each) => each === role)
  if (!office) return recipient
  const name = t(`session.roles.${office}`)
  return isStateCode(code) ? `${name} · ${stateName(code, language)}` : name
}
