/** The weekly trend. */
export const trend = {
  title: 'Por semana, {{from}}–{{to}}',
  perWeek: 'NNA y expedientes por semana; entre ambos, sin expediente',
  lastWeek: 'al final, la semana que empezó el {{day}}',
  detected: 'Detectados',
  opened: 'Con expediente',
  gap: 'sin expediente',
  asTable: 'Ver como tabla',
  year: 'Año',
  weeks: 'Semanas',
  partial: '{{n}}, con semanas que faltan',
  label:
    'Detectados y expedientes por semana. La última semana cerrada: {{detected}} detectados y {{opened}} expedientes.',
  events: {
    reform: 'Reforma: se prohíbe detener a NNA',
    court: 'SCJN: 36 h como máximo',
    cards: 'Tarjetas humanitarias, a discreción',
  },
}
