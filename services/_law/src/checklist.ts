/**
 * The return checklist (domain.md 3.13): each item is yes, no or unknown, and the Spanish label is the
 * column of the file. `good` is the answer that protects the child; null where the item is a mere fact.
 */
import type { CodeList } from './code-list.ts'

interface ChecklistEntry {
  readonly good: 'YES' | 'NO' | null
}

export const CHECKLIST_ITEMS = {
  DETERMINATION: {
    es: 'Determinación que permite el retorno',
    en: 'Determination that permits the return',
    good: 'YES',
    aliases: ['BID', 'determinación'],
  },
  PLAN: { es: 'Plan de restitución', en: 'Restitution plan', good: 'YES' },
  CHILD_HEARD: { es: 'NNA escuchada', en: 'Child heard', good: 'YES' },
  CHILD_INFORMED: {
    es: 'NNA informada de fecha y ruta',
    en: 'Child told of date and route',
    good: 'YES',
    aliases: ['NNA informada'],
  },
  FAMILY_CONTACTED: { es: 'Familia contactada', en: 'Family contacted', good: 'YES' },
  FAMILY_ASSESSED: { es: 'Familia receptora evaluada', en: 'Receiving family assessed', good: 'YES' },
  CONSULATE_NOTIFIED: { es: 'Consulado notificado', en: 'Consulate notified, or lawfully not', good: 'YES' },
  RECEIVING_AUTHORITY_CONFIRMED: {
    es: 'Autoridad receptora confirmada',
    en: 'Receiving child-protection authority confirmed',
    good: 'YES',
  },
  PPNNA_INFORMED: {
    es: 'PPNNA informada',
    en: 'Procuraduría told of date and hour',
    good: 'YES',
    aliases: ['PPNNA informada de fecha y hora'],
  },
  SPECIALISED_ESCORT: {
    es: 'Escolta especializada',
    en: 'Escort by PPNNA or OPI',
    good: 'YES',
    aliases: ['escolta PPNNA u OPI'],
  },
  NATIONAL_GUARD_PRESENT: { es: 'Guardia Nacional presente', en: 'National Guard present', good: null },
  FIREARMS_VISIBLE: {
    es: 'Armas visibles',
    en: 'Firearms visible',
    good: 'NO',
    aliases: ['armas de fuego visibles'],
  },
  BELONGINGS_RETURNED: {
    es: 'Pertenencias devueltas',
    en: 'Belongings returned complete',
    good: 'YES',
    aliases: ['pertenencias completas', 'pertenencias devueltas completas'],
  },
  DOCUMENTS_HANDED_OVER: { es: 'Documentos entregados', en: 'Documents handed over', good: 'YES' },
  FIT_TO_TRAVEL: {
    es: 'Apta para viajar',
    en: 'Medically fit to travel',
    good: 'YES',
    aliases: ['certificado médico'],
  },
  WITH_FAMILY: {
    es: 'Con hermanos o familia',
    en: 'With siblings or family',
    good: null,
    aliases: ['con hermanos/familia'],
  },
  INDEPENDENT_MONITOR: {
    es: 'Monitor independiente presente',
    en: 'Independent monitor present',
    good: 'YES',
    aliases: ['monitor independiente'],
  },
  ARRIVAL_CONFIRMED: { es: 'Llegada confirmada', en: 'Arrival confirmed', good: 'YES' },
  REINTEGRATION_PLAN: { es: 'Plan de reintegración', en: 'Reintegration plan', good: 'YES' },
  FOLLOW_UP_30_DAYS: { es: 'Seguimiento a 30 días', en: 'Followed up at 30 days', good: 'YES' },
  FOLLOW_UP_90_DAYS: { es: 'Seguimiento a 90 días', en: 'Followed up at 90 days', good: 'YES' },
  FOLLOW_UP_180_DAYS: { es: 'Seguimiento a 180 días', en: 'Followed up at 180 days', good: 'YES' },
  RE_ENTERED: { es: 'Reingreso posterior', en: 'Entered Mexico again later', good: null },
} as const satisfies CodeList & Record<string, ChecklistEntry>

export type ChecklistItem = keyof typeof CHECKLIST_ITEMS
