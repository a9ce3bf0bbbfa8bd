/** Takes in the files of a folder, in the order of its manifest, and lets services learn of one another in between. */
import path from 'node:path'
import type { ServiceName } from '../../service.ts'
import type { Taken } from '../feed.ts'
import { type Progress, takeIn } from '../take-in.ts'
import type { Flags } from './arguments.ts'
import { manifestOf, senderOfEntry } from './senders.ts'
import type { Session } from './session.ts'

export type FolderOptions = Pick<Flags, 'dryRun' | 'acceptGood' | 'isConfirmed' | 'settle'> & {
  onFile?: (file: string, taken: Taken, began: number) => void
  onProgress?: (file: string, progress: Progress) => void
}

/** Gives how many files were refused. Throws UsageError for a folder without a proper manifest. */
export async function takeFolderIn(session: Session, folder: string, options: FolderOptions): Promise<number> {
  const { dryRun, acceptGood, isConfirmed, onFile, onProgress } = options
  const entries = await manifestOf(folder)
  let refused = 0
  const heard = new Heard()
  for (const entry of entries) {
    const feed = await session.feed(entry.service, entry.feed)
    if (heard.hasNewsFor(entry.service)) {
      await session.settle('children', entry.service)
      heard.tell(entry.service)
    }
    const file = path.join(folder, entry.file)
    const began = performance.now()
    const taken = await takeIn(
      session.pool(entry.service),
      feed,
      { path: file },
      {
        ...senderOfEntry(entry),
        dryRun,
        acceptGood,
        by: session.operator,
        isConfirmed,
        now: new Date(),
        ...(onProgress ? { onProgress: (progress: Progress) => onProgress(entry.file, progress) } : {}),
      },
    )
    if (taken.outcome === 'REFUSED') refused++
    if (taken.outcome === 'TAKEN' && entry.service === 'children') heard.childrenSaid()
    onFile?.(entry.file, taken, began)
  }
  if (options.settle) await session.settle()
  return refused
}

/** Which services know the identifiers that children has told of so far. */
class Heard {
  readonly #upToDate = new Set<ServiceName>()

  childrenSaid(): void {
    this.#upToDate.clear()
  }

  hasNewsFor(service: ServiceName): boolean {
    return service !== 'children' && service !== 'oversight' && !this.#upToDate.has(service)
  }

  tell(service: ServiceName): void {
    this.#upToDate.add(service)
  }
}
