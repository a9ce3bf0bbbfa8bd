/**
 * What ombudspersons, and the offices that may sign, are written of a use of emergency access: that there was one, by which office, until when
 * it is to be signed, and never of whom or by whom.
 *
 * Policy  Security.md 3.7: the competent ombudsperson is told at once. The federal one is of every use; one of a state of those by offices
 *         of that state, and of those of children found there. A second person signs within 72 hours: the own office and the one above it
 *         (_law/opened-records.ts) are told that there is something to sign. Where there is no such child there is not. No choice of letters
 *         and no silence holds it back: it is about no alert.
 */
import { isRole, MATRIX, ROLES } from '@vigia/law/access-matrix'
import { HOUR_IN_MS } from '@vigia/law/durations'
import { localDateTimeOf } from '@vigia/law/mexican-time'
import { SIGNED_WITHIN_HOURS, SIGNS_FOR } from '@vigia/law/opened-records'
import { type Language, officeNamed } from './named-in-letters.ts'
import type { Letter } from './told-by-mail.ts'

export interface EmergencyUse {
  readonly kind: 'EMERGENCY' | 'UNSIGNED'
  readonly at: Date
  /** Of who used it: its role, and the states to which it is bound; null for the whole country. */
  readonly role: string
  readonly states: readonly string[] | null
  /** Where the child was found first; null where there is no such child. */
  readonly found: string | null
}

const WHAT = {
  EMERGENCY: { es: 'Se usó un acceso de emergencia', en: 'Emergency access was used' },
  UNSIGNED: {
    es: 'Nadie ha firmado en 72 horas por un acceso de emergencia',
    en: 'Nobody has signed within 72 hours for a use of emergency access',
  },
} as const

/** Whose hour it is: who reads the letter lives by it. */
const CLOCK = { es: 'hora de la Ciudad de México', en: 'Mexico City time' } as const

/** As offices are named in the addresses of the settings. */
function ombudspersonsTold({ states, found }: Pick<EmergencyUse, 'states' | 'found'>): string[] {
  const of = [...new Set([...(states ?? []), ...(found === null ? [] : [found])])].sort()
  return ['ombudsperson-federal', ...of.map((state) => `ombudsperson-state:${state}`)]
}

/** And those of which another person may sign; none where nothing was opened. */
function signersTold({ role, states, found }: Pick<EmergencyUse, 'role' | 'states' | 'found'>): string[] {
  if (found === null || !isRole(role)) return []
  const own = states?.map((state) => `${role}:${state}`) ?? [role]
  const above = ROLES.filter((each) => SIGNS_FOR[each]?.includes(role))
  // An office of one state signs for nobody who is of several.
  const [state, ...others] = states ?? []
  return [
    ...own,
    ...above.flatMap((each) => {
      if (!MATRIX[each].byState) return [each]
      return state !== undefined && others.length === 0 ? [`${each}:${state}`] : []
    }),
  ]
}

/** Each once. */
export const officesTold = (use: Pick<EmergencyUse, 'role' | 'states' | 'found'>): string[] => [
  ...new Set([...ombudspersonsTold(use), ...signersTold(use)]),
]

const WANTED = {
  EMERGENCY: {
    es: (due: string) =>
      `Otra persona de esa oficina, o la oficina superior, firma con su cuenta a más tardar el ${due}.`,
    en: (due: string) => `Another person of that office, or the office above it, signs with their account by ${due}.`,
  },
  UNSIGNED: {
    es: () => 'Hasta que alguien firme, esa cuenta no abre ningún otro expediente de emergencia.',
    en: () => 'Until somebody signs, that account opens no other record in an emergency.',
  },
} as const

/** The same to each; the address is that of the registry, for links. */
export function emergencyLetter(use: EmergencyUse, recipient: string, address: string): Letter {
  const { kind, at, role, states, found } = use
  const due = localDateTimeOf(new Date(at.getTime() + SIGNED_WITHIN_HOURS * HOUR_IN_MS))
  const wanted = (language: Language) => (found === null ? [] : [WANTED[kind][language](`${due} (${CLOCK[language]})`)])
  const line = (language: Language, by: string) =>
    `${WHAT[kind][language]} (${by}: ${officeNamed(role, states, language)}), ${localDateTimeOf(at)} (${CLOCK[language]}).`
  const body = [
    line('es', 'oficina'),
    ...wanted('es'),
    'Quién, por qué y qué expediente se ven con su cuenta:',
    `${address}/cuenta`,
    '',
    line('en', 'office'),
    ...wanted('en'),
    'Who, why and of which record is to be seen with your account:',
    `${address}/cuenta`,
    '',
  ].join('\n')
  return { recipient, state: null, subject: `Vigía: ${WHAT[kind].es.toLowerCase()}`, body, told: [], isDigest: false }
}
