import { expect, test } from 'vitest'
import { firstDetectionOf } from './first-detection.ts'

const aDetection = (acta: string, day: number) => ({ acta, detectedAt: new Date(Date.UTC(2026, 0, day)) })

test('given no detection, there is no first', () => {
  expect(firstDetectionOf([])).toBeNull()
})

test('given a late file with an earlier detection, that one is the first', () => {
  expect(firstDetectionOf([aDetection('INM/07/2026/0000002', 20), aDetection('INM/30/2026/0000009', 3)])?.acta).toBe(
    'INM/30/2026/0000009',
  )
})

test('given two at one instant, the order of the files does not decide', () => {
  const [a, b] = [aDetection('INM/07/2026/0000001', 3), aDetection('INM/07/2026/0000002', 3)]

  expect(firstDetectionOf([a, b])).toBe(a)
  expect(firstDetectionOf([b, a])).toBe(a)
})
