/** Why a field of a form will not do. They come with what says them, which the first load goes without. */
import type { Language } from './words.ts'

export interface FieldWords {
  missing: string
  unchosen: string
  number: string
  whole: string
  incomplete: string
  email: string
  url: string
  short: (least: string) => string
  range: (min: string, max: string) => string
  early: (day: string) => string
  late: (day: string) => string
}

const WORDS: Readonly<Record<Language, FieldWords>> = {
  es: {
    missing: 'Falta llenar este campo.',
    unchosen: 'Elija una opción de la lista.',
    number: 'Escriba un número.',
    whole: 'Escriba un número entero.',
    incomplete: 'Escriba la fecha completa.',
    email: 'Escriba un correo completo, como oficina@ejemplo.mx.',
    url: 'Escriba una dirección completa: empieza por «https:».',
    short: (least) => `Escriba al menos ${least} caracteres.`,
    range: (min, max) => `Escriba un número de ${min} a ${max}.`,
    early: (day) => `No puede ser antes del ${day}.`,
    late: (day) => `No puede ser después del ${day}.`,
  },
  en: {
    missing: 'Fill in this field.',
    unchosen: 'Choose one of the list.',
    number: 'Write a number.',
    whole: 'Write a whole number.',
    incomplete: 'Write the whole date.',
    email: 'Write a whole e-mail address, such as office@example.mx.',
    url: 'Write a whole address: it begins with “https:”.',
    short: (least) => `Write ${least} characters at least.`,
    range: (min, max) => `Write a number from ${min} to ${max}.`,
    early: (day) => `It cannot be before ${day}.`,
    late: (day) => `It cannot be after ${day}.`,
  },
}

export const fieldWords = (language: Language): FieldWords => WORDS[language]
