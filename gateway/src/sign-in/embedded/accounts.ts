/** The accounts of the issuer that comes with Vigía: one for each role, in two states. Offices, never persons. */
import type { Role } from '@vigia/law/access-matrix'

/** As whom the dashboard's back end asks the issuer. */
export const DASHBOARD = 'vigia'

export interface Account {
  sub: string
  es: string
  en: string
  role: Role
  states?: readonly string[]
  org?: string
  /** Of counsel: the keys by which mandates name it. */
  counsel?: readonly string[]
}

const TWO_STATES = [
  { code: '07', slug: 'chiapas', name: 'Chiapas' },
  { code: '27', slug: 'tabasco', name: 'Tabasco' },
] as const

const ofState = ({ code, slug, name }: (typeof TWO_STATES)[number]): Account[] => [
  {
    sub: `secretaria-${slug}`,
    es: `Secretaría Ejecutiva del SIPINNA de ${name}`,
    en: `Executive Secretariat of SIPINNA, ${name}`,
    role: 'state-secretary',
    states: [code],
  },
  {
    sub: `derechos-humanos-${slug}`,
    es: `Comisión de derechos humanos de ${name}`,
    en: `Human rights commission of ${name}`,
    role: 'ombudsperson-state',
    states: [code],
  },
  {
    sub: `ppnna-${slug}`,
    es: `Procuraduría de Protección (PPNNA) de ${name}`,
    en: `Office for child protection (PPNNA), ${name}`,
    role: 'ppnna-officer',
    states: [code],
  },
  { sub: `dif-${slug}`, es: `DIF de ${name}`, en: `DIF, ${name}`, role: 'dif-officer', states: [code] },
  {
    sub: `inm-${slug}`,
    es: `INM, oficina de representación en ${name}`,
    en: `INM, office in ${name}`,
    role: 'inm-officer',
    states: [code],
    org: `INM-${code}`,
  },
]

export const ACCOUNTS: readonly Account[] = [
  {
    sub: 'secretaria-federal',
    es: 'Secretaría Ejecutiva del SIPINNA, federal',
    en: 'Executive Secretariat of SIPINNA, federal',
    role: 'federal-secretary',
  },
  {
    sub: 'cndh',
    es: 'Comisión Nacional de los Derechos Humanos (CNDH)',
    en: 'National Human Rights Commission (CNDH)',
    role: 'ombudsperson-federal',
  },
  ...TWO_STATES.flatMap(ofState),
  {
    sub: 'abogacia-independiente',
    es: 'Abogacía independiente',
    en: 'Independent counsel',
    role: 'independent-counsel',
    org: 'Abogacía independiente',
    counsel: ['CLJ0001010900X'],
  },
]

export interface Program {
  clientId: string
  name: string
  role: Role
  /** Of a partner: the states that its agreement covers. */
  states?: readonly string[]
  org?: string
  /** Of a partner, as the claim says it. */
  agreement?: { data: readonly string[]; kinds?: readonly string[]; from: string; until: string }
}

/** The partner that comes with Vigía, for the examples to be tried as. */
export const PARTNER = 'sistema-aliado'

/** They sign in by client credentials, with secrets that are made on the first start. */
export const PROGRAMS: readonly Program[] = [
  { clientId: 'sistema-cndh', name: 'Sistema de la CNDH', role: 'ombudsperson-federal' },
  {
    clientId: PARTNER,
    name: 'Sistema de una organización aliada',
    role: 'partner',
    states: ['07', '27'],
    org: PARTNER,
    agreement: { data: ['overstays', 'alerts'], from: '2026-01-01', until: '2099-12-31' },
  },
]

/** What the issuer vouches for, of either. */
export const claimsOf = ({
  role,
  states,
  org,
  counsel,
  agreement,
}: Pick<Program, 'role' | 'states' | 'org' | 'agreement'> & Pick<Account, 'counsel'>) => ({
  vigia_role: role,
  ...(states && { vigia_states: [...states] }),
  ...(org && { vigia_org: org }),
  ...(counsel && { vigia_counsel: [...counsel] }),
  ...(agreement && { vigia_agreement: agreement }),
})
