/** What the page for partners says. It comes with that page, which few open, and not with the first one. */
import { partners as english } from './en/partners.ts'
import { partners as spanish } from './es/partners.ts'
import type { Language } from './words.ts'

export type PartnerWords = typeof spanish

export const partnerWords = (language: Language): PartnerWords => (language === 'en' ? english : spanish)
