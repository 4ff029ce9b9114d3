import { describe, expect, test } from 'vitest'
import { isPushService } from './push-service.ts'

describe('a push subscription', () => {
  test.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://wns2-by3p.notify.windows.com/w/?token=abc',
    'https://web.push.apple.com/abc',
  ])('of a browser’s own service is kept: %s', (endpoint) => {
    expect(isPushService(endpoint)).toBe(true)
  })

  test.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://127.0.0.1/hook',
    'https://localhost/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/hook',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://someone@fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com.example.org/abc',
    'https://evilpush.apple.com.example.org/abc',
    'https://notify.windows.com.example.org',
    'not an address',
  ])('that would make the server call anywhere else is refused: %s', (endpoint) => {
    expect(isPushService(endpoint)).toBe(false)
  })
})
