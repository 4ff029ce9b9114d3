/** A division of Bangladesh. */
export interface Division {
  /** The humanitarian place code, which is not the ISO code: BD30 is Dhaka division, BD-30 Kushtia district. */
  readonly pcode: string
  /** ISO 3166-2. */
  readonly iso: string
  readonly en: string
  readonly bn: string
  readonly variants: readonly string[]
}

/** A district (zila) of Bangladesh. */
export interface District extends Division {
  /** The P-code of its division. */
  readonly division: string
  /** Its place on the tile map, counted from the north-west corner. */
  readonly tile: { readonly column: number; readonly row: number }
}

/** The eight divisions of Bangladesh. */
export const divisions: readonly Division[] = [
  { pcode: 'BD10', iso: 'BD-A', en: 'Barishal', bn: 'বরিশাল', variants: ['Barisal'] },
  { pcode: 'BD20', iso: 'BD-B', en: 'Chattogram', bn: 'চট্টগ্রাম', variants: ['Chittagong'] },
  { pcode: 'BD30', iso: 'BD-C', en: 'Dhaka', bn: 'ঢাকা', variants: [] },
  { pcode: 'BD40', iso: 'BD-D', en: 'Khulna', bn: 'খুলনা', variants: [] },
  { pcode: 'BD45', iso: 'BD-H', en: 'Mymensingh', bn: 'ময়মনসিংহ', variants: [] },
  { pcode: 'BD50', iso: 'BD-E', en: 'Rajshahi', bn: 'রাজশাহী', variants: [] },
  { pcode: 'BD55', iso: 'BD-F', en: 'Rangpur', bn: 'রংপুর', variants: [] },
  { pcode: 'BD60', iso: 'BD-G', en: 'Sylhet', bn: 'সিলেট', variants: [] },
]

type Row = readonly [
  pcode: string,
  iso: string,
  en: string,
  bn: string,
  column: number,
  row: number,
  ...variants: string[],
]

const rows: readonly Row[] = [
  ['BD1004', 'BD-02', 'Barguna', 'বরগুনা', 3, 10],
  ['BD1006', 'BD-06', 'Barishal', 'বরিশাল', 4, 8, 'Barisal'],
  ['BD1009', 'BD-07', 'Bhola', 'ভোলা', 5, 8],
  ['BD1042', 'BD-25', 'Jhalakathi', 'ঝালকাঠি', 3, 9, 'Jhalokati', 'Jhalokathi', 'Jhalakati'],
  ['BD1078', 'BD-51', 'Patuakhali', 'পটুয়াখালী', 4, 9, 'Potuakhali'],
  ['BD1079', 'BD-50', 'Pirojpur', 'পিরোজপুর', 3, 8],
  ['BD2003', 'BD-01', 'Bandarban', 'বান্দরবান', 9, 9],
  ['BD2012', 'BD-04', 'Brahmanbaria', 'ব্রাহ্মণবাড়িয়া', 7, 5, 'Brahamanbaria', 'B. Baria'],
  ['BD2013', 'BD-09', 'Chandpur', 'চাঁদপুর', 6, 7],
  ['BD2015', 'BD-10', 'Chattogram', 'চট্টগ্রাম', 8, 8, 'Chittagong', 'Ctg'],
  ['BD2019', 'BD-08', 'Cumilla', 'কুমিল্লা', 6, 6, 'Comilla'],
  ['BD2022', 'BD-11', "Cox's Bazar", 'কক্সবাজার', 8, 9, 'Coxsbazar', 'Coxs Bazar'],
  ['BD2030', 'BD-16', 'Feni', 'ফেনী', 7, 7],
  ['BD2046', 'BD-29', 'Khagrachhari', 'খাগড়াছড়ি', 8, 7, 'Khagrachari'],
  ['BD2051', 'BD-31', 'Lakshmipur', 'লক্ষ্মীপুর', 6, 8, 'Laxmipur', 'Luxmipur'],
  ['BD2075', 'BD-47', 'Noakhali', 'নোয়াখালী', 7, 8],
  ['BD2084', 'BD-56', 'Rangamati', 'রাঙ্গামাটি', 9, 8],
  ['BD3026', 'BD-13', 'Dhaka', 'ঢাকা', 4, 5],
  ['BD3029', 'BD-15', 'Faridpur', 'ফরিদপুর', 3, 6],
  ['BD3033', 'BD-18', 'Gazipur', 'গাজীপুর', 5, 5],
  ['BD3035', 'BD-17', 'Gopalganj', 'গোপালগঞ্জ', 3, 7, 'Gopalgonj'],
  ['BD3048', 'BD-26', 'Kishoreganj', 'কিশোরগঞ্জ', 6, 4, 'Kishorganj', 'Kishoregonj'],
  ['BD3054', 'BD-36', 'Madaripur', 'মাদারীপুর', 4, 7],
  ['BD3056', 'BD-33', 'Manikganj', 'মানিকগঞ্জ', 3, 5, 'Manikgonj'],
  ['BD3059', 'BD-35', 'Munshiganj', 'মুন্সিগঞ্জ', 4, 6, 'Munshigonj', 'Munsiganj'],
  ['BD3067', 'BD-40', 'Narayanganj', 'নারায়ণগঞ্জ', 5, 6, 'Narayangonj'],
  ['BD3068', 'BD-42', 'Narsingdi', 'নরসিংদী', 6, 5, 'Narshingdi'],
  ['BD3082', 'BD-53', 'Rajbari', 'রাজবাড়ী', 2, 6],
  ['BD3086', 'BD-62', 'Shariatpur', 'শরীয়তপুর', 5, 7, 'Shariyatpur'],
  ['BD3093', 'BD-63', 'Tangail', 'টাঙ্গাইল', 4, 4],
  ['BD4001', 'BD-05', 'Bagerhat', 'বাগেরহাট', 2, 8, 'Bagherhat'],
  ['BD4018', 'BD-12', 'Chuadanga', 'চুয়াডাঙ্গা', 0, 6],
  ['BD4041', 'BD-22', 'Jashore', 'যশোর', 0, 7, 'Jessore'],
  ['BD4044', 'BD-23', 'Jhenaidah', 'ঝিনাইদহ', 1, 6, 'Jhenidah', 'Jhenaidaha'],
  ['BD4047', 'BD-27', 'Khulna', 'খুলনা', 1, 8],
  ['BD4050', 'BD-30', 'Kushtia', 'কুষ্টিয়া', 1, 5],
  ['BD4055', 'BD-37', 'Magura', 'মাগুরা', 1, 7],
  ['BD4057', 'BD-39', 'Meherpur', 'মেহেরপুর', 0, 5],
  ['BD4065', 'BD-43', 'Narail', 'নড়াইল', 2, 7],
  ['BD4087', 'BD-58', 'Satkhira', 'সাতক্ষীরা', 0, 8, 'Shatkhira'],
  ['BD4539', 'BD-21', 'Jamalpur', 'জামালপুর', 4, 3],
  ['BD4561', 'BD-34', 'Mymensingh', 'ময়মনসিংহ', 5, 4],
  ['BD4572', 'BD-41', 'Netrakona', 'নেত্রকোনা', 6, 3, 'Netrokona'],
  ['BD4589', 'BD-57', 'Sherpur', 'শেরপুর', 5, 3],
  ['BD5010', 'BD-03', 'Bogura', 'বগুড়া', 3, 3, 'Bogra'],
  ['BD5038', 'BD-24', 'Joypurhat', 'জয়পুরহাট', 2, 3, 'Jaipurhat', 'Joypurhaat'],
  ['BD5064', 'BD-48', 'Naogaon', 'নওগাঁ', 1, 3],
  ['BD5069', 'BD-44', 'Natore', 'নাটোর', 2, 4],
  ['BD5070', 'BD-45', 'Chapai Nawabganj', 'চাঁপাইনবাবগঞ্জ', 0, 4, 'Nawabganj', 'Chapainawabganj', 'Chapai'],
  ['BD5076', 'BD-49', 'Pabna', 'পাবনা', 2, 5],
  ['BD5081', 'BD-54', 'Rajshahi', 'রাজশাহী', 1, 4],
  ['BD5088', 'BD-59', 'Sirajganj', 'সিরাজগঞ্জ', 3, 4, 'Serajganj', 'Sirajgonj'],
  ['BD5527', 'BD-14', 'Dinajpur', 'দিনাজপুর', 2, 2],
  ['BD5532', 'BD-19', 'Gaibandha', 'গাইবান্ধা', 4, 2, 'Gaibanda'],
  ['BD5549', 'BD-28', 'Kurigram', 'কুড়িগ্রাম', 4, 1],
  ['BD5552', 'BD-32', 'Lalmonirhat', 'লালমনিরহাট', 3, 1],
  ['BD5573', 'BD-46', 'Nilphamari', 'নীলফামারী', 2, 1],
  ['BD5577', 'BD-52', 'Panchagarh', 'পঞ্চগড়', 1, 0, 'Panchagar'],
  ['BD5585', 'BD-55', 'Rangpur', 'রংপুর', 3, 2],
  ['BD5594', 'BD-64', 'Thakurgaon', 'ঠাকুরগাঁও', 1, 1],
  ['BD6036', 'BD-20', 'Habiganj', 'হবিগঞ্জ', 7, 4, 'Hobiganj', 'Habigonj'],
  ['BD6058', 'BD-38', 'Moulvibazar', 'মৌলভীবাজার', 8, 4, 'Maulvibazar', 'Moulvi Bazar', 'Maulvi Bazar'],
  ['BD6090', 'BD-61', 'Sunamganj', 'সুনামগঞ্জ', 7, 3, 'Sunamgonj'],
  ['BD6091', 'BD-60', 'Sylhet', 'সিলেট', 8, 3],
]

/**
 * The 64 districts of Bangladesh under their present English spelling, with older and other spellings.
 *
 * P-codes are of OCHA's common operational dataset (13 November 2020), ISO codes of ISO 3166-2:BD.
 */
export const districts: readonly District[] = rows.map(([pcode, iso, en, bn, column, row, ...variants]) => ({
  pcode,
  iso,
  en,
  bn,
  variants,
  division: pcode.slice(0, 4),
  tile: { column, row },
}))
