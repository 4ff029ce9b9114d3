import type { RiskDomain, Words } from '@setu/vocabulary'

const say = (en: string, bn: string): Words => ({ en, bn })

/** What a risk rests on, as a caseworker might put it. */
export const riskWords: Readonly<Record<RiskDomain, Words>> = {
  traffickerContact: say(
    'The broker asked a neighbour twice where the person lives now.',
    'দালাল এক প্রতিবেশীর কাছে দুবার জানতে চেয়েছে তিনি এখন কোথায় থাকেন।',
  ),
  family: say('A brother says that the family lost its honour.', 'এক ভাই বলছেন পরিবারের মান গেছে।'),
  debt: say(
    'The loan for the journey is still owed, with interest every month.',
    'যাত্রার ঋণ এখনো শোধ হয়নি, প্রতি মাসে সুদ বাড়ছে।',
  ),
  selfHarm: say(
    'Sleeps badly and said that nothing matters any more.',
    'ঘুম ভালো হয় না; বলেছেন আর কিছুরই মানে নেই।',
  ),
  health: say(
    'Pain in the back since the work abroad; not yet examined.',
    'বিদেশে কাজের পর থেকে পিঠে ব্যথা; এখনো পরীক্ষা হয়নি।',
  ),
  community: say('People at the market talk.', 'বাজারে লোকে নানা কথা বলে।'),
  documents: say('The passport is still with the employer.', 'পাসপোর্ট এখনো নিয়োগকর্তার কাছে।'),
  legalExposure: say('Is named in a complaint that the agent filed.', 'এজেন্টের করা একটি অভিযোগে তাঁর নাম আছে।'),
  onlineExposure: say('A video is said to be passed around.', 'একটি ভিডিও ছড়ানো হচ্ছে বলে শোনা যাচ্ছে।'),
}

/** Signs that danger is near. */
export const dangerSigns: readonly Words[] = [
  say('An unknown number calls twice in a row.', 'অচেনা নম্বর থেকে পরপর দুবার ফোন আসে।'),
  say('A motorcycle stops before the house in the evening.', 'সন্ধ্যায় বাড়ির সামনে মোটরসাইকেল থামে।'),
  say('A cousin of the broker comes to the shop.', 'দালালের এক আত্মীয় দোকানে আসে।'),
]

/** Whom to turn to. */
export const safePeople: readonly Words[] = [
  say('The school teacher two houses on.', 'দুই বাড়ি পরের স্কুলশিক্ষিকা।'),
  say('The aunt in the next upazila; she has the code word.', 'পাশের উপজেলার খালা; তিনি সংকেত-শব্দ জানেন।'),
  say('The nurse of the community clinic, in the mornings.', 'কমিউনিটি ক্লিনিকের নার্স, সকালে।'),
]

/** Where to go. */
export const safePlaces: readonly Words[] = [
  say('The clinic by day, the aunt’s house by night.', 'দিনে ক্লিনিক, রাতে খালার বাড়ি।'),
  say('The shop with the blue shutter; its owner knows.', 'নীল শাটারের দোকান; মালিক জানেন।'),
]

/** Words that mean something else to whoever listens. */
export const codeWords: readonly Words[] = [
  say('the mango pickle', 'আমের আচার'),
  say('the blue cloth', 'নীল কাপড়'),
  say('grandmother’s medicine', 'দাদির ওষুধ'),
]
