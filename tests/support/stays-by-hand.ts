/** Which stays there are, and what is counted of them, as whoever keeps them by hand has it. */
import { localDateOf } from '@vigia/law/mexican-time'

export const idOf = (letter: string, n: number) => `${letter}0000000-0000-4000-8000-00000000000${n}`

/** As what a place of a type counts those who are in it. */
const INDICATOR: Readonly<Record<string, string>> = {
  ...{ EM: 'HELD_IN_PROHIBITED_PLACES', CCAN: 'HELD_IN_REFERRAL_CENTERS', PTO: 'HELD_IN_OTHER_AD_HOC_PLACES' },
  CASM: 'CHILDREN_IN_CARE',
}

interface Stay {
  child: string
  facility: string
  from: Date
  until: Date | null
}
export class StaysByHand {
  readonly stays = new Map<string, Stay>()
  readonly places = new Map([0, 1, 2].map((n) => [idOf('f', n), { type: 'EM', state: '07' }]))
  readonly countries = new Map<string, string>()

  ledger(): string[] {
    const lines = [...this.stays].map(([id, { child, facility, from, until }]) => {
      const at = this.places.get(facility)
      const of = this.countries.get(child) ?? 'ZZZ'
      return [id, child, facility, at?.state, of, from.toISOString(), until?.toISOString() ?? 'there'].join(' ')
    })
    return lines.sort()
  }

  /** Who came on a day, less who left. */
  sums(): Record<string, number> {
    const sums = new Map<string, number>()
    for (const { child, facility, from, until } of this.stays.values()) {
      const at = this.places.get(facility)
      const indicator = INDICATOR[at?.type ?? '']
      if (!indicator) continue
      for (const [when, n] of [[from, 1], ...(until ? [[until, -1] as const] : [])] as const) {
        const cell = [indicator, at?.state, localDateOf(when), this.countries.get(child) ?? 'ZZZ'].join(' ')
        sums.set(cell, (sums.get(cell) ?? 0) + n)
      }
    }
    return Object.fromEntries([...sums].filter(([, n]) => n !== 0))
  }
}
