/** How much of a promise's time has gone: nought when it began, one when it is due or late. */
export function spentOf(began: Date, due: Date, now: Date): number {
  const whole = due.getTime() - began.getTime()
  if (whole <= 0) return 1
  return Math.min(1, Math.max(0, (now.getTime() - began.getTime()) / whole))
}
