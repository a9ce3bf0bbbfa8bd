/** Takes in the files of a folder: those of a service in the order of its manifest, and services beside one another. */
import path from 'node:path'
import type { Taken } from '../feed.ts'
import { type Progress, takeIn } from '../take-in.ts'
import type { Flags } from './arguments.ts'
import { inService } from './faults-in-spanish.ts'
import { FolderProgress } from './folder-progress.ts'
import { followsChildren, inLanes } from './lanes.ts'
import { type Entry, manifestOf, senderOfEntry } from './senders.ts'
import type { Session } from './session.ts'

export type FolderOptions = Pick<Flags, 'dryRun' | 'acceptGood' | 'isConfirmed'> & {
  /** How far the whole folder is. */
  onProgress?: (progress: Progress) => void
  onFile?: (file: string, taken: Taken, began: number) => void
}

/** Gives how many files were refused. Throws AskedWrongly for a folder without a proper manifest. */
export async function takeFolderIn(session: Session, folder: string, options: FolderOptions): Promise<number> {
  const entries = await manifestOf(folder)
  const progress = new FolderProgress(folder, entries, options.onProgress)
  const news = new NewsOfChildren(session)
  let refused = 0
  const take = async (entry: Entry): Promise<void> => {
    if (followsChildren(entry.service) && !options.dryRun) await news.told()
    const began = performance.now()
    const taken = await inService(entry.service, () =>
      takeEntry(session, folder, entry, { ...options, onProgress: progress.of(entry) }),
    )
    if (taken.outcome === 'REFUSED') refused++
    if (taken.outcome === 'TAKEN' && entry.service === 'children') news.add()
    progress.end(entry, taken)
    options.onFile?.(entry.file, taken, began)
  }
  await inLanes(entries, take)
  await news.heard()
  return refused
}

async function takeEntry(
  session: Session,
  folder: string,
  entry: Entry,
  { dryRun, acceptGood, isConfirmed, onProgress }: FolderOptions,
): Promise<Taken> {
  const feed = await session.feed(entry.service, entry.feed)
  return takeIn(
    session.pool(entry.service),
    feed,
    { path: path.join(folder, entry.file) },
    {
      ...senderOfEntry(entry),
      dryRun,
      acceptGood,
      by: session.operator,
      isConfirmed,
      now: new Date(),
      ...(onProgress ? { onProgress } : {}),
    },
  )
}

/** Lets the others learn of what children has told, once for all of them. */
class NewsOfChildren {
  readonly #session: Session
  /** Nothing is known at first: what earlier files told may not have been followed. */
  #telling: Promise<void> | null = null
  /** No file waits for oversight, which has most to learn. */
  #oversight: Promise<void> = Promise.resolve()

  constructor(session: Session) {
    this.#session = session
  }

  add(): void {
    this.#telling = null
  }

  told(): Promise<void> {
    this.#telling ??= this.#tell()
    return this.#telling
  }

  /** Once oversight too has learnt what it was told. */
  heard(): Promise<void> {
    return this.#oversight
  }

  async #tell(): Promise<void> {
    await this.#session.hear('placements', 'representation', 'returns')
    this.#oversight = this.#oversight.then(() => this.#session.hear('oversight'))
    this.#oversight.catch(() => undefined) // Told by `heard`.
  }
}
