/** Services share ids, not tables: no relation in prisma/schema crosses from one file into another. */
import { expect, test } from 'vitest'
import { read, repositoryFiles } from '../support/source-files.ts'

const files = repositoryFiles('prisma/schema').filter((file) => file.endsWith('.prisma'))

test.each(files)('%s relates to its own models only', (file) => {
  const text = read(file)
  const own = [...text.matchAll(/^model (\w+)/gm)].map((match) => match[1])
  const related = [...text.matchAll(/^\s+\w+\s+(\w+)(?:\?|\[\])?\s+@relation/gm)].map((match) => match[1])

  expect(own).toEqual(expect.arrayContaining(related))
})

test.each(files.filter((file) => !file.endsWith('base.prisma')))('%s has one PostgreSQL schema, its own', (file) => {
  const named = new Set([...read(file).matchAll(/@@schema\("(\w+)"\)/g)].map((match) => match[1]))

  expect([...named]).toEqual([file.replace(/^.*\/|[.]prisma$/g, '')])
})
