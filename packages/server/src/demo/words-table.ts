import type { NoteKind, Words } from '@setu/vocabulary'

const say = (en: string, bn: string): Words => ({ en, bn })

/** What people wish for, as they might say it. */
export const wishes: readonly Words[] = [
  say('I want to sleep without fear, and then to think.', 'আমি ভয় ছাড়া ঘুমাতে চাই, তারপর ভাবব।'),
  say('I want to earn my own money and owe nobody.', 'আমি নিজে আয় করতে চাই, কারও কাছে ঋণী থাকতে চাই না।'),
  say('I want to see my child, but not in my village.', 'আমি আমার সন্তানকে দেখতে চাই, তবে গ্রামে নয়।'),
  say('I want my papers back.', 'আমি আমার কাগজপত্র ফেরত চাই।'),
  say('I want nobody in the village to know where I was.', 'আমি কোথায় ছিলাম, গ্রামের কেউ যেন না জানে।'),
  say('I want the broker to give back the money for the land.', 'দালাল যেন জমি বেচা টাকাটা ফেরত দেয়।'),
  say('I want to learn to sew, like my sister.', 'আমি বোনের মতো সেলাই শিখতে চাই।'),
  say('I want to go back to school.', 'আমি আবার স্কুলে যেতে চাই।'),
  say('I do not want a court case now. Maybe later.', 'এখন মামলা করতে চাই না। পরে হয়তো।'),
  say('I want somebody to come with me to the hospital.', 'হাসপাতালে কেউ আমার সঙ্গে চলুক, এটা চাই।'),
]

/** How safe somebody is right now, in a sentence or two. */
export const safeties: readonly Words[] = [
  say(
    'Stays with an aunt in another upazila. The broker does not know the house.',
    'অন্য উপজেলায় খালার বাড়িতে আছেন। দালাল বাড়িটি চেনে না।',
  ),
  say('The broker calls the old number. It is switched off.', 'দালাল পুরোনো নম্বরে ফোন করে। নম্বরটি বন্ধ।'),
  say(
    'In shelter, feels safe there. Afraid of the way to court.',
    'আশ্রয়কেন্দ্রে আছেন, সেখানে নিরাপদ বোধ করেন। আদালতে যাওয়ার পথে ভয় পান।',
  ),
  say('At home with the mother. An uncle is not to be told.', 'মায়ের কাছে বাড়িতে আছেন। এক চাচাকে কিছু জানানো যাবে না।'),
  say('Lenders come to the house at the end of each month.', 'প্রতি মাসের শেষে পাওনাদারেরা বাড়িতে আসেন।'),
  say(
    'No danger known today. Asked us to look again next week.',
    'আজ কোনো বিপদ জানা নেই। আগামী সপ্তাহে আবার দেখতে বলেছেন।',
  ),
]

/** Safe ways to reach somebody. */
export const safeWays: readonly Words[] = [
  say(
    'Call on Sunday or Tuesday after four. Say it is the tailor.',
    'রবি বা মঙ্গলবার চারটার পর ফোন করুন। বলবেন দর্জির দোকান থেকে।',
  ),
  say('Only through the school teacher, in person.', 'শুধু স্কুলের শিক্ষিকার মাধ্যমে, সামনাসামনি।'),
  say(
    'Ask shelter staff to fetch her. Never leave a message.',
    'আশ্রয়কেন্দ্রের কর্মীকে ডেকে দিতে বলুন। কখনো বার্তা রেখে যাবেন না।',
  ),
  say(
    'Own phone, mornings. If a man answers, it is a wrong number.',
    'নিজের ফোন, সকালে। পুরুষ কণ্ঠ ধরলে বলবেন ভুল নম্বর।',
  ),
  say('Comes to the office on market day. Do not visit.', 'হাটের দিন নিজেই অফিসে আসেন। বাড়িতে যাবেন না।'),
  say('Text only: “the cloth is ready”. Then wait for a call.', 'শুধু খুদে বার্তা: “কাপড় তৈরি”। তারপর ফোনের অপেক্ষা।'),
]

/** What caseworkers note, by the kind of note. */
export const noteWords: Readonly<Record<NoteKind, readonly Words[]>> = {
  general: [
    say('Met at the office for an hour. Calmer than last time.', 'অফিসে এক ঘণ্টা কথা হলো। গতবারের চেয়ে শান্ত।'),
    say('Went through the plan together. Two points changed.', 'একসঙ্গে পরিকল্পনা দেখলাম। দুটি জায়গা বদলানো হয়েছে।'),
    say(
      'Brought a neighbour’s child along, so we only spoke of school.',
      'সঙ্গে প্রতিবেশীর সন্তান ছিল, তাই শুধু স্কুল নিয়ে কথা হলো।',
    ),
    say(
      'Asked what happens if she says no later. Explained withdrawal again.',
      'পরে না বললে কী হবে জানতে চাইলেন। সম্মতি প্রত্যাহার আবার বুঝিয়ে বললাম।',
    ),
  ],
  survivorWords: [
    say('“I counted the days on the wall. Now I count my money.”', '“দেয়ালে দিন গুনতাম। এখন নিজের টাকা গুনি।”'),
    say('“They said the work was in a shop. There was no shop.”', '“বলেছিল দোকানে কাজ। কোনো দোকান ছিল না।”'),
    say('“I do not want to tell it a fourth time.”', '“চতুর্থবার বলতে চাই না।”'),
    say('“My mother believes me. That is enough for now.”', '“মা আমাকে বিশ্বাস করেন। আপাতত এটুকুই যথেষ্ট।”'),
  ],
  safety: [
    say(
      'New number given to two people only. Code word agreed.',
      'নতুন নম্বর শুধু দুজনকে দেওয়া হয়েছে। সংকেত-শব্দ ঠিক হয়েছে।',
    ),
    say(
      'A man asked for her at the bazaar. Moved the meeting place.',
      'বাজারে একজন তাঁর খোঁজ করেছে। দেখা করার জায়গা বদলেছি।',
    ),
    say('Knows where to go at night and who opens the door.', 'রাতে কোথায় যাবেন ও কে দরজা খুলবেন, তা জানেন।'),
  ],
  contactAttempt: [
    say(
      'Called twice on the agreed day, no answer. Will try the teacher.',
      'ঠিক করা দিনে দুবার ফোন করেছি, ধরেননি। শিক্ষিকার মাধ্যমে চেষ্টা করব।',
    ),
    say(
      'Reached through the trusted person. Comes on Sunday.',
      'বিশ্বস্ত ব্যক্তির মাধ্যমে যোগাযোগ হয়েছে। রবিবার আসবেন।',
    ),
    say('Number switched off. Nothing said to the neighbours.', 'নম্বর বন্ধ। প্রতিবেশীদের কিছু বলা হয়নি।'),
  ],
  psychosocial: [
    say(
      'Third session. Sleeps four hours. Breathing exercise helps.',
      'তৃতীয় সেশন। চার ঘণ্টা ঘুমান। শ্বাসের ব্যায়ামে উপকার পাচ্ছেন।',
    ),
    say('Does not want to speak of the house. We drew the garden.', 'বাড়িটির কথা বলতে চান না। আমরা বাগান এঁকেছি।'),
    say('Laughed today. Wants the group to meet again.', 'আজ হেসেছেন। দলটি আবার বসুক, চান।'),
  ],
  medical: [
    say('Seen by the doctor. Check-up in four weeks.', 'চিকিৎসক দেখেছেন। চার সপ্তাহ পর আবার দেখাতে হবে।'),
    say(
      'Back pain from lifting. Physiotherapy begins Monday.',
      'ভারী কাজ করে পিঠে ব্যথা। সোমবার থেকে ফিজিওথেরাপি।',
    ),
    say('Medicine given, explained with pictures.', 'ওষুধ দেওয়া হয়েছে, ছবি দেখিয়ে বোঝানো হয়েছে।'),
  ],
  legal: [
    say(
      'Lawyer explained the choice between a case and compensation.',
      'মামলা ও ক্ষতিপূরণের পথ আইনজীবী বুঝিয়ে বলেছেন।',
    ),
    say('Wants time before deciding about a statement.', 'জবানবন্দির বিষয়ে ভাবার সময় চান।'),
    say('Papers for the claim are complete but for one receipt.', 'একটি রসিদ ছাড়া দাবির কাগজপত্র সম্পূর্ণ।'),
  ],
  policeLiaison: [
    say(
      'Told the desk what she agreed to, and nothing else.',
      'তিনি যতটুকুতে সম্মত, ডেস্ককে শুধু ততটুকু জানানো হয়েছে।',
    ),
    say(
      'Desk asks for a meeting. Asked her: not this week.',
      'ডেস্ক দেখা করতে চায়। তাঁকে জিজ্ঞেস করেছি: এ সপ্তাহে নয়।',
    ),
  ],
  family: [
    say(
      'Mother traced and willing. Father not told yet, as asked.',
      'মায়ের খোঁজ পাওয়া গেছে, তিনি রাজি। তাঁর কথামতো বাবাকে এখনো জানানো হয়নি।',
    ),
    say(
      'Brother pays the lender. The family is tired, but kind.',
      'ভাই পাওনাদারকে টাকা দিচ্ছেন। পরিবার ক্লান্ত, তবে সদয়।',
    ),
    say(
      'Address as she remembers it: the mill, the pond, two roads on.',
      'তাঁর মনে থাকা ঠিকানা: কল, পুকুর, তারপর দুই রাস্তা।',
    ),
  ],
  shelter: [
    say(
      'Shares a room with two others and cooks on Fridays.',
      'আরও দুজনের সঙ্গে ঘর ভাগ করে থাকেন, শুক্রবারে রান্না করেন।',
    ),
    say(
      'Asked to go out by herself. Agreed on hours with the manager.',
      'একা বাইরে যেতে চেয়েছেন। ব্যবস্থাপকের সঙ্গে সময় ঠিক হয়েছে।',
    ),
  ],
  livelihood: [
    say(
      'First order: six school dresses. Kept the accounts herself.',
      'প্রথম ফরমাশ: ছয়টি স্কুলড্রেস। হিসাব নিজেই রেখেছেন।',
    ),
    say(
      'Goat-keeping is not for her. Looks at the tea stall instead.',
      'ছাগল পালন তাঁর জন্য নয়। চায়ের দোকানের কথা ভাবছেন।',
    ),
    say(
      'Missed two training days because of the child. Childcare asked for.',
      'সন্তানের জন্য দুদিন প্রশিক্ষণে যেতে পারেননি। শিশুর দেখাশোনার ব্যবস্থা চাওয়া হয়েছে।',
    ),
  ],
  supervision: [
    say(
      'Went through the open promises together. One reassigned.',
      'খোলা প্রতিশ্রুতিগুলো একসঙ্গে দেখলাম। একটি অন্যকে দেওয়া হয়েছে।',
    ),
    say(
      'Agreed to wait with the family visit until the risk is looked at again.',
      'ঝুঁকি আবার দেখা পর্যন্ত পরিবারে যাওয়া পেছানো হলো।',
    ),
  ],
}

/** What a support plan aims for, and what is done for it. */
export const planWords: readonly { readonly aim: Words; readonly actions: Words }[] = [
  {
    aim: say('Sleep, health and one safe place to be.', 'ঘুম, স্বাস্থ্য ও থাকার একটি নিরাপদ জায়গা।'),
    actions: say(
      'Weekly counselling; a doctor’s visit; a room until March.',
      'সাপ্তাহিক কাউন্সেলিং; চিকিৎসক দেখানো; মার্চ পর্যন্ত একটি ঘর।',
    ),
  },
  {
    aim: say('A trade of her own within six months.', 'ছয় মাসের মধ্যে নিজের একটি পেশা।'),
    actions: say(
      'Sewing course; a machine on loan; first customers through the group.',
      'সেলাই প্রশিক্ষণ; ধারে একটি মেশিন; দলের মাধ্যমে প্রথম ক্রেতা।',
    ),
  },
  {
    aim: say('Papers that say who I am.', 'আমি কে, তা বলে এমন কাগজপত্র।'),
    actions: say(
      'Birth registration; identity card; copy of the contract.',
      'জন্ম নিবন্ধন; পরিচয়পত্র; চুক্তির অনুলিপি।',
    ),
  },
  {
    aim: say(
      'Back to class eight, with friends who do not ask.',
      'অষ্টম শ্রেণিতে ফেরা, এমন বন্ধুদের সঙ্গে যারা প্রশ্ন করে না।',
    ),
    actions: say(
      'Head teacher met; books and dress; a seat near the door.',
      'প্রধান শিক্ষকের সঙ্গে কথা; বই ও পোশাক; দরজার কাছে আসন।',
    ),
  },
  {
    aim: say('The debt ended, the land kept.', 'ঋণ শেষ, জমি থাকুক।'),
    actions: say(
      'List of debts; talk with the lender at the legal aid desk; savings group.',
      'ঋণের তালিকা; আইনি সহায়তা ডেস্কে পাওনাদারের সঙ্গে কথা; সঞ্চয় দল।',
    ),
  },
]

/** Why a case was closed. */
export const closureWords: readonly Words[] = [
  say(
    'Goals met, stable for four months, in her own words “enough”.',
    'লক্ষ্য পূরণ, চার মাস স্থিতিশীল, তাঁর কথায় “যথেষ্ট”।',
  ),
  say(
    'Moved for work and asked us to close. Knows how to come back.',
    'কাজের জন্য অন্যত্র গেছেন ও কেস সমাপ্ত করতে বলেছেন। ফিরে আসার উপায় জানেন।',
  ),
  say('Three safe attempts in six weeks without an answer.', 'ছয় সপ্তাহে তিনবার নিরাপদে চেষ্টা করেও সাড়া মেলেনি।'),
  say('Taken up by another organisation nearer to home.', 'বাড়ির কাছের অন্য একটি সংস্থা দায়িত্ব নিয়েছে।'),
]

/** What travels with a referral. */
export const referralWords: readonly Words[] = [
  say('Prefers to come with her caseworker the first time.', 'প্রথমবার কেস ওয়ার্কারের সঙ্গে আসতে চান।'),
  say('Please see her before noon; the last bus leaves at two.', 'দুপুরের আগে দেখুন; শেষ বাস দুইটায়।'),
  say(
    'Tired of telling it. Ask us first what is already known.',
    'বারবার বলতে ক্লান্ত। যা জানা আছে আগে আমাদের জিজ্ঞেস করুন।',
  ),
  say('Needs a woman to speak with.', 'একজন নারীর সঙ্গে কথা বলতে চান।'),
]

/** What comes back when the service is over. */
export const feedbackWords: readonly Words[] = [
  say(
    'Done as asked. She may come again without a new referral for a month.',
    'চাহিদামতো সম্পন্ন। এক মাস নতুন রেফারেল ছাড়াই আসতে পারবেন।',
  ),
  say('Four of six sessions; she found work and stopped.', 'ছয়টির মধ্যে চারটি সেশন; কাজ পেয়ে আর আসেননি।'),
  say('Papers are ready and were handed over.', 'কাগজপত্র তৈরি ও হস্তান্তর করা হয়েছে।'),
  say('Did not come on three days that we had agreed.', 'ঠিক করা তিন দিনেও আসেননি।'),
]

/** What people say of something that they are accused of and were made to do. */
export const accusationWords: readonly Words[] = [
  say(
    'They held my passport and said I would not eat until I had done it.',
    'তারা আমার পাসপোর্ট আটকে রেখেছিল, বলেছিল কাজটি না করলে খেতে দেবে না।',
  ),
  say(
    'I was told the papers were in order. I never saw them before the officer showed them to me.',
    'আমাকে বলা হয়েছিল কাগজপত্র ঠিক আছে। অফিসার দেখানোর আগে আমি সেগুলো কখনো দেখিনি।',
  ),
  say(
    'I ran away at night. There was no other way out of that house.',
    'আমি রাতে পালিয়ে এসেছি। সেই বাড়ি থেকে বের হওয়ার আর কোনো উপায় ছিল না।',
  ),
]
