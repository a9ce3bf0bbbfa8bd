/** Nobody is told that Vigía runs: what would report to its maker is off in code, and no address outside stands in it. */
import { expect, test } from 'vitest'
import { read, repositoryFiles } from '../support/source-files.ts'

const code = repositoryFiles().filter(
  (file) =>
    /^(services\/(?!_law)|gateway|prisma\/src|dashboard\/src)/.test(file) &&
    /[.]tsx?$/.test(file) &&
    !/[.]test[.]/.test(file),
)

test('neither Apollo’s registry nor its usage reports have a key', () => {
  expect(code.filter((file) => /APOLLO_KEY|APOLLO_GRAPH_REF|usageReporting/.test(read(file)))).toEqual([])
})

/** The law cites where it is published; names of specifications and of errors are addresses in form alone: nobody asks for them. */
const NAMES = /https:\/\/(specs[.]apollo[.]dev|vigia[.]mx|www[.]w3[.]org|github[.]com|json-schema[.]org)\//

test('no address outside this machine stands in the code', () => {
  const outside = code.flatMap((file) =>
    [...read(file).matchAll(/https?:\/\/[^\s'"`)<>$]+/g)]
      .map(([address]) => address)
      .filter(
        (address) =>
          !NAMES.test(`${address}/`) && !/^https?:\/\/(localhost|127[.]0[.]0[.]1|gateway|\[?::1)/.test(address),
      )
      .map((address) => `${file}: ${address}`),
  )

  expect(outside).toEqual([])
})
