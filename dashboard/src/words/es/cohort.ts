/** The sentence of the cohort and its funnel. */
export const cohort = {
  country:
    'De cada 100 niñas, niños y adolescentes detectados, *{{opened}}* en una Procuraduría y *{{planned}}* para restituir sus derechos.',
  place:
    'En {{place}}, de cada 100 niñas, niños y adolescentes detectados, *{{opened}}* en una Procuraduría y *{{planned}}* para restituir sus derechos.',
  fewCountry:
    'De {{detected}} niñas, niños y adolescentes detectados, *{{opened}}* en una Procuraduría y *{{planned}}* para restituir sus derechos.',
  fewPlace:
    'En {{place}}, de {{detected}} niñas, niños y adolescentes detectados, *{{opened}}* en una Procuraduría y *{{planned}}* para restituir sus derechos.',
  opened: { none: 'ninguno tiene expediente', one: '1 tiene expediente', some: '{{n}}\u00a0tienen expediente' },
  planned: { none: 'ninguno un plan', one: '1 un plan', some: '{{n}}\u00a0un plan' },
  plansUntold: 'no hay datos de planes',
  underOne: 'menos de 1',
  overNinetyNine: 'más de 99',
  noneCountry: 'En este periodo y con estos filtros *no consta ningún NNA detectado*.',
  nonePlace: 'En {{place}}, en este periodo y con estos filtros, *no consta ningún NNA detectado*.',
  noFilesCountry:
    'Se detectó a {{detected}} niñas, niños y adolescentes. *Sin datos* de sus expedientes y planes: ninguna Procuraduría ha informado de los suyos.',
  noFilesPlace:
    'En {{place}} se detectó a {{detected}} niñas, niños y adolescentes. *Sin datos* de sus expedientes y planes: la Procuraduría no ha informado de ninguno.',
  failed: '*No disponible*: qué fue de los NNA detectados.',
  untold: '*Sin datos* de este periodo: ninguna autoridad ha informado de NNA detectados.',
  beyond: '*Fuera de su ámbito*: qué fue de los NNA detectados en {{place}}.',
  beyondCountry: '*Fuera de su ámbito*: qué fue de los NNA detectados en todo el país.',
  reached: 'Llegaron',
  caption: 'Cada barra es lo que quedó de la anterior:',
  wentOn: 'siguió adelante; el resto no, y así terminó.',
  label: 'Hasta dónde llegaron los NNA detectados y qué fue de los demás',
  stages: {
    DETECTED: 'Detectados',
    NOTIFIED: 'Avisados a la PPNNA',
    CASE_OPENED: 'Con expediente',
    DETERMINED: 'Con BID',
    PLAN_ISSUED: 'Con plan de restitución',
  },
  stageNotes: {
    DETECTED: 'por el INM u otra autoridad',
    NOTIFIED: 'aviso inmediato, LM 112',
    CASE_OPENED: 'abierto en la PPNNA',
    DETERMINED: 'interés superior determinado',
    PLAN_ISSUED: 'obligatorio, LGDNNA 123',
  },
  fates: { WAITING: 'En espera', RETURNED: 'Retornados', LEFT: 'Se fueron', UNKNOWN: 'Se desconoce' },
  total: 'Así están hoy',
  totalNote: 'con plan, y qué fue de los demás',
  history: 'De cada 100, hasta hoy',
  withCase: 'con expediente',
  withPlan: 'con plan',
  followed: 'Seguidos hasta el {{day}}.',
  star: 'Con BID; si permitía el retorno se ve en «Retornos sin BID válido».',
  notCounted: 'Lo que hayan abierto después no está contado.',
}
