/** The offices that owe or oversee a duty, by the law's own list; and of which one a role is. */
import { ALERT_OFFICES, type AlertOffice, officeOfRole } from '@vigia/law/alert-offices'
import type { Role } from '../api/session.ts'
import type { Language } from './words.ts'

export type { AlertOffice }

export const officeName = (office: AlertOffice, language: Language): string => ALERT_OFFICES[office][language]

/** The office of whoever reads, by the role of the session. */
export const ownOffice = (role: Role): AlertOffice | null => officeOfRole(role)
