/** What goes wrong in a run: processes of every kind are killed or frozen at random, hops are troubled, the database falls, its disk fills. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../fuzz/chance.ts'
import type { FallingDatabase } from './database.ts'
import type { Disk } from './disk.ts'
import type { Fleet } from './fleet.ts'
import type { Journal } from './journal.ts'
import type { Member } from './member.ts'
import type { Network } from './network.ts'

export interface FaultPlan {
  /** Between two kills, at least and at most. */
  killEveryMs: readonly [least: number, most: number]
  /** Between two falls of the database. */
  fallEveryMs: number
  /** Between two troubles of a hop, at least and at most. */
  troubleEveryMs: readonly [least: number, most: number]
  /** From a full disk to the next. */
  fillEveryMs: number
}

/** What can be broken. */
export interface Breakable {
  fleet: Fleet
  database: FallingDatabase
  network: Network
  disk: Disk
}

const STARTED_AGAIN_WITHIN_MS = 1_000
const FROZEN_FOR_MS = [500, 3_000] as const
const SHARE_FROZEN = 0.15
const FULL_FOR_MS = 8_000
/** A registry that is never up is not tried: on a slow machine, where a start takes long, kills wait for those who lie down. */
const MOST_DOWN = 3
/** Of those who are just starting, so many are killed. */
const SHARE_OF_STARTING = 0.3

export class Faults {
  /** How many kills, by the kind of the process. */
  readonly kills: Record<string, number> = {}
  freezes = 0
  falls = 0
  fills = 0
  readonly #breakable: Breakable
  readonly #journal: Journal
  readonly #frozen = new Set<Member>()
  readonly #underWay = new Set<Promise<void>>()

  constructor(breakable: Breakable, journal: Journal) {
    this.#breakable = breakable
    this.#journal = journal
  }

  /** Goes on until it is stopped; when it resolves nothing is frozen or full, and what lies down is left lying. Each kind has its own chance. */
  async run(plan: FaultPlan, chanceOf: (name: string) => Chance, signal: AbortSignal): Promise<void> {
    const wait: Wait = (ms) => pause(ms, undefined, { signal }).catch(() => {})
    const again = async (next: () => number, strike: () => Promise<void> | void) => {
      while (!signal.aborted) {
        await wait(next())
        if (!signal.aborted) this.#goesOn(Promise.resolve(strike()))
      }
    }
    const [kills, troubles] = [chanceOf('kills'), chanceOf('troubles')]
    const note = (line: string) => this.#journal.note(line)
    await Promise.all([
      again(
        () => between(kills, plan.killEveryMs),
        () => this.#strike(kills, wait, signal),
      ),
      again(
        () => between(troubles, plan.troubleEveryMs),
        () => this.#breakable.network.trouble(troubles, note),
      ),
      again(
        () => plan.fallEveryMs,
        () => this.#fall(),
      ),
      again(
        () => plan.fillEveryMs,
        () => this.#fill(wait),
      ),
    ])
    await Promise.all(this.#underWay)
  }

  #goesOn(work: Promise<void>): void {
    this.#underWay.add(work)
    void work.finally(() => this.#underWay.delete(work))
  }

  /** Draws the same number of times whoever is up, so that a seed gives the same kills again as far as it can. */
  async #strike(chance: Chance, wait: Wait, signal: AbortSignal): Promise<void> {
    const member = chance.pick(this.#breakable.fleet.members)
    const [isFreeze, isEarly] = [chance.of(SHARE_FROZEN), chance.of(SHARE_OF_STARTING)]
    const [frozenForMs, liesForMs] = [between(chance, FROZEN_FOR_MS), between(chance, [0, STARTED_AGAIN_WITHIN_MS])]
    if (!member.isRunning || this.#frozen.has(member)) return
    if (member.isUp ? this.#down() >= MOST_DOWN : !isEarly) return
    await (isFreeze ? this.#freeze(member, wait(frozenForMs)) : this.#kill(member, wait(liesForMs), signal))
  }

  #down(): number {
    return this.#breakable.fleet.members.filter((member) => !member.isUp || this.#frozen.has(member)).length
  }

  async #kill(member: Member, lying: Promise<void>, signal: AbortSignal): Promise<void> {
    const kind = member.name.replace(/-\d$/, '')
    this.kills[kind] = (this.kills[kind] ?? 0) + 1
    this.#journal.note(`${member.name} is killed`)
    member.kill()
    await lying
    if (!signal.aborted) member.start()
  }

  async #freeze(member: Member, frozen: Promise<void>): Promise<void> {
    this.freezes += 1
    this.#journal.note(`${member.name} is frozen`)
    this.#frozen.add(member)
    member.freeze()
    await frozen
    member.thaw()
    this.#frozen.delete(member)
  }

  #fall(): void {
    this.falls += 1
    this.#journal.note('the database falls')
    this.#breakable.database.fall()
  }

  async #fill(wait: Wait): Promise<void> {
    const { disk } = this.#breakable
    if (!(await disk.fill())) return
    this.fills += 1
    this.#journal.note('the disk is full')
    await wait(FULL_FOR_MS)
    await disk.empty()
    this.#journal.note('the disk has room again')
  }
}

function between(chance: Chance, [least, most]: readonly [number, number]): number {
  return least + chance.below(most - least + 1)
}

type Wait = (ms: number) => Promise<void>
