/** Who asked for the record of a child, in any service, as the audit holds it. One instance a request. */
import { type Keyset, type Page, pagesOfEach } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { Pool } from 'pg'

export interface RecordAccess {
  at: Date
  isGiven: boolean
  subject: string
  role: string
  office: string | null
  act: 'READ' | 'OPEN' | 'EMERGENCY' | 'REFUSED'
  asked: string[]
  scopes: string[]
  reason: string | null
  requestId: string
  service: string
  seq: number
  hash: Buffer
  /** Who followed, where the subject is a stream; none where it is an account. */
  followers: string[]
}

const SELECT = `select a.at, a.entry_id as id, a.is_given as "isGiven", a.subject, a.role, a.office, a.act, a.asked, a.scopes, a.reason,
  a.request_id as "requestId", a.service, a.seq, a.hash,
  case when a.subject like 'stream:%' then (audit.followers_of(a.subject, a.at))[1:100] else '{}' end as followers from audit.accesses_to(each.key) a`

export class AccessStore {
  readonly #pool: Pool
  readonly #pages = new Map<string, ReturnType<typeof pagesOfEach<RecordAccess>>>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** The latest first. Whether the child is the asker's to know is decided where the child is given. */
  async ofChild(child: string, args: PageArgs): Promise<Page<RecordAccess>> {
    const key = JSON.stringify(args)
    const pages = this.#pages.get(key) ?? pagesOfEach<RecordAccess>(this.#list(), BY_CHILD, args)
    this.#pages.set(key, pages)
    const found = await pages.load(child)
    if (!found) throw new Error(`No page for child ${child}`)
    return found.page
  }

  #list(): Keyset {
    return {
      pool: this.#pool,
      select: SELECT,
      where: '',
      values: [],
      order: [{ column: 'a.entry_id', cast: 'bigint', key: 'id' }],
      descending: true,
    }
  }
}

const BY_CHILD = { column: 'a.child_id', cast: 'uuid' } as const
