import { expect, test } from 'vitest'
import { codesOf } from './code-list.ts'
import { RISK_FACTORS, unhcrCodesOf } from './risk-factors.ts'

test('every specific need of UNHCR that the law of the registry names has a factor that means it (domain.md 3.7)', () => {
  const meant = codesOf(RISK_FACTORS).flatMap((factor) => [...unhcrCodesOf(factor)])

  expect([...new Set(meant)].sort()).toEqual(
    [
      ...['CR-CP', 'CR-CS', 'CR-CC', 'CR-TP', 'CR-LW', 'CR-LO', 'CR-NE', 'CR-SE', 'CR-AF', 'CR-CL'],
      ...['SC-CH', 'SC-IC', 'SC-FC', 'FU-TR', 'FU-FR', 'LP-ND', 'LP-RR', 'TR', 'SV-VA', 'DS', 'SM'],
    ].sort(),
  )
})
