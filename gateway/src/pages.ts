/** Serves the built dashboard: its pages, its files, and the explorer of the graph. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { STATE_CODES } from '@vigia/law/states'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { Parcel, send } from './request/parcel.ts'
import { Refused } from './request/refused.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Pages that the dashboard itself tells apart, in the browser. A state that is none has no page. */
const PAGES = ['panorama', 'informe', 'entrar', 'cuenta', 'partners', 'alertas', 'avisos', 'bandeja', 'sistema']
const PAGE = new RegExp(`^/(${PAGES.join('|')}|estado/(${STATE_CODES.join('|')})|alertas/[^/]+)?/?$`)

const KEPT_BYTES = 64_000_000

export interface Pages {
  /** The dashboard's pages and files; goes on where there is none of that name. */
  dashboard: RequestHandler
  /** The dashboard, which says that there is no such page, for a browser that opens one; goes on for everybody else. */
  nowhere: RequestHandler
  /** The explorer, for a browser that opens the address of the graph; goes on for everybody else. */
  explorer: RequestHandler
}

export function createPages(folder: string, { explorer }: { explorer: boolean }): Pages {
  const shelf = createShelf(folder)

  return {
    dashboard: async (request, response, next) => {
      // Nor is it found by the name of its file where there is none.
      if (!isRead(request) || (!explorer && isExplorer(request.path))) return next()
      const isPage = PAGE.test(request.path)
      await serve(isPage ? '/index.html' : request.path, { request, response, next })
    },
    nowhere: async (request, response, next) => {
      const wantsPage =
        isRead(request) && path.extname(request.path) === '' && request.accepts(ACCEPTED) === 'text/html'
      if (!wantsPage) return next()
      await serve('/index.html', { request, response, next }, 404)
    },
    explorer: async (request, response, next) => {
      const wantsPage = isRead(request) && !('query' in request.query) && request.accepts(ACCEPTED) === 'text/html'
      if (!explorer || !wantsPage) return next()
      await serve(EXPLORER, { request, response, next })
    },
  }

  async function serve(name: string, { request, response, next }: Exchange, status = 200): Promise<void> {
    const parcel = await shelf(name)
    if (!parcel && name.endsWith('.html')) {
      throw new Refused(404, 'NOT_FOUND', 'The dashboard is not built yet: run `npm run build`.')
    }
    const type = TYPES[path.extname(name)]
    if (!parcel || !type) return next()
    response.setHeader('content-type', type)
    response.setHeader('cache-control', cachingOf(name))
    await send(request, response, { status, parcel })
  }
}

const EXPLORER = '/explorer.html'

/** However it is written. */
const isExplorer = (address: string): boolean => path.posix.normalize(decoded(address)) === EXPLORER

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

interface Exchange {
  request: Request
  response: Response
  next: NextFunction
}

const ACCEPTED = ['application/json', 'application/graphql-response+json', 'text/html']

/** A file of assets/ has the hash of its content in its name, and never changes. */
const cachingOf = (name: string): string =>
  name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Files by name, read once for as long as they stay the same; null where there is none. */
function createShelf(folder: string): (name: string) => Promise<Parcel | null> {
  const kept = new LRUCache<string, { stamp: string; parcel: Parcel }>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ parcel }) => parcel.bytes.length + 1,
  })
  return async (name) => {
    const file = path.join(folder, path.posix.normalize(decoded(name)))
    if (!file.startsWith(folder + path.sep) || file.includes('\0')) return null
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    const stamp = `${found.size} ${found.mtimeMs}`
    const known = kept.get(file)
    if (known?.stamp === stamp) return known.parcel
    const parcel = new Parcel(await readFile(file))
    kept.set(file, { stamp, parcel })
    return parcel
  }
}

/** Nothing has the name that cannot be read. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return '\0'
  }
}
