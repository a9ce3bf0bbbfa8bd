import { describe, expect, test } from 'vitest'
import { curpCheckDigit, identifierOf, readIdentifier } from './identifiers.ts'

describe('an identifier is kept in one writing', () => {
  test.each([
    ['ACTA', 'INM/07/2024/0123456', 'INM/07/2024/0123456'],
    ['ACTA', ' inm-07-2024-0123456', 'INM/07/2024/0123456'],
    ['ACTA', 'INM 07 2024 123456', 'INM/07/2024/0123456'],
    ['NUE', 'N012345678', 'N012345678'],
    ['NUE', 'n 012 345 678', 'N012345678'],
    ['NUE', '012345678', 'N012345678'],
    ['PPNNA_FOLIO', 'PPNNA-07-2024-012345', 'PPNNA-07-2024-012345'],
    ['PPNNA_FOLIO', 'ppnna/07/2024/12345', 'PPNNA-07-2024-012345'],
    ['COMAR_FILE', 'comar/tap/1234/2024', 'COMAR/TAP/1234/2024'],
    ['DIF_FILE', 'DIF 07 000123', 'DIF07000123'],
  ] as const)('%s "%s" as %s', (type, text, value) => {
    expect(identifierOf(type, text)).toBe(value)
  })

  test.each([
    ['ACTA', 'INM/7/2024/0123456'],
    ['ACTA', 'INM/07/2024/'],
    ['ACTA', 'INM/07/2024/01234567'],
    ['NUE', 'N12345678'],
    ['NUE', 'M012345678'],
    ['PPNNA_FOLIO', 'DIF-07-2024-012345'],
    ['CURP', 'XEXX010101HNEXXX'],
    ['COMAR_FILE', ''],
    ['COMAR_FILE', '--'],
    ['PASSPORT', "1'; drop table child"],
  ] as const)('%s "%s" is malformed', (type, text) => {
    expect(readIdentifier(type, text)).toEqual({ value: null, fault: 'FORM' })
  })
})

test.each([
  ['ACTA', 'INM/07/2024/0'],
  ['NUE', '000000000'],
  ['NUE', 'N999999999'],
  ['PPNNA_FOLIO', 'PPNNA-07-2024-000000'],
  ['CURP', 'XEXX010101HNEXXXA4'],
  ['CURP', 'XEXX010101MNEXXXA8'],
] as const)('%s "%s" stands where no number was given, and is nobody\'s', (type, text) => {
  expect(readIdentifier(type, text)).toEqual({ value: null, fault: 'OF_NOBODY' })
})

describe('a CURP', () => {
  /** The specimen of RENAPO's manual. */
  test.each(['HEGG560427MVZRRL04', 'hegg 560427 mvzrrl 04'])('"%s" is right', (text) => {
    expect(identifierOf('CURP', text)).toBe('HEGG560427MVZRRL04')
  })

  test('with another last digit has a wrong check digit', () => {
    for (const digit of '012356789') {
      expect(readIdentifier('CURP', `HEGG560427MVZRRL0${digit}`)).toEqual({ value: null, fault: 'CHECK_DIGIT' })
    }
  })

  test('with two letters exchanged has a wrong check digit', () => {
    expect(readIdentifier('CURP', 'HEGG560427MVZRLR04').fault).toBe('CHECK_DIGIT')
  })

  test.each([
    'HEGG561327MVZRRL04',
    'HEGG560432MVZRRL04',
    'HEGG560427AVZRRL04',
    'HEGG560427MZZRRL04',
    'HEGG560427MVZRAL04',
  ])('"%s" has no month, day, sex, state or consonants of a CURP', (text) => {
    expect(readIdentifier('CURP', text).fault).toBe('FORM')
  })

  test('its digit is 0 where the sum is a multiple of ten', () => {
    expect(curpCheckDigit('0'.repeat(17))).toBe('0')
    expect(curpCheckDigit(`${'0'.repeat(16)}1`)).toBe('8')
  })
})
