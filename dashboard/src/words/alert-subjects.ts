/** What an alert is called that is about no child and no place: a file that is not sent and by whom, a post, a list, a backlog, data. */
import type { AlertKind } from '@vigia/law/alert-kinds'
import { AUTHORITIES, type Authority } from '@vigia/law/authorities'
import { NATION } from './states.ts'
import type { Language, Words } from './words.ts'

export interface AlertSubject {
  feed: string | null
  authority: Authority | null
}

interface SubjectWords {
  file: (name: string, sender: string) => string
  data: (authority: string) => string
  post: string
  postOfNation: string
  list: string
}

const WORDS: Readonly<Record<Language, SubjectWords>> = {
  es: {
    file: (name, sender) => `Archivo «${name}», que debe enviar: ${sender}`,
    data: (authority) => `Datos a cargo de: ${authority}`,
    post: 'Titularidad de la Secretaría Ejecutiva estatal',
    postOfNation: 'Titularidad de la Secretaría Ejecutiva nacional',
    list: 'Padrón de centros de asistencia social',
  },
  en: {
    file: (name, sender) => `File “${name}”, to be sent by: ${sender}`,
    data: (authority) => `Data kept by: ${authority}`,
    post: 'The post of executive secretary of the state',
    postOfNation: 'The post of executive secretary of the nation',
    list: 'The list of social assistance centres',
  },
}

type About = { kind: AlertKind; state: { code: string } | null; subject?: AlertSubject | null }

const OF_AN_OFFICE: readonly AlertKind[] = [
  'OFFICE_SILENT',
  'SECURITY_BREACH',
  'SECRETARIAT_VACANT',
  'BACKLOG_GROWS',
  'REGISTRY_NOT_UPDATED',
]

/** What an office owes the system, and no child: whether or not what it is about is told. */
export const isOfAnOffice = (kind: AlertKind): boolean => OF_AN_OFFICE.includes(kind)

/** Null of kinds that are about a child or a place. `t` gives the names of files, in the same language. */
export function alertSubject({ kind, state, subject }: About, t: Words, language: Language): string | null {
  const words = WORDS[language]
  const authority = subject?.authority ? AUTHORITIES[subject.authority][language] : null
  switch (kind) {
    case 'OFFICE_SILENT':
      return subject?.feed && authority ? words.file(feedName(t, subject.feed), authority) : null
    case 'SECURITY_BREACH':
      return authority && words.data(authority)
    case 'SECRETARIAT_VACANT':
      return state?.code === NATION ? words.postOfNation : words.post
    case 'BACKLOG_GROWS':
      return AUTHORITIES.PPNNA[language]
    case 'REGISTRY_NOT_UPDATED':
      return words.list
    default:
      return null
  }
}

/** "representation/protection-cases" is said as in words/; a feed added later is said by its own name. */
export function feedName(t: Words, feed: string): string {
  const names: Partial<Record<string, string>> = t('state.reporting.feeds', { returnObjects: true })
  const own = feed.split('/').at(-1) ?? feed
  return names[own] ?? own
}
