/** What a key pair belongs to: a part of a case, a referral's own note, the address of a site, the words of a request, an incident or a complaint, a tip, a screening, a part of a criminal case, a network. */
export interface Holder {
  readonly org: string
  readonly kind:
    | 'case'
    | 'referral'
    | 'site'
    | 'emergency'
    | 'breach'
    | 'complaint'
    | 'tip'
    | 'screening'
    | 'criminalCase'
    | 'network'
  readonly id: string
  readonly caseId: string | null
  readonly part: string
}
