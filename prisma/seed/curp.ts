/** Builds the CURP of an invented child who was born abroad, by RENAPO's rules, check digit included. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { isoDay, type Minute } from './calendar.ts'
import type { ChildSex, Names } from './names/names.ts'

/** `serial` is 0 to 25: the letter that tells children with the same sixteen signs apart. */
export function curpOf({ given, first, second }: Names, sex: ChildSex, bornOn: Minute, serial: number): string {
  const [name, one, two] = [plain(given), plain(first), plain(second ?? '')]
  const letters = [
    one.charAt(0) || 'X',
    inner(one, /[AEIOU]/),
    two.charAt(0) || 'X',
    name.charAt(0) || 'X',
    isoDay(bornOn).slice(2).replaceAll('-', ''),
    sex === 'FEMALE' ? 'M' : 'H',
    'NE',
    inner(one, CONSONANT),
    inner(two, CONSONANT),
    inner(name, CONSONANT),
    String.fromCharCode(65 + serial),
  ].join('')
  return letters + curpCheckDigit(letters)
}

const CONSONANT = /[B-DF-HJ-NP-TV-Z]/

function inner(word: string, kind: RegExp): string {
  return kind.exec(word.slice(1))?.[0] ?? 'X'
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
}
