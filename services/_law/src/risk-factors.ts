/**
 * What puts a child at risk (LGDNNA art. 99; domain.md 3.7), with the UNHCR specific-needs codes that
 * Primero's list knows. The meaning of those codes is general knowledge, to verify with UNHCR.
 */
import type { CodeList } from './code-list.ts'

interface RiskFactorEntry {
  /** UNHCR codes that mean the same or include it; none where there is none. */
  readonly unhcr: readonly string[]
}

export const RISK_FACTORS = {
  THREAT_TO_LIFE: {
    es: 'Amenaza contra la vida',
    en: 'Threat to life',
    unhcr: ['LP-RR'],
    aliases: ['amenaza'],
  },
  CRIME_VICTIM: { es: 'Víctima de delito', en: 'Victim of a crime', unhcr: [] },
  WITNESS: { es: 'Testigo', en: 'Witness', unhcr: [] },
  TRAFFICKING_VICTIM: {
    es: 'Víctima de trata',
    en: 'Victim of trafficking',
    unhcr: ['CR-LW'],
    aliases: ['trata'],
  },
  TEENAGE_PREGNANCY: {
    es: 'Embarazo o maternidad adolescente',
    en: 'Teenage pregnancy or motherhood',
    unhcr: ['CR-TP', 'CR-CP'],
    aliases: ['embarazo', 'embarazo/maternidad adolescente', 'maternidad adolescente'],
  },
  DISABILITY: { es: 'Discapacidad', en: 'Disability', unhcr: ['DS'] },
  ILLNESS: { es: 'Enfermedad', en: 'Illness', unhcr: ['SM'] },
  MENTAL_HEALTH: { es: 'Salud mental', en: 'Mental health', unhcr: ['SM'] },
  LANGUAGE: {
    es: 'Lengua indígena o no hispanohablante',
    en: 'Indigenous language or no Spanish',
    unhcr: [],
    aliases: ['lengua indígena', 'no hispanohablante'],
  },
  STATELESS_OR_UNREGISTERED: {
    es: 'Apatridia o sin registro',
    en: 'Stateless or unregistered',
    unhcr: ['LP-ND'],
    aliases: ['apatridia', 'sin registro', 'apatridia/sin registro'],
  },
  LGBTIQ: { es: 'LGBTIQ+', en: 'LGBTIQ+', unhcr: [], aliases: ['LGBTI'] },
  STREET: { es: 'Situación de calle', en: 'Living in the street', unhcr: [], aliases: ['calle'] },
  SUBSTANCE_USE: { es: 'Consumo de sustancias', en: 'Substance use', unhcr: [], aliases: ['consumo'] },
  SIBLINGS_IN_CHARGE: {
    es: 'Hermanos menores a cargo',
    en: 'Younger siblings in charge',
    unhcr: ['CR-CC', 'SC-CH'],
    aliases: ['hermanos a cargo'],
  },
  FORMER_RETURN: { es: 'Retorno previo', en: 'Returned before', unhcr: [] },
  RELATIVE_SOUGHT_BY_CRIME: {
    es: 'Familiar buscado por el crimen',
    en: 'Relative sought by organised crime',
    unhcr: [],
    aliases: ['familiar buscado por crimen'],
  },
  SEXUAL_VIOLENCE: { es: 'Violencia sexual', en: 'Sexual violence', unhcr: ['SV-VA'] },
  TORTURE: { es: 'Tortura', en: 'Torture', unhcr: ['TR'] },
  CHILD_SPOUSE: { es: 'Matrimonio infantil', en: 'Child spouse', unhcr: ['CR-CS'] },
  CHILD_LABOUR: { es: 'Trabajo infantil', en: 'Child labour', unhcr: ['CR-LO', 'CR-LW'] },
  OUT_OF_SCHOOL: { es: 'Sin escuela', en: 'Out of school', unhcr: ['CR-NE'] },
  SPECIAL_EDUCATION: { es: 'Educación especial', en: 'Special education', unhcr: ['CR-SE'] },
  ARMED_GROUPS: {
    es: 'Vinculación forzada con grupos armados',
    en: 'Associated with armed groups',
    unhcr: ['CR-AF'],
  },
  CONFLICT_WITH_LAW: { es: 'En conflicto con la ley', en: 'In conflict with the law', unhcr: ['CR-CL'] },
  INSTITUTIONAL_CARE: {
    es: 'En acogimiento residencial',
    en: 'In institutional care',
    unhcr: ['SC-IC'],
    aliases: ['acogimiento residencial', 'institucionalización'],
  },
  FOSTER_CARE: {
    es: 'En familia de acogida',
    en: 'In foster care',
    unhcr: ['SC-FC'],
    aliases: ['familia de acogida', 'acogimiento familiar'],
  },
  FAMILY_TRACING: { es: 'Búsqueda de familiares', en: 'Family tracing needed', unhcr: ['FU-TR', 'FU-FR'] },
  OTHER: { es: 'Otro', en: 'Other', unhcr: [], aliases: ['otra'] },
} as const satisfies CodeList & Record<string, RiskFactorEntry>

export type RiskFactor = keyof typeof RISK_FACTORS

export function unhcrCodesOf(factor: RiskFactor): readonly string[] {
  return RISK_FACTORS[factor].unhcr
}

/** Where the risk lies (LGDNNA art. 99). */
export const RISK_PLACES = {
  ORIGIN: { es: 'Origen', en: 'Origin', aliases: ['país de origen', 'en origen'] },
  TRANSIT: { es: 'Tránsito', en: 'Transit', aliases: ['en tránsito', 'trayecto', 'en el trayecto'] },
  DESTINATION: { es: 'Destino', en: 'Destination', aliases: ['país de destino', 'en destino'] },
} as const satisfies CodeList

export type RiskPlace = keyof typeof RISK_PLACES
