/** What goes wrong in a run: processes of every kind are killed or frozen at random, and the database falls under load. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../fuzz/chance.ts'
import type { FallingDatabase } from './database.ts'
import type { Fleet, Member } from './fleet.ts'

export interface FaultPlan {
  /** Between two kills, at least and at most. */
  killEveryMs: readonly [least: number, most: number]
  /** Between two falls of the database. */
  fallEveryMs: number
}

const STARTED_AGAIN_WITHIN_MS = 1_000
const FROZEN_FOR_MS = [500, 3_000] as const
const SHARE_FROZEN = 0.15
/** A registry that is never up is not tried: on a slow machine, where a start takes long, kills wait for those who lie down. */
const MOST_DOWN = 3
/** Of those who are just starting, so many are killed. */
const SHARE_OF_STARTING = 0.3

export class Faults {
  /** How many kills, by the kind of the process. */
  readonly kills: Record<string, number> = {}
  freezes = 0
  falls = 0
  readonly #fleet: Fleet
  readonly #database: FallingDatabase
  readonly #chance: Chance
  readonly #frozen = new Set<Member>()
  readonly #underWay = new Set<Promise<void>>()

  constructor(fleet: Fleet, database: FallingDatabase, chance: Chance) {
    this.#fleet = fleet
    this.#database = database
    this.#chance = chance
  }

  /** Goes on until it is stopped; when it resolves nothing is frozen, and what lies down is left lying. */
  async run({ killEveryMs, fallEveryMs }: FaultPlan, signal: AbortSignal): Promise<void> {
    const wait: Wait = (ms) => pause(ms, undefined, { signal }).catch(() => {})
    const strike = async () => {
      while (!signal.aborted) {
        await wait(this.#between(killEveryMs))
        if (!signal.aborted) this.#strike(wait, signal)
      }
    }
    const fall = async () => {
      while (!signal.aborted) {
        await wait(fallEveryMs)
        if (!signal.aborted) this.#fall()
      }
    }
    await Promise.all([strike(), fall()])
    await Promise.all(this.#underWay)
  }

  /** Draws the same number of times whoever is up, so that a seed gives the same kills again as far as it can. */
  #strike(wait: Wait, signal: AbortSignal): void {
    const member = this.#chance.pick(this.#fleet.members)
    const [isFreeze, isEarly] = [this.#chance.of(SHARE_FROZEN), this.#chance.of(SHARE_OF_STARTING)]
    const [frozenForMs, liesForMs] = [this.#between(FROZEN_FOR_MS), this.#between([0, STARTED_AGAIN_WITHIN_MS])]
    if (!member.isRunning || this.#frozen.has(member)) return
    if (member.isUp ? this.#down() >= MOST_DOWN : !isEarly) return
    const work = isFreeze ? this.#freeze(member, wait(frozenForMs)) : this.#kill(member, wait(liesForMs), signal)
    this.#underWay.add(work)
    void work.finally(() => this.#underWay.delete(work))
  }

  #down(): number {
    return this.#fleet.members.filter((member) => !member.isUp || this.#frozen.has(member)).length
  }

  async #kill(member: Member, lying: Promise<void>, signal: AbortSignal): Promise<void> {
    const kind = member.name.replace(/-\d$/, '')
    this.kills[kind] = (this.kills[kind] ?? 0) + 1
    member.kill()
    await lying
    if (!signal.aborted) member.start()
  }

  async #freeze(member: Member, frozen: Promise<void>): Promise<void> {
    this.freezes += 1
    this.#frozen.add(member)
    member.freeze()
    await frozen
    member.thaw()
    this.#frozen.delete(member)
  }

  #fall(): void {
    this.falls += 1
    this.#database.fall()
  }

  #between([least, most]: readonly [number, number]): number {
    return least + this.#chance.below(most - least + 1)
  }
}

type Wait = (ms: number) => Promise<void>
