/** A refugee camp. Its blocks are a free sub-code, since they are cut anew from time to time. */
export interface Camp {
  readonly code: string
  /** The code of the upazila it lies in. */
  readonly upazila: string
  readonly en: string
  readonly bn: string
  readonly variants: readonly string[]
  /** Closed: kept so that old records can be read. */
  readonly retired?: true
}

/** The Rohingya camps of Ukhiya and Teknaf, and Bhasan Char. */
export const camps: readonly Camp[] = [
  { code: 'BD2022-camp-1e', upazila: 'BD2022-ukhiya', en: 'Camp 1E', bn: 'ক্যাম্প ১ পূর্ব', variants: [] },
  { code: 'BD2022-camp-1w', upazila: 'BD2022-ukhiya', en: 'Camp 1W', bn: 'ক্যাম্প ১ পশ্চিম', variants: [] },
  { code: 'BD2022-camp-2e', upazila: 'BD2022-ukhiya', en: 'Camp 2E', bn: 'ক্যাম্প ২ পূর্ব', variants: [] },
  { code: 'BD2022-camp-2w', upazila: 'BD2022-ukhiya', en: 'Camp 2W', bn: 'ক্যাম্প ২ পশ্চিম', variants: [] },
  { code: 'BD2022-camp-3', upazila: 'BD2022-ukhiya', en: 'Camp 3', bn: 'ক্যাম্প ৩', variants: [] },
  { code: 'BD2022-camp-4', upazila: 'BD2022-ukhiya', en: 'Camp 4', bn: 'ক্যাম্প ৪', variants: [] },
  {
    code: 'BD2022-camp-4x',
    upazila: 'BD2022-ukhiya',
    en: 'Camp 4 Extension',
    bn: 'ক্যাম্প ৪ সম্প্রসারণ',
    variants: [],
  },
  { code: 'BD2022-camp-5', upazila: 'BD2022-ukhiya', en: 'Camp 5', bn: 'ক্যাম্প ৫', variants: [] },
  { code: 'BD2022-camp-6', upazila: 'BD2022-ukhiya', en: 'Camp 6', bn: 'ক্যাম্প ৬', variants: [] },
  { code: 'BD2022-camp-7', upazila: 'BD2022-ukhiya', en: 'Camp 7', bn: 'ক্যাম্প ৭', variants: [] },
  { code: 'BD2022-camp-8e', upazila: 'BD2022-ukhiya', en: 'Camp 8E', bn: 'ক্যাম্প ৮ পূর্ব', variants: [] },
  { code: 'BD2022-camp-8w', upazila: 'BD2022-ukhiya', en: 'Camp 8W', bn: 'ক্যাম্প ৮ পশ্চিম', variants: [] },
  { code: 'BD2022-camp-9', upazila: 'BD2022-ukhiya', en: 'Camp 9', bn: 'ক্যাম্প ৯', variants: [] },
  { code: 'BD2022-camp-10', upazila: 'BD2022-ukhiya', en: 'Camp 10', bn: 'ক্যাম্প ১০', variants: [] },
  { code: 'BD2022-camp-11', upazila: 'BD2022-ukhiya', en: 'Camp 11', bn: 'ক্যাম্প ১১', variants: [] },
  { code: 'BD2022-camp-12', upazila: 'BD2022-ukhiya', en: 'Camp 12', bn: 'ক্যাম্প ১২', variants: [] },
  { code: 'BD2022-camp-13', upazila: 'BD2022-ukhiya', en: 'Camp 13', bn: 'ক্যাম্প ১৩', variants: [] },
  { code: 'BD2022-camp-14', upazila: 'BD2022-ukhiya', en: 'Camp 14', bn: 'ক্যাম্প ১৪', variants: [] },
  { code: 'BD2022-camp-15', upazila: 'BD2022-ukhiya', en: 'Camp 15', bn: 'ক্যাম্প ১৫', variants: [] },
  { code: 'BD2022-camp-16', upazila: 'BD2022-ukhiya', en: 'Camp 16', bn: 'ক্যাম্প ১৬', variants: [] },
  { code: 'BD2022-camp-17', upazila: 'BD2022-ukhiya', en: 'Camp 17', bn: 'ক্যাম্প ১৭', variants: [] },
  { code: 'BD2022-camp-18', upazila: 'BD2022-ukhiya', en: 'Camp 18', bn: 'ক্যাম্প ১৮', variants: [] },
  { code: 'BD2022-camp-19', upazila: 'BD2022-ukhiya', en: 'Camp 19', bn: 'ক্যাম্প ১৯', variants: [] },
  { code: 'BD2022-camp-20', upazila: 'BD2022-ukhiya', en: 'Camp 20', bn: 'ক্যাম্প ২০', variants: [] },
  {
    code: 'BD2022-camp-20x',
    upazila: 'BD2022-ukhiya',
    en: 'Camp 20 Extension',
    bn: 'ক্যাম্প ২০ সম্প্রসারণ',
    variants: [],
  },
  {
    code: 'BD2022-camp-21',
    upazila: 'BD2022-teknaf',
    en: 'Camp 21',
    bn: 'ক্যাম্প ২১',
    variants: ['Chakmarkul'],
  },
  {
    code: 'BD2022-camp-22',
    upazila: 'BD2022-teknaf',
    en: 'Camp 22',
    bn: 'ক্যাম্প ২২',
    variants: ['Unchiprang'],
  },
  {
    code: 'BD2022-camp-23',
    upazila: 'BD2022-teknaf',
    en: 'Camp 23',
    bn: 'ক্যাম্প ২৩',
    variants: ['Shamlapur'],
    retired: true,
  },
  { code: 'BD2022-camp-24', upazila: 'BD2022-teknaf', en: 'Camp 24', bn: 'ক্যাম্প ২৪', variants: ['Leda'] },
  { code: 'BD2022-camp-25', upazila: 'BD2022-teknaf', en: 'Camp 25', bn: 'ক্যাম্প ২৫', variants: ['Ali Khali'] },
  { code: 'BD2022-camp-26', upazila: 'BD2022-teknaf', en: 'Camp 26', bn: 'ক্যাম্প ২৬', variants: ['Nayapara'] },
  { code: 'BD2022-camp-27', upazila: 'BD2022-teknaf', en: 'Camp 27', bn: 'ক্যাম্প ২৭', variants: ['Jadimura'] },
  {
    code: 'BD2022-camp-krc',
    upazila: 'BD2022-ukhiya',
    en: 'Kutupalong registered camp',
    bn: 'কুতুপালং নিবন্ধিত ক্যাম্প',
    variants: ['Kutupalong RC', 'KRC'],
  },
  {
    code: 'BD2022-camp-nrc',
    upazila: 'BD2022-teknaf',
    en: 'Nayapara registered camp',
    bn: 'নয়াপাড়া নিবন্ধিত ক্যাম্প',
    variants: ['Nayapara RC', 'NRC'],
  },
  {
    code: 'BD2075-camp-bhasanchar',
    upazila: 'BD2075-hatia',
    en: 'Bhasan Char',
    bn: 'ভাসানচর',
    variants: ['Bhashan Char'],
  },
]
