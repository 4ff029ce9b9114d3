import { type CodeOf, defineCodes } from '../codes.ts'

/**
 * Languages that survivors here speak. Codes are the usual web tags and `iso6393` the three-letter code.
 *
 * `htcds` is the ISO 639-2 code that HTCDS asks for: a family of languages where that list has none of its
 * own, as for Rohingya and Chittagonian.
 */
export const spokenLanguages = defineCodes('setu:spoken-language', '2026-01', [
  { code: 'bn', en: 'Bangla', bn: 'বাংলা', iso6393: 'ben', htcds: 'ben' },
  { code: 'rhg', en: 'Rohingya', bn: 'রোহিঙ্গা', iso6393: 'rhg', htcds: 'inc' },
  { code: 'ctg', en: 'Chittagonian', bn: 'চাটগাঁইয়া', iso6393: 'ctg', htcds: 'inc' },
  { code: 'syl', en: 'Sylheti', bn: 'সিলেটি', iso6393: 'syl', htcds: 'inc' },
  { code: 'rkt', en: 'Rangpuri', bn: 'রংপুরী', iso6393: 'rkt', htcds: 'inc' },
  { code: 'ccp', en: 'Chakma', bn: 'চাকমা', iso6393: 'ccp', htcds: 'inc' },
  { code: 'rmz', en: 'Marma', bn: 'মারমা', iso6393: 'rmz', htcds: 'sit' },
  { code: 'trp', en: 'Kokborok', bn: 'ককবরক', iso6393: 'trp', htcds: 'sit' },
  { code: 'mro', en: 'Mru', bn: 'ম্রো', iso6393: 'mro', htcds: 'sit' },
  { code: 'grt', en: 'Garo', bn: 'গারো', iso6393: 'grt', htcds: 'sit' },
  { code: 'sat', en: 'Santali', bn: 'সাঁওতালি', iso6393: 'sat', htcds: 'sat' },
  { code: 'unr', en: 'Mundari', bn: 'মুন্ডারি', iso6393: 'unr', htcds: 'mun' },
  { code: 'kru', en: 'Kurukh', bn: 'কুড়ুখ', iso6393: 'kru', htcds: 'kru' },
  { code: 'kha', en: 'Khasi', bn: 'খাসি', iso6393: 'kha', htcds: 'kha' },
  { code: 'mni', en: 'Meitei (Manipuri)', bn: 'মৈতৈ মণিপুরি', iso6393: 'mni', htcds: 'mni' },
  { code: 'bpy', en: 'Bishnupriya', bn: 'বিষ্ণুপ্রিয়া মণিপুরি', iso6393: 'bpy', htcds: 'inc' },
  { code: 'hi', en: 'Hindi', bn: 'হিন্দি', iso6393: 'hin', htcds: 'hin' },
  { code: 'ur', en: 'Urdu', bn: 'উর্দু', iso6393: 'urd', htcds: 'urd' },
  { code: 'as', en: 'Assamese', bn: 'অসমিয়া', iso6393: 'asm', htcds: 'asm' },
  { code: 'or', en: 'Odia', bn: 'ওড়িয়া', iso6393: 'ori', htcds: 'ori' },
  { code: 'ta', en: 'Tamil', bn: 'তামিল', iso6393: 'tam', htcds: 'tam' },
  { code: 'te', en: 'Telugu', bn: 'তেলুগু', iso6393: 'tel', htcds: 'tel' },
  { code: 'mr', en: 'Marathi', bn: 'মারাঠি', iso6393: 'mar', htcds: 'mar' },
  { code: 'gu', en: 'Gujarati', bn: 'গুজরাটি', iso6393: 'guj', htcds: 'guj' },
  { code: 'pa', en: 'Punjabi', bn: 'পাঞ্জাবি', iso6393: 'pan', htcds: 'pan' },
  { code: 'pnb', en: 'Western Punjabi', bn: 'পশ্চিমা পাঞ্জাবি', iso6393: 'pnb', htcds: 'inc' },
  { code: 'sd', en: 'Sindhi', bn: 'সিন্ধি', iso6393: 'snd', htcds: 'snd' },
  { code: 'ps', en: 'Pashto', bn: 'পশতু', iso6393: 'pus', htcds: 'pus' },
  { code: 'bho', en: 'Bhojpuri', bn: 'ভোজপুরি', iso6393: 'bho', htcds: 'bho' },
  { code: 'mai', en: 'Maithili', bn: 'মৈথিলি', iso6393: 'mai', htcds: 'mai' },
  { code: 'ne', en: 'Nepali', bn: 'নেপালি', iso6393: 'nep', htcds: 'nep' },
  { code: 'dz', en: 'Dzongkha', bn: 'জংখা', iso6393: 'dzo', htcds: 'dzo' },
  { code: 'si', en: 'Sinhala', bn: 'সিংহলি', iso6393: 'sin', htcds: 'sin' },
  { code: 'dv', en: 'Dhivehi', bn: 'দিভেহি', iso6393: 'div', htcds: 'div' },
  { code: 'my', en: 'Burmese', bn: 'বর্মি', iso6393: 'mya', htcds: 'mya' },
  { code: 'rki', en: 'Rakhine', bn: 'রাখাইন', iso6393: 'rki', htcds: 'sit' },
  { code: 'prs', en: 'Dari', bn: 'দারি', iso6393: 'prs', htcds: 'fas' },
  { code: 'fa', en: 'Persian', bn: 'ফার্সি', iso6393: 'fas', htcds: 'fas' },
  { code: 'ar', en: 'Arabic', bn: 'আরবি', iso6393: 'ara', htcds: 'ara' },
  { code: 'ms', en: 'Malay', bn: 'মালয়', iso6393: 'msa', htcds: 'msa' },
  { code: 'id', en: 'Indonesian', bn: 'ইন্দোনেশীয়', iso6393: 'ind', htcds: 'ind' },
  { code: 'th', en: 'Thai', bn: 'থাই', iso6393: 'tha', htcds: 'tha' },
  { code: 'km', en: 'Khmer', bn: 'খ্মের', iso6393: 'khm', htcds: 'khm' },
  { code: 'lo', en: 'Lao', bn: 'লাও', iso6393: 'lao', htcds: 'lao' },
  { code: 'vi', en: 'Vietnamese', bn: 'ভিয়েতনামি', iso6393: 'vie', htcds: 'vie' },
  { code: 'zh', en: 'Chinese', bn: 'চীনা', iso6393: 'zho', htcds: 'zho' },
  { code: 'ru', en: 'Russian', bn: 'রুশ', iso6393: 'rus', htcds: 'rus' },
  { code: 'it', en: 'Italian', bn: 'ইতালীয়', iso6393: 'ita', htcds: 'ita' },
  { code: 'el', en: 'Greek', bn: 'গ্রিক', iso6393: 'ell', htcds: 'ell' },
  { code: 'tr', en: 'Turkish', bn: 'তুর্কি', iso6393: 'tur', htcds: 'tur' },
  { code: 'en', en: 'English', bn: 'ইংরেজি', iso6393: 'eng', htcds: 'eng' },
  { code: 'sgn', en: 'A sign language', bn: 'ইশারা ভাষা', iso6393: null, htcds: 'sgn' },
  { code: 'und', en: 'Not known', bn: 'জানা নেই', iso6393: 'und', htcds: 'und' },
])

/** A language somebody speaks. */
export type SpokenLanguage = CodeOf<typeof spokenLanguages>
