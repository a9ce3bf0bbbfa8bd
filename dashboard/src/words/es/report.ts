/** The printed report, and the words of «Cómo se cuenta». */
export const report = {
  title: 'Informe ejecutivo',
  print: 'Imprimir',
  page: 'Página {{page}} de 3',
  method: 'Cómo se cuenta',
  persons: 'Se cuentan personas, no eventos; los retornos, uno por uno.',
  series:
    'Versión {{version}} de los datos, corte del {{day}}. Mapa: Natural Earth; límites aproximados, sin valor oficial.',
  how: 'Cómo se cuenta',
  howOf: 'Cómo se cuenta: {{name}}',
  close: 'Cerrar',
  what: 'Qué es',
  numerator: 'Numerador',
  denominator: 'Denominador',
  kinds: { law: 'Por ley', court: 'Por sentencia', protocol: 'Por protocolo', vigia: 'De Vigía' },
  duration: { underOne: '<\u00a01\u00a0h', hours: '{{n}}\u00a0h', days: '{{n}}\u00a0días' },
}
