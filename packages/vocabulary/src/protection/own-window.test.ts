import { expect, test } from 'vitest'
import { demoWindow, weakPin } from './own-window.ts'

test('PINs that are tried first are weak: one digit, a row up or down, the same two or three again', () => {
  for (const pin of ['000000', '777777', '123456', '890123', '654321', '210987', '474747', '258258'])
    expect(weakPin(pin), pin).toBe(true)
})

test('any other PIN is hers to choose', () => {
  for (const pin of ['802946', '112233', '123465', '135791', '100000', demoWindow.pin])
    expect(weakPin(pin), pin).toBe(false)
})
