/** One state beside another. */
export const comparison = {
  with: 'Comparar con',
  nobody: 'Comparar con…',
  title: '{{here}} y {{there}}, lado a lado',
  end: 'Quitar la comparación',
  measure: 'Medida',
  country: 'País',
  measures: {
    detected: 'Detectados por primera vez en el periodo',
    rate: 'Detectados por 100 mil habitantes',
    opened: 'Con expediente, de los detectados',
    planned: 'Con plan de restitución, de los detectados',
    held: 'Retenidos ahora',
    longest: 'Estancia más larga de ahora',
    unprocessed: 'Casos PPNNA sin procesar, ahora',
    overdue: 'de ellos, con más de 5 días hábiles',
    returns: 'Retornos sin BID válido, 28 días',
    returnsShare: 'su parte de los retornos de NNA',
  },
  note: 'Las dos barras de un renglón tienen la misma escala. 1–\u20604: cifra reservada por ser pequeña; –, parte reservada o de nadie.',
}
