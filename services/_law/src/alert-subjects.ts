/** Whose an alert is that is about no child and no place: whose file is missing, whose data were breached, whose post is vacant. */
import type { AlertKind } from './alert-kinds.ts'
import { AUTHORITIES, type Authority } from './authorities.ts'
import { isCodeOf } from './code-list.ts'

export interface AlertSubject {
  /** Service and kind of the file that is not sent; null where it is about no file. */
  readonly feed: string | null
  /** Null where several owe it together, and where a code is of no authority. */
  readonly authority: Authority | null
}

/** Null of kinds that are about a child or a place. What `subject` holds is told in alert-offices.ts. */
export function alertSubjectOf(alert: { readonly kind: AlertKind; readonly subject: string }): AlertSubject | null {
  const [first = '', second = '', third = ''] = alert.subject.split('/')
  switch (alert.kind) {
    case 'OFFICE_SILENT':
      return { feed: `${first}/${second}`, authority: authorityNamed(third) }
    case 'SECURITY_BREACH':
      return { feed: null, authority: authorityNamed(second) }
    case 'SECRETARIAT_VACANT':
      return { feed: null, authority: 'SIPINNA' }
    case 'BACKLOG_GROWS':
      return { feed: null, authority: 'PPNNA' }
    case 'REGISTRY_NOT_UPDATED':
      return { feed: 'placements/facilities', authority: null }
    default:
      return null
  }
}

const authorityNamed = (code: string): Authority | null => (isCodeOf(AUTHORITIES, code) ? code : null)
