/** Why a field of a form will not do. */
export const fields = {
  missing: 'Falta llenar este campo.',
  unchosen: 'Elija una opción de la lista.',
  number: 'Escriba un número.',
  whole: 'Escriba un número entero.',
  incomplete: 'Escriba la fecha completa.',
  email: 'Escriba un correo completo, como oficina@ejemplo.mx.',
  url: 'Escriba una dirección completa: empieza por «https:».',
  short: 'Escriba al menos {{n}} caracteres.',
  range: 'Escriba un número de {{min}} a {{max}}.',
  early: 'No puede ser antes del {{day}}.',
  late: 'No puede ser después del {{day}}.',
}
