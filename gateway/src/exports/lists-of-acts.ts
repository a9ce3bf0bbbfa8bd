/**
 * Lists of what offices have done, and of what they owe. Nothing of it that a person has put into words leaves as a file: a reason may name
 * a child, and is read in the graph.
 */
import { code, day, type ExportList, ofRecords, text, yesNo } from './columns.ts'

export const LISTS_OF_ACTS: readonly ExportList[] = [
  ofRecords({
    name: 'duty-alerts',
    label: { es: 'Alertas que la propia oficina debe', en: 'Alerts that one’s own office owes' },
    root: 'dutyAlerts',
    columns: [
      text('number', 'Número de la regla', 'Number of the rule'),
      code('kind', 'ALERT_KIND'),
      code('severity', 'ALERT_SEVERITY'),
      text('state.name', 'Entidad', 'State'),
      text('citation', 'Fundamento', 'Rests on'),
      day('since', 'Desde', 'Since'),
      day('openedAt', 'Levantada', 'Raised'),
      day('resolvedAt', 'Resuelta', 'Resolved'),
    ],
  }),
  ofRecords({
    name: 'silences',
    label: { es: 'Silencios de avisos', en: 'Silences of notices' },
    root: 'silences',
    columns: [
      code('kinds', 'ALERT_KIND'),
      text('state.name', 'Entidad', 'State'),
      text('by', 'Quién', 'Who'),
      text('role', 'Cargo', 'Role'),
      text('office', 'Oficina', 'Office'),
      day('at', 'Puesto', 'Set'),
      day('until', 'Hasta', 'Until'),
      day('endedAt', 'Terminado antes', 'Ended before'),
    ],
  }),
  ofRecords({
    name: 'breaches',
    label: { es: 'Bitácora de vulneraciones', en: 'Log of breaches' },
    root: 'breaches',
    columns: [
      code('authority', 'AUTHORITY'),
      day('foundAt', 'Hallada', 'Found'),
      day('at', 'Anotada', 'Written down'),
      text('by', 'Quién', 'Who'),
      day('toldAt', 'Avisada a quienes concierne', 'Told to those concerned'),
      day('withdrawnAt', 'Retirada', 'Withdrawn'),
    ],
  }),
  ofRecords({
    name: 'secretariats',
    label: { es: 'Secretarías Ejecutivas del SIPINNA', en: 'Executive secretariats of SIPINNA' },
    root: 'secretariats',
    columns: [
      text('state.name', 'Entidad', 'State'),
      code('condition', 'SECRETARIAT_CONDITION'),
      day('since', 'Desde', 'Since'),
      day('at', 'Anotada', 'Written down'),
    ],
  }),
  ofRecords({
    name: 'emergency-accesses',
    label: { es: 'Accesos de emergencia', en: 'Uses of emergency access' },
    root: 'emergencyAccesses',
    columns: [
      day('at', 'Fecha', 'Day'),
      day('until', 'Hasta', 'Until'),
      text('subject', 'Quién', 'Who'),
      text('role', 'Cargo', 'Role'),
      text('office', 'Oficina', 'Office'),
      text('states', 'Entidades', 'States'),
      yesNo('isOutside', 'Fuera de su ámbito', 'Beyond the own scope'),
      text('state', 'Situación', 'Status'),
      day('signedAt', 'Firmado', 'Signed'),
      text('signedRole', 'Firmado por el cargo', 'Signed by the role'),
    ],
  }),
  ofRecords({
    name: 'letters',
    label: { es: 'Cartas escritas', en: 'Letters written' },
    root: 'outboxMessages',
    columns: [
      text('recipient', 'Oficina', 'Office'),
      text('subject', 'Asunto', 'Subject'),
      day('createdAt', 'Escrita', 'Written'),
      day('sentAt', 'Enviada', 'Sent'),
    ],
  }),
]
