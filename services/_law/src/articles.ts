/**
 * The Ley de Migración, article by article as Vigía applies it: detection, notice, placement, documents, return.
 * The law on children stands in articles-of-children.ts and articles-of-centres.ts, that on refugees and the procedure in
 * articles-of-asylum.ts, those on amparo, on complaints and on personal data in articles-of-amparo.ts, articles-of-complaints.ts and
 * articles-of-data.ts, and what is no statute in criteria.ts.
 */
import { articlesOf } from './legal-basis.ts'

const article = articlesOf({
  law: 'Ley de Migración',
  abbreviation: 'LM',
  asOf: '2026-01-15',
  source: 'https://www.diputados.gob.mx/LeyesBiblio/pdf/LMigra.pdf',
})
const REFORM_OF_2020 = '2020-11-11'

export const WHO_IS_A_CHILD = article({
  article: '3 XVI',
  since: REFORM_OF_2020,
  quote: 'se presumirá que es adolescente',
  says: 'A migrant under 18 is a child; whoever may be under 18 is presumed to be; whoever may be under 12, a girl or boy.',
})

export const WHO_IS_UNACCOMPANIED = article({
  article: '3 XVII',
  since: REFORM_OF_2020,
  quote: 'no se encuentra acompañada por la persona adulta que ejerce la patria potestad',
  says: 'Unaccompanied: with no adult who holds parental authority, custody, guardianship or habitual care.',
})

export const WHO_IS_ACCOMPANIED = article({
  article: '3 XVIII',
  since: REFORM_OF_2020,
  quote: 'la tenga bajo su guarda y custodia o por su tutor',
  says: 'Accompanied: with an adult who holds parental authority, custody or guardianship.',
})

export const WHO_IS_SEPARATED = article({
  article: '3 XIX',
  since: REFORM_OF_2020,
  quote: 'habitualmente por costumbre y no en virtud de ley',
  says: 'Separated: with an adult who habitually cares for the child by custom and not by law.',
})

export const NO_LOSS_OF_LIBERTY = article({
  article: '11 ¶2',
  since: REFORM_OF_2020,
  quote: 'principio de la no privación de la libertad',
  says: 'No child is deprived of liberty for reasons of migration; the Procuraduría is told before any procedure begins.',
})

export const PLAN_BINDS_INM = article({
  article: '20 IV',
  since: REFORM_OF_2020,
  quote:
    'salvo que […] el plan de restitución de derechos que emita la Procuraduría de Protección determine lo contrario',
  says: 'INM returns no child where the restitution plan of the Procuraduría determines otherwise.',
})

export const CURP_FOR_THE_CHILD = article({
  article: '20 X',
  since: REFORM_OF_2020,
  quote: 'asignación de la clave única del registro de población',
  says: 'INM applies for the CURP of a child whom it documents as humanitarian visitor or resident.',
})

export const HUMANITARIAN_STATUS_AT_ONCE = article({
  article: '52 V b',
  since: REFORM_OF_2020,
  quote: 'deberá ser inmediata y no podrá negarse o condicionarse',
  says: 'A migrant child is authorised as humanitarian visitor at once, whatever papers are missing, without a fee; the card carries the CURP.',
})

export const NO_MORE_THAN_36_HOURS = article({
  article: '68 ¶1',
  since: '2011-05-25',
  quote: 'no podrá exceder del término de 36 horas',
  says: 'The presentation of a migrant may not last more than 36 hours from when INM has the migrant at its disposal.',
})

export const STATUS_UNTIL_THE_PLAN = article({
  article: '74 ¶1',
  since: REFORM_OF_2020,
  quote: 'será documentada como Visitante por Razones Humanitarias',
  says: 'Until the best interests are determined and the plan is presented, every child has humanitarian status.',
})

export const NO_RETURN_BEFORE_DETERMINATION = article({
  article: '74 ¶3',
  since: REFORM_OF_2020,
  quote:
    'En ningún caso la autoridad migratoria podrá devolver […] sin que antes la autoridad competente valore si su vida, libertad o seguridad se encuentra en peligro',
  says: 'No return, deportation, rejection or expulsion of a child before the competent authority has weighed the danger.',
})

export const INM_CARRIES_OUT_THE_PLAN = article({
  article: '79 ¶2',
  since: REFORM_OF_2020,
  quote: 'coadyuvar en el cumplimiento e implementación del plan de restitución',
  says: 'INM takes the migration measures that the restitution plan needs.',
})

export const NOTICE_AFTER_A_VERIFICATION = article({
  article: '95 ¶3',
  since: REFORM_OF_2020,
  quote: 'notificar inmediatamente a la Procuraduría de Protección y hacer la canalización',
  says: 'A child found in a verification: Procuraduría told at once, handed to DIF, an act that proves both, no procedure before.',
})

export const CARERS_WAIT_FOR_THE_PROCURADURIA = article({
  article: '95 ¶4',
  since: REFORM_OF_2020,
  quote: 'se pospondrá hasta el momento en que se apersone la Procuraduría de Protección',
  says: 'An adult who cares for children is not presented until the Procuraduría has come.',
})

export const NOTICE_AFTER_A_CHECK = article({
  article: '98 ¶2',
  since: REFORM_OF_2020,
  quote:
    'En ningún caso se llevará a cabo la presentación de una niña, niño o adolescente […] previo a dicha notificación',
  says: 'A child found in a migration check: Procuraduría told at once, handed to DIF, an act that proves both, no procedure before.',
})

export const NO_DETENTION_OF_CHILDREN = article({
  article: '99 ¶3',
  since: REFORM_OF_2020,
  quote:
    'En ningún caso, el Instituto presentará ni alojará a niñas, niños o adolescentes migrantes en estaciones migratorias ni en lugares habilitados para ello',
  says: 'INM never presents or lodges children in migration stations or in places set up as such.',
})

export const FAMILIES_ARE_NOT_PRESENTED = article({
  article: '99 ¶4',
  since: REFORM_OF_2020,
  quote: 'deberá evitarse atendiendo al principio de unidad familiar',
  says: 'The presentation of adults who care for children is to be avoided.',
})

export const NO_MORE_THAN_A_STATION_HOLDS = article({
  article: '106 ¶2',
  since: '2011-05-25',
  quote: 'No se alojará a un número de migrantes que supere la capacidad física de la estación migratoria',
  says: 'A migration station lodges no more people than it has room for.',
})

export const HANDED_OVER_AT_ONCE = article({
  article: '112 I',
  since: REFORM_OF_2020,
  quote: 'ponerles de inmediato a disposición del Sistema Nacional DIF',
  says: 'INM hands the child over to DIF at once, notifies the Procuraduría, and writes an act that proves both.',
})

export const NOTICE_BEFORE_PROCEDURE = article({
  article: '112 II',
  since: REFORM_OF_2020,
  quote: 'previa notificación a la Procuraduría de Protección para su oportuna intervención',
  says: 'The migration procedure of a child begins only after the Procuraduría has been notified.',
})

export const RETURN_FOLLOWS_THE_PLAN = article({
  article: '112 III',
  since: REFORM_OF_2020,
  quote: 'atendiendo las determinaciones que en ese sentido provea el plan de restitución de derechos',
  says: 'INM decides as the plan says; assisted return only where it allows, with notice in time and specialised staff.',
})

export const CHILD_IS_INFORMED = article({
  article: '112 IV',
  since: REFORM_OF_2020,
  quote: 'Se informará en lenguaje claro y conforme a su edad y madurez',
  says: 'The child is told in plain words of the hand-over, the notice, the procedure, the rights and the return.',
})

export const NO_CONSULATE_WHEN_PROTECTION_IS_NEEDED = article({
  article: '112 V',
  since: REFORM_OF_2020,
  quote:
    'se identifiquen indicios de necesidad de protección internacional, en cuyo caso no se entablará contacto con la representación consular',
  says: 'Where asylum is possible or protection may be needed the consulate is not contacted, and COMAR is notified at once.',
})

export const ONLY_SPECIALISED_INTERVIEWS = article({
  article: '112 VI',
  since: REFORM_OF_2020,
  quote: 'especializado en la protección de la infancia',
  says: 'Only staff specialised in children may interview the child, for a closed list of purposes; CNDH may be present.',
})

export const BELONGINGS_GO_ALONG = article({
  article: '119 VII',
  since: '2011-05-25',
  quote: 'Ser trasladado junto con sus efectos personales',
  says: 'Whoever returns travels with their belongings. Written for adults; applied to children with the greater reason.',
})

export const RETURN_WITH_THE_RECEIVING_AUTHORITY = article({
  article: '120 ¶2',
  since: REFORM_OF_2020,
  quote: 'con la intervención de los funcionarios consulares o migratorios del país receptor',
  says: 'A child returns by assisted return, with the officers of the receiving country, by its best interests.',
})

export const NO_DEPORTATION_OF_CHILDREN = article({
  article: '120 ¶3',
  since: REFORM_OF_2020,
  quote: 'no serán deportados',
  says: 'No child is deported: assisted return or regularisation, by the best interests.',
})

export const NO_RETURN_OF_ASYLUM_SEEKERS = article({
  article: '121 ¶2',
  since: '2011-05-25',
  quote: 'se observará el principio de no devolución',
  says: 'Whoever has asked for asylum or refugee status is not sent back.',
})
