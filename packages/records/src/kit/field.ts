import type { CodeList, HtcdsFieldName } from '@setu/vocabulary'

/** A label in every language that Setu speaks. */
export interface Words {
  readonly en: string
  readonly bn: string
}

/**
 * How far a value may travel. There is no default: a field without a reach does not compile.
 *
 * `sealed` is encrypted under the key of its part and never leaves the record; `agency` stays with the
 * organisation that wrote it; `shared` may reach those whom a consented referral names; `open` may be
 * published after disclosure control.
 */
export type Reach = 'sealed' | 'agency' | 'shared' | 'open'

/** What becomes of a value when a file is anonymised. What is not named is removed. */
export type Erasure = 'remove' | 'keep' | 'coarsen'

interface Common {
  readonly reach: Reach
  readonly label: Words
  /** Why we ask, in words a caseworker can say aloud. */
  readonly why?: Words
  readonly required?: true
  readonly erasure?: Erasure
  /** The HTCDS 2.0 field that carries this value on the wire; without it the value has no HTCDS place. */
  readonly htcds?: HtcdsFieldName
}

/** One thing that a record keeps. The kind decides its column, its check, its question and its cell. */
export type Field =
  | (Common & { readonly kind: 'text'; readonly most: number; readonly lines?: true })
  | (Common & { readonly kind: 'phone' })
  | (Common & { readonly kind: 'email' })
  /** `usually: 'today'` is for what is mostly written down on the day on which it is done. */
  | (Common & { readonly kind: 'day'; readonly usually?: 'today' })
  | (Common & { readonly kind: 'partialDate' })
  | (Common & { readonly kind: 'moment' })
  | (Common & {
      readonly kind: 'number'
      readonly least: number
      readonly most: number
      readonly decimals?: true
    })
  /** An amount in the smallest unit of its currency, which is the taka unless the record names another. */
  | (Common & { readonly kind: 'money' })
  | (Common & { readonly kind: 'yesNo' })
  | (Common & { readonly kind: 'code'; readonly from: CodeList<string> })
  | (Common & { readonly kind: 'codes'; readonly from: CodeList<string> })
  | (Common & { readonly kind: 'language' })
  | (Common & { readonly kind: 'country' })
  | (Common & { readonly kind: 'countries' })
  | (Common & { readonly kind: 'place' })
  | (Common & { readonly kind: 'link'; readonly to: string })

/** The greatest amount of money that is kept, in the smallest unit: a thousand million taka. */
export const mostMoney = 100_000_000_000

export type FieldKind = Field['kind']

type Stored<F extends Field> = F extends { kind: 'code'; from: CodeList<infer Code> }
  ? Code
  : F extends { kind: 'codes'; from: CodeList<infer Code> }
    ? readonly Code[]
    : F extends { kind: 'countries' }
      ? readonly string[]
      : F extends { kind: 'yesNo' }
        ? boolean
        : F extends { kind: 'number' | 'money' }
          ? number
          : string

/** The value that a field holds; `null` is "known to be empty". */
export type ValueOf<F extends Field> = F extends { required: true } ? Stored<F> : Stored<F> | null
