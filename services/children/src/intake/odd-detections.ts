/**
 * What is hard to believe of a detection, and happens: an hour mistyped, a notice of another child, an age written from memory. Nobody
 * else can tell which of two cells is wrong, and to refuse the row would hide the child (domain.md 6): it is taken in, and told.
 */
import type { Oddity } from '@vigia/kit/intake/cells/odd-rows'
import { besideRowsBefore } from '@vigia/kit/intake/cells/rows-before'
import { ageOn } from '@vigia/law/age'
import { localDateTimeOf } from '@vigia/law/mexican-time'

/** Between a birthday and the day on which somebody counted. */
const YEARS_APART = 1
const DAY = 10

/** As local time, without the hour where none was written. */
function local(reading: string): string {
  const said = reading.includes('T') ? localDateTimeOf(new Date(reading)) : reading
  return said.endsWith(' 00:00:00') ? said.slice(0, DAY) : said
}

/** By the day alone where either has no hour. */
function isBefore(one: string, other: string): boolean {
  const [first, second] = [local(one), local(other)]
  const length = Math.min(first.length, second.length)
  return first.slice(0, length) < second.slice(0, length)
}

const notifiedBefore = (column: string, whom: string): Oddity => ({
  what: `el aviso ${whom} es anterior a la detección`,
  isIn(cell) {
    const [notified, detected] = [cell(column), cell('detected_at')]
    return notified !== null && detected !== null && isBefore(notified, detected)
  },
})

/** Of a CURP: year, month and day of birth, the sex, and a digit where the century is the last. */
const CURP = /^.{4}(\d\d)(\d\d)(\d\d)([HMX]).{5}(.)/
const SEX_OF_LETTER: Readonly<Record<string, string>> = { H: 'MALE', M: 'FEMALE', X: 'NON_BINARY' }

function saidByCurp(curp: string | null): { bornOn: string; sex: string | undefined } | null {
  if (curp === null) return null
  const [, year, month, date, letter = '', mark = ''] = CURP.exec(curp) ?? []
  if (!year) return null
  return { bornOn: `${/\d/.test(mark) ? '19' : '20'}${year}-${month}-${date}`, sex: SEX_OF_LETTER[letter] }
}

/** Rows of one number are joined as one person: of another sex, or born in another year, it may have been copied from the row above. */
const alsoOfAnother = (column: string, number: string): Oddity => ({
  what: `${number} está en un renglón anterior con otro sexo o con otro año de nacimiento, y por ese número se unen como una sola persona`,
  besideOthers() {
    const differs = besideRowsBefore(isOther)
    return (cell) => {
      const value = cell(column)
      return value !== null && differs(value, yearAndSex(cell('born_on'), cell('sex')))
    }
  },
})

/** Both in one number: 0 in the place of what is not told. */
const SEXES_TOLD = ['', 'MALE', 'FEMALE', 'NON_BINARY']
const yearAndSex = (bornOn: string | null, sex: string | null): number =>
  Number(bornOn?.slice(0, 4) ?? 0) * SEXES_TOLD.length + Math.max(0, SEXES_TOLD.indexOf(sex ?? ''))

function isOther(one: number, other: number): boolean {
  const [year, otherYear] = [one, other].map((told) => Math.floor(told / SEXES_TOLD.length))
  const [sex, otherSex] = [one % SEXES_TOLD.length, other % SEXES_TOLD.length]
  return (
    (sex && otherSex && sex !== otherSex) || (year && otherYear && Math.abs(year - otherYear) > YEARS_APART) || false
  )
}

export const ODD_DETECTIONS: readonly Oddity[] = [
  notifiedBefore('ppnna_notified_at', 'a la PPNNA'),
  notifiedBefore('dif_notified_at', 'al DIF'),
  {
    what: 'la edad y la fecha de nacimiento difieren en más de un año',
    isIn(cell) {
      const [age, born, detected] = [cell('said_age'), cell('born_on'), cell('detected_at')]
      if (age === null || born === null || detected === null) return false
      return Math.abs(ageOn(born, local(detected).slice(0, DAY)) - Number(age)) > YEARS_APART
    },
  },
  {
    what: 'la CURP es de otra fecha de nacimiento que la del renglón, o de otro sexo: puede ser la de otra persona',
    isIn(cell) {
      const said = saidByCurp(cell('curp'))
      if (said === null) return false
      const [born, sex] = [cell('born_on'), cell('sex')]
      const isOfAnotherDay = born !== null && cell('is_birth_estimated') !== 't' && born !== said.bornOn
      return isOfAnotherDay || (sex !== null && sex !== 'UNSPECIFIED' && sex !== said.sex)
    },
  },
  alsoOfAnother('nue', 'el NUE'),
  alsoOfAnother('curp', 'la CURP'),
]
