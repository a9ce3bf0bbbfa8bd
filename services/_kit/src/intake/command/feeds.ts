/** Which tables a service takes in, by the files of its folder: the kit knows no service. */
import { readdirSync, readFileSync } from 'node:fs'
import type { ServiceName } from '../../service.ts'

/** Where a service keeps its feeds. */
export const folderOf = (service: ServiceName) => new URL(`../../../../${service}/src/intake/`, import.meta.url)

/** The names of its tables. */
export function feedsOf(service: ServiceName): string[] {
  const files = readdirSync(folderOf(service)).filter((file) => file.endsWith('.ts'))
  const isFeed = (file: string) => /^export const feed\b/m.test(readFileSync(new URL(file, folderOf(service)), 'utf8'))
  return files.filter(isFeed).map((file) => file.replace(/\.ts$/, ''))
}
