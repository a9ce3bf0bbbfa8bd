/** What an officer of INM asks before acting. */
export const gates = {
  title: '¿Se permite el retorno?',
  note: 'Pregunte con el número de acta de una detección de su oficina. La respuesta es «no permitido» para toda niña, niño o adolescente mientras una Procuraduría de Protección no lo permita (LGDNNA art. 97; Ley de Migración arts. 74 y 112). El porqué no se dice.',
  number: 'Número de acta',
  ask: 'Consultar',
  ofReturn: 'Retorno',
  ofConsulate: 'Contacto con el consulado',
  permitted: 'Permitido',
  notPermitted: 'No permitido',
  document: 'Determinación {{number}}, del {{day}}',
  at: 'Respuesta de las {{time}}. Consulte otra vez justo antes de actuar.',
  lapsed: 'La respuesta era de las {{time}} y ya no vale: mientras no consulte otra vez, no está permitido.',
  failed: 'No se pudo consultar. Mientras no haya respuesta, no está permitido.',
}
