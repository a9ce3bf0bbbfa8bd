/** What a person sees while a file goes in: on a terminal a bar, in a log a line every five seconds. */
import { afterEach, expect, test, vi } from 'vitest'
import { IN_SPANISH, progressOf, shownCounting } from './progress.ts'

/** As a terminal is told, once a bar is gone. */
const SHOWS_CURSOR = '\u001B[?25h'
const HALF = { count: 12_345, done: 500, all: 1_000 }

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const name of ['isTTY', 'columns']) Reflect.deleteProperty(process.stderr, name)
})

/** What is written to it. */
function screen(isTTY: boolean): () => string {
  const written: string[] = []
  for (const [name, value] of Object.entries({ isTTY, columns: 200 }))
    Object.defineProperty(process.stderr, name, { value, configurable: true })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  vi.spyOn(console, 'error').mockImplementation((text) => void written.push(`${text}\n`))
  return () => written.join('')
}

test('on a terminal a bar tells rows, rate and time left, and is taken away in the end', async () => {
  const seen = screen(true)
  const progress = progressOf('detecciones.csv', IN_SPANISH)
  progress.step(HALF)

  await expect.poll(seen).toMatch(/█+░+ 50 % {2}12,345 renglones {2}[\d,]+\/s {2}faltan \S+ {2}detecciones\.csv/)
  progress.end()
})

test('on a narrow terminal the end of a long name is cut off, and no number', async () => {
  const seen = screen(true)
  const progress = progressOf('children--detections--INM--2026-11-25.csv', IN_SPANISH)
  progress.step({ count: 1_000_000, done: 10, all: 1_000 })

  await expect.poll(seen).toMatch(/faltan /)
  progress.end()
  const [before = ''] = /█*░+ 1 %.*faltan \S+/.exec(seen()) ?? []
  expect(before.length).toBeGreaterThan(40)
  expect(before.length).toBeLessThan(80)
})

test('what is to stay is printed above the bar, which goes on', async () => {
  const seen = screen(true)
  const told = vi.spyOn(console, 'log').mockImplementation((text) => void process.stderr.write(`${text}\n`))
  const progress = progressOf('carpeta', IN_SPANISH)
  progress.step(HALF)
  await expect.poll(seen).toMatch(/50 %/)
  progress.tell('detecciones.csv: recibido')
  progress.end()

  expect(told).toHaveBeenCalledTimes(1)
  expect(seen()).toMatch(/detecciones\.csv: recibido\n[^\n]*50 %.*carpeta/)
})

test('elsewhere plain lines tell rows, share and rate, one every five seconds', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const seen = screen(false)
  const progress = progressOf('detecciones.csv', IN_SPANISH)
  progress.step({ count: 1, done: 1, all: 1_000 })
  vi.advanceTimersByTime(5_000)
  progress.step(HALF)
  progress.step({ ...HALF, count: 12_346 })
  progress.end()

  expect(seen()).toBe('detecciones.csv: 12,345 renglones, 50 %, 2,469 renglones/s\n')
})

test('a file without bytes has no share, and nothing is divided by none', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const seen = screen(false)
  const progress = progressOf('nothing.csv')
  vi.advanceTimersByTime(5_000)
  progress.step({ count: 0, done: 0, all: 0 })

  expect(seen()).toBe('nothing.csv: 0 rows, 0 rows/s\n')
})

test('while nothing goes on, it is not said how long it takes', async () => {
  const seen = screen(true)
  const progress = progressOf('detecciones.csv', IN_SPANISH)
  for (let looks = 0; looks < 2; looks += 1) progress.step({ count: 0, done: 0, all: 1_000 })

  await expect.poll(seen).toMatch(/ 0 % {2}0 renglones {2}0\/s {2}faltan \? {2}detecciones\.csv/)
  progress.end()
})

test('while what was taken in is counted, changes are told, and the bar is taken away however it ends', async () => {
  const seen = screen(true)
  const counting = shownCounting(async (onStep) => {
    onStep(HALF)
    await expect.poll(seen).toMatch(/ 50 % {2}12,345 cambios {2}[\d,]+\/s {2}faltan \S+ {2}contando/)
    throw new Error('the database is away')
  }, IN_SPANISH)

  await expect(counting).rejects.toThrow('the database is away')
  expect(seen()).toContain(SHOWS_CURSOR)
})
