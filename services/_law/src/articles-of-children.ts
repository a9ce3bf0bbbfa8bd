/** The Ley General de los Derechos de Niñas, Niños y Adolescentes, article by article as Vigía applies it; of centres: articles-of-centres.ts. */
import { article, FIRST_TEXT } from './lgdnna.ts'

export const DISAGGREGATED_DATA = article({
  article: '2 III',
  since: '2026-01-15',
  quote: 'datos desagregados al menos por sexo, edad, discapacidad, condición económica y origen étnico',
  says: 'Policies are followed and evaluated with data by sex, age, disability, economic condition and ethnic origin.',
})

export const RESIDENTIAL_CARE_IS_LAST = article({
  article: '4 II',
  since: FIRST_TEXT,
  quote: 'será de último recurso y por el menor tiempo posible',
  says: 'Residential care is the last resort, for the shortest time possible; care in a family goes before.',
})

export const PRESUMED_CHILD = article({
  article: '5',
  since: '2019-06-03',
  quote: 'se presumirá que es adolescente',
  says: 'Under 18 is a child; doubt about 18 makes an adolescent, doubt about 12 a girl or boy.',
})

export const TWENTY_RIGHTS = article({
  article: '13 ¶1',
  since: '2019-06-04',
  quote: 'de manera enunciativa más no limitativa',
  says: 'The twenty rights, I to XX, that a restitution plan restores.',
})

export const FAMILY_FIRST = article({
  article: '26',
  since: '2019-06-03',
  quote: 'priorizando las opciones de cuidado en un entorno familiar',
  says: 'Family of origin, extended family, foster family, and residential care only then.',
})

export const CHILD_IS_NOT_IDENTIFIED = article({
  article: '76 ¶2',
  since: FIRST_TEXT,
  quote: 'que permita identificarlos',
  says: 'No unlawful disclosure of data that lets a child be identified. Names, places and files stay restricted.',
})

export const PLAIN_INFORMATION = article({
  article: '83 III',
  since: FIRST_TEXT,
  quote: 'información clara, sencilla y comprensible',
  says: 'Whoever conducts a procedure tells the child what it is, in words a child understands.',
})

export const INTERPRETER_IN_EVERY_ACT = article({
  article: '83 VII',
  since: FIRST_TEXT,
  quote: 'Proporcionar la asistencia de un traductor o intérprete',
  says: 'The authority provides a translator or interpreter.',
})

export const CHILD_IS_HEARD = article({
  article: '92 IV',
  since: FIRST_TEXT,
  quote: 'ser escuchado y a participar en las diferentes etapas procesales',
  says: 'The child is heard and takes part at every stage.',
})

export const FREE_INTERPRETER = article({
  article: '92 V',
  since: FIRST_TEXT,
  quote: 'asistido gratuitamente por un traductor y/o intérprete',
  says: 'A free interpreter in the migration procedure.',
})

export const INDEPENDENT_LAWYER = article({
  article: '92 VII',
  since: FIRST_TEXT,
  quote: 'ser asistido por un abogado y a comunicarse libremente con él',
  says: 'A lawyer, and free communication with that lawyer.',
})

export const SUBSTITUTE_REPRESENTATION = article({
  article: '92 VIII',
  since: FIRST_TEXT,
  quote: 'a la representación en suplencia',
  says: 'Where there is no parent or guardian, the Procuraduría represents the child in their place.',
})

export const REASONED_DECISION = article({
  article: '92 IX',
  since: FIRST_TEXT,
  quote: 'evalúe el interés superior de la niña, niño y adolescente y esté debidamente fundamentada',
  says: 'The decision weighs the best interests and gives its reasons.',
})

export const OPINION_ON_REUNIFICATION = article({
  article: '93 ¶2',
  since: FIRST_TEXT,
  quote: 'se deberá tomar en cuenta la opinión',
  says: 'The opinion of the child counts when reunification is decided.',
})

export const DIF_LODGES_CHILDREN = article({
  article: '94',
  since: FIRST_TEXT,
  quote: 'habilitarán espacios de alojamiento o albergues',
  says: 'The DIF systems, and not INM, provide the places in which migrant children are lodged.',
})

export const APART_FROM_ADULTS = article({
  article: '95',
  since: FIRST_TEXT,
  quote: 'respetarán el principio de separación y el derecho a la unidad familiar',
  says: 'Unaccompanied and separated children apart from adults; accompanied ones with their family.',
})

export const NON_REFOULEMENT = article({
  article: '96',
  since: FIRST_TEXT,
  quote:
    'Está prohibido devolver, expulsar, deportar […] a una niña, niño o adolescente cuando su vida, seguridad y/o libertad estén en peligro',
  says: 'No child is sent to where life, safety or liberty are in danger.',
})

export const RETURN_ONLY_BY_BEST_INTERESTS = article({
  article: '97',
  since: FIRST_TEXT,
  quote: 'sólo podrá basarse en los requerimientos de su interés superior',
  says: 'A decision to send a child back can rest on the best interests of the child alone. No number of days is set.',
})

export const INITIAL_EVALUATION = article({
  article: '98',
  since: '2019-10-17',
  quote: 'a través de una evaluación inicial con garantías de seguridad y privacidad',
  says: 'DIF finds out, by a first evaluation, which children need international protection. No term is set.',
})

export const DATA_AT_THE_MOMENT = article({
  article: '99 ¶2',
  since: FIRST_TEXT,
  quote: 'Los Sistemas de las Entidades enviarán al Sistema Nacional DIF la información en el momento en que se genere',
  says: 'State DIF systems send their information to the national one at the moment in which it arises.',
})

export const INM_AND_COMAR_PROVIDE_DATA = article({
  article: '99 ¶3',
  since: '2019-10-17',
  quote:
    'El Instituto Nacional de Migración y en su caso la Coordinación General de la Comisión Mexicana de Ayuda a Refugiados, deberán proporcionar la información',
  says: 'INM and, where it is the case, COMAR provide their information to the national DIF system.',
})

export const REPRESENTED_BY_PROCURADURIA = article({
  article: '106',
  since: '2017-06-23',
  quote: 'la representación en suplencia corresponderá a la Procuraduría de Protección competente',
  says: 'The Procuraduría represents: in the place of absent parents, and alongside in every procedure.',
})

export const PROCURADURIA_REPRESENTS_EX_OFFICIO = article({
  article: '122 II',
  since: FIRST_TEXT,
  quote: 'intervenir oficiosamente, con representación coadyuvante',
  says: 'The Procuraduría intervenes of its own accord in every procedure in which a child takes part.',
})

export const URGENT_MEASURE_IN_HOURS = article({
  article: '122 VI',
  since: FIRST_TEXT,
  quote: 'durante las siguientes 3 horas a la recepción de la solicitud',
  says: 'An urgent measure, as the entry into a centre is one, is decreed by the public prosecutor within 3 hours of being asked, and a judge rules on it within 24 hours of its being ordered.',
})

export const PROCURADURIA_ORDERS_THE_MEASURE = article({
  article: '122 VII',
  since: FIRST_TEXT,
  quote: 'bajo su más estricta responsabilidad',
  says: 'The Procuraduría may order the urgent measure itself; a judge rules on it within 24 hours.',
})

export const DETERMINATION_AND_PLAN = article({
  article: '123',
  since: FIRST_TEXT,
  quote: 'un diagnóstico sobre la situación de vulneración y un plan de restitución de derechos',
  says: 'The Procuraduría determines which rights are violated, makes the plan, and follows it to the end. No number of days is set.',
})

export const NATIONAL_INFORMATION_SYSTEM = article({
  article: '125 XV',
  since: FIRST_TEXT,
  quote: 'Conformar un sistema de información a nivel nacional',
  says: 'SIPINNA builds a national information system with disaggregated data; its secretariat runs it (130 VIII).',
})

export const FEDERAL_SECRETARIAT = article({
  article: '130',
  since: FIRST_TEXT,
  quote: 'que ejercerá las funciones de Secretaría Ejecutiva',
  says: 'An organ of the interior ministry is the executive secretariat of the national system, whose president appoints its head (131).',
})

export const SECRETARIAT_OF_A_STATE = article({
  article: '136',
  since: FIRST_TEXT,
  quote: 'contarán con una Secretaría Ejecutiva',
  says: 'The system of each state has an executive secretariat.',
})

export const OMBUDS_WATCH_OVER_CHILDREN = article({
  article: '140',
  since: FIRST_TEXT,
  quote: 'áreas especializadas para la protección efectiva',
  says: 'The national and state human-rights commissions have areas specialised in the rights of children.',
})
