import type { Words } from '@setu/vocabulary'
import type { Draws } from './draws.ts'

/** Where a name is at home. Names follow families, so they are drawn together. */
export type NameCustom = 'muslim' | 'hindu' | 'rohingya' | 'hill'

type Pair = readonly [bn: string, en: string]

interface Names {
  readonly women: readonly Pair[]
  readonly afterWomen: readonly Pair[]
  readonly men: readonly Pair[]
  readonly afterMen: readonly Pair[]
}

const muslim: Names = {
  women: [
    ['রহিমা', 'Rahima'],
    ['শিউলি', 'Shiuli'],
    ['নাসিমা', 'Nasima'],
    ['রোকেয়া', 'Rokeya'],
    ['মরিয়ম', 'Mariam'],
    ['আয়েশা', 'Ayesha'],
    ['ফাতেমা', 'Fatema'],
    ['জোসনা', 'Josna'],
    ['শাহানা', 'Shahana'],
    ['রেহানা', 'Rehana'],
    ['খাদিজা', 'Khadija'],
    ['সুমি', 'Sumi'],
    ['রুনা', 'Runa'],
    ['লাকী', 'Lucky'],
    ['মুক্তা', 'Mukta'],
    ['শিরিন', 'Shirin'],
    ['তাসলিমা', 'Taslima'],
    ['বিলকিস', 'Bilkis'],
    ['রাবেয়া', 'Rabeya'],
    ['আমেনা', 'Amena'],
    ['কোহিনুর', 'Kohinur'],
    ['শেফালী', 'Shefali'],
    ['মনোয়ারা', 'Monowara'],
    ['ময়না', 'Moyna'],
    ['চম্পা', 'Champa'],
    ['রিনা', 'Rina'],
    ['সাবিনা', 'Sabina'],
    ['জেসমিন', 'Jesmin'],
    ['নূরজাহান', 'Nurjahan'],
    ['হালিমা', 'Halima'],
  ],
  afterWomen: [
    ['খাতুন', 'Khatun'],
    ['বেগম', 'Begum'],
    ['আক্তার', 'Akter'],
    ['বিবি', 'Bibi'],
    ['খানম', 'Khanom'],
    ['সুলতানা', 'Sultana'],
  ],
  men: [
    ['আব্দুল করিম', 'Abdul Karim'],
    ['শহিদুল', 'Shahidul'],
    ['জাহাঙ্গীর', 'Jahangir'],
    ['মনিরুল', 'Monirul'],
    ['সোহেল', 'Sohel'],
    ['আলমগীর', 'Alamgir'],
    ['মিজানুর', 'Mizanur'],
    ['সুমন', 'Suman'],
    ['রাসেল', 'Rasel'],
    ['জুয়েল', 'Jewel'],
    ['বাবুল', 'Babul'],
    ['সেলিম', 'Selim'],
    ['নাজমুল', 'Nazmul'],
    ['আমিনুল', 'Aminul'],
    ['শাকিল', 'Shakil'],
    ['হাসান', 'Hasan'],
    ['রুবেল', 'Rubel'],
    ['ইব্রাহিম', 'Ibrahim'],
    ['তারেক', 'Tareq'],
    ['মামুন', 'Mamun'],
  ],
  afterMen: [
    ['হোসেন', 'Hossain'],
    ['মিয়া', 'Mia'],
    ['ইসলাম', 'Islam'],
    ['আলী', 'Ali'],
    ['শেখ', 'Sheikh'],
    ['মোল্লা', 'Molla'],
    ['গাজী', 'Gazi'],
    ['সরদার', 'Sardar'],
  ],
}

const hindu: Names = {
  women: [
    ['মালতী', 'Malati'],
    ['সরস্বতী', 'Saraswati'],
    ['পূর্ণিমা', 'Purnima'],
    ['অঞ্জলি', 'Anjali'],
    ['লক্ষ্মী', 'Lakshmi'],
    ['গীতা', 'Gita'],
    ['কাকলি', 'Kakoli'],
    ['সন্ধ্যা', 'Sandhya'],
    ['রাধা', 'Radha'],
    ['দীপালি', 'Dipali'],
  ],
  afterWomen: [
    ['মণ্ডল', 'Mondal'],
    ['দাস', 'Das'],
    ['রানী', 'Rani'],
    ['সরকার', 'Sarkar'],
    ['বিশ্বাস', 'Biswas'],
  ],
  men: [
    ['সুজন', 'Sujan'],
    ['বিপ্লব', 'Biplab'],
    ['গোপাল', 'Gopal'],
    ['উত্তম', 'Uttam'],
    ['প্রদীপ', 'Pradip'],
    ['সুবল', 'Subal'],
    ['নিমাই', 'Nimai'],
    ['অমল', 'Amal'],
  ],
  afterMen: [
    ['মণ্ডল', 'Mondal'],
    ['দাস', 'Das'],
    ['সরকার', 'Sarkar'],
    ['বিশ্বাস', 'Biswas'],
    ['হালদার', 'Halder'],
  ],
}

const rohingya: Names = {
  women: [
    ['সেনোয়ারা', 'Senowara'],
    ['নুর কায়েদা', 'Nur Kayeda'],
    ['হামিদা', 'Hamida'],
    ['রমিদা', 'Romida'],
    ['শওকত আরা', 'Showkat Ara'],
    ['মিনারা', 'Minara'],
    ['জাহেদা', 'Jaheda'],
    ['উম্মে কুলসুম', 'Umme Kulsum'],
  ],
  afterWomen: [
    ['বেগম', 'Begum'],
    ['খাতুন', 'Khatun'],
    ['বিবি', 'Bibi'],
  ],
  men: [
    ['মোহাম্মদ আয়াস', 'Mohammed Ayas'],
    ['নুর কবির', 'Nur Kabir'],
    ['ছৈয়দ', 'Soyed'],
    ['মোহাম্মদ রফিক', 'Mohammed Rafik'],
    ['আনোয়ার', 'Anowar'],
    ['জুবাইর', 'Zubair'],
  ],
  afterMen: [
    ['উল্লাহ', 'Ullah'],
    ['আলম', 'Alam'],
    ['হোসেন', 'Hossain'],
    ['ইসলাম', 'Islam'],
  ],
}

const hill: Names = {
  women: [
    ['মিনা', 'Mina'],
    ['সুপ্রভা', 'Suprova'],
    ['আলোরানী', 'Alorani'],
    ['উমে', 'Ume'],
  ],
  afterWomen: [
    ['চাকমা', 'Chakma'],
    ['মারমা', 'Marma'],
    ['ত্রিপুরা', 'Tripura'],
  ],
  men: [
    ['সুমন্ত', 'Sumanta'],
    ['উথোয়াই', 'Uthowai'],
    ['কিরণ', 'Kiron'],
  ],
  afterMen: [
    ['চাকমা', 'Chakma'],
    ['মারমা', 'Marma'],
    ['ত্রিপুরা', 'Tripura'],
  ],
}

const customs: Readonly<Record<NameCustom, Names>> = { muslim, hindu, rohingya, hill }

function join(first: Pair, second: Pair): Words {
  return { bn: `${first[0]} ${second[0]}`, en: `${first[1]} ${second[1]}` }
}

/** A made-up full name, in Bangla and as it is written in Latin letters. */
export function drawName(draws: Draws, custom: NameCustom, woman: boolean): Words {
  const names = customs[custom]
  return woman
    ? join(draws.pick(names.women), draws.pick(names.afterWomen))
    : join(draws.pick(names.men), draws.pick(names.afterMen))
}
