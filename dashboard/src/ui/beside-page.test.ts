/** What is loaded beside a page begins once it is here, unless the page has gone on by then. */
import { expect, test, vi } from 'vitest'
import { besidePage } from './beside-page.ts'

const [begun, ended] = [vi.fn(), vi.fn()]
const begin = (part: string) => {
  begun(part)
  return ended
}

test('given it comes, it begins, and ends with the page', async () => {
  const end = besidePage(async () => 'a part', begin)
  await vi.waitFor(() => expect(begun).toHaveBeenCalledWith('a part'))
  end()

  expect(ended).toHaveBeenCalledOnce()
})

test('given the page went on before it came, or it cannot be had, nothing begins', async () => {
  begun.mockClear()
  const late = Promise.withResolvers<string>()
  besidePage(() => late.promise, begin)()
  late.resolve('a part')
  besidePage(() => Promise.reject(new Error('offline')), begin)
  await late.promise
  await Promise.resolve()

  expect(begun).not.toHaveBeenCalled()
})
