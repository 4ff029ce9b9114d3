import { describe, expect, test } from 'vitest'
import { leadOf } from './lead.ts'

const file = { org: 'o', case: 'c', due: 'd' }

describe('what somebody was told leads', () => {
  test('from a promise to its case, which is named by its code', () => {
    expect(leadOf({ kind: 'overdue', about: { ...file, kind: 'followUp', code: 'K4T-9WX' } })).toEqual({
      to: 'case',
      case: { org: 'o', id: 'c' },
      code: 'K4T-9WX',
    })
  })

  test('from what went wrong, and from what must be done about it, to the incidents', () => {
    expect(leadOf({ kind: 'breachOpened', about: { breach: 'b' } })).toEqual({ to: 'incidents' })
    expect(leadOf({ kind: 'overdue', about: { org: 'o', due: 'd', kind: 'tellRegulator' } })).toEqual({
      to: 'incidents',
    })
  })

  test('from what somebody hears in confidence to where it is answered, and nowhere near a case', () => {
    expect(leadOf({ kind: 'complaintReceived', about: { complaint: 'c' } })).toEqual({ to: 'complaints' })
    expect(leadOf({ kind: 'overdue', about: { org: 'o', due: 'd', kind: 'tellAnswer' } })).toEqual({
      to: 'complaints',
    })
  })

  test('from a review of who has access to that review', () => {
    expect(leadOf({ kind: 'criminalAlerts', about: {} })).toEqual({ to: 'alerts' })
    expect(leadOf({ kind: 'reviewBegun', about: { review: 'r' } })).toEqual({ to: 'reviews' })
    expect(leadOf({ kind: 'escalated', about: { org: 'o', due: 'd', kind: 'reviewAccess' } })).toEqual({
      to: 'reviews',
    })
  })

  test('to my day when the case is not theirs to open', () => {
    expect(leadOf({ kind: 'escalated', about: { ...file, kind: 'followUp' } })).toEqual({ to: 'day' })
    expect(leadOf({ kind: 'assigned', about: {} })).toEqual({ to: 'day' })
  })

  test('from a promise to answer to the referrals that wait', () => {
    expect(leadOf({ kind: 'dueSoon', about: { ...file, kind: 'answerReferral', code: 'K4T-9WX' } })).toEqual({
      to: 'received',
      code: undefined,
    })
  })

  test('from an emergency to its page, unless the case is theirs to open', () => {
    expect(leadOf({ kind: 'emergencyAsked', about: { emergency: 'e' } })).toEqual({ to: 'emergency' })
    const about = { emergency: 'e', org: 'o', case: 'c', code: 'K4T-9WX' }
    expect(leadOf({ kind: 'emergencyGranted', about })).toMatchObject({ to: 'case' })
  })

  test('from a request to erase to where it is decided, and from an erased case nowhere', () => {
    expect(leadOf({ kind: 'erasureAsked', about: { erasure: 'e' } })).toEqual({ to: 'erasures' })
    expect(leadOf({ kind: 'caseErased', about: { code: 'K4T-9WX' } })).toEqual({ to: 'day' })
  })

  test('from an alarm of the log to how the log stands', () => {
    expect(leadOf({ kind: 'logDisputed', about: {} })).toEqual({ to: 'log' })
  })

  test('from a referral to the box in which it lies', () => {
    expect(leadOf({ kind: 'referralOffered', about: { code: 'R-1' } })).toEqual({
      to: 'received',
      code: 'R-1',
    })
    const about = { org: 'o', referral: 'r', code: 'R-1' }
    expect(leadOf({ kind: 'referralDeclined', about })).toEqual({ to: 'sent', code: 'R-1' })
  })
})
