import type { ProblemCode } from './problem-codes.ts'

/** What each refusal says to a person: what happened and what they can do, in both languages. */
export const problemWords: Readonly<Record<ProblemCode, { readonly en: string; readonly bn: string }>> = {
  'not-found': { en: 'There is no such page or record.', bn: 'এমন কোনো পাতা বা নথি নেই।' },
  'not-signed-in': { en: 'Please sign in again.', bn: 'অনুগ্রহ করে আবার প্রবেশ করুন।' },
  'sign-in-failed': { en: 'The name or the password is not right.', bn: 'নাম বা পাসওয়ার্ড সঠিক নয়।' },
  'sign-in-later': {
    en: 'Too many attempts. Please wait a minute.',
    bn: 'অনেকবার চেষ্টা হয়েছে। এক মিনিট অপেক্ষা করুন।',
  },
  'work-needed': {
    en: 'Very many attempts are being made just now. Your device must work for a moment before the next.',
    bn: 'এই মুহূর্তে অনেক বেশি চেষ্টা হচ্ছে। পরের চেষ্টার আগে আপনার যন্ত্রকে একটু হিসাব করতে হবে।',
  },
  'own-not-open': {
    en: 'These numbers do not open anything. Look at them once more; nothing is lost.',
    bn: 'এই সংখ্যাগুলো দিয়ে কিছু খোলেনি। আরেকবার মিলিয়ে দেখুন; কিছুই হারায়নি।',
  },
  'code-wrong': {
    en: 'This code is not right, or it was used already.',
    bn: 'কোডটি সঠিক নয়, অথবা আগেই ব্যবহার করা হয়েছে।',
  },
  'passkey-wrong': {
    en: 'This passkey was not accepted, or it took too long. Please try again.',
    bn: 'পাসকি-টি গ্রহণ করা যায়নি, অথবা বেশি সময় লেগেছে। অনুগ্রহ করে আবার চেষ্টা করুন।',
  },
  'last-factor': {
    en: 'This is your last second proof. Add another before you remove it.',
    bn: 'এটিই আপনার শেষ দ্বিতীয় প্রমাণ। সরানোর আগে আরেকটি যোগ করুন।',
  },
  'step-up-needed': {
    en: 'Please show once more that it is you.',
    bn: 'কাজটি যে আপনিই করছেন, অনুগ্রহ করে আরেকবার তার প্রমাণ দিন।',
  },
  'bound-proof-needed': {
    en: 'This is given only with a proof, made for this very request, that it is you.',
    bn: 'এই অনুরোধটির জন্যই দেওয়া প্রমাণ ছাড়া এটি অনুমোদন করা যায় না।',
  },
  'role-needed': { en: 'Your role does not include this.', bn: 'আপনার ভূমিকায় এই কাজটি নেই।' },
  'not-for-you': { en: 'This is for someone else to do.', bn: 'এই কাজটি অন্য কারও করার কথা।' },
  'bad-request': { en: 'Some answers are missing or not understood.', bn: 'কিছু উত্তর নেই বা বোঝা যায়নি।' },
  'unknown-field': { en: 'The request holds a field that is not known.', bn: 'অনুরোধে একটি অজানা ঘর আছে।' },
  'body-too-large': { en: 'This is too large to send at once.', bn: 'একবারে পাঠানোর জন্য এটি বেশি বড়।' },
  'body-too-slow': {
    en: 'This came too slowly and was not waited for. Nothing was changed.',
    bn: 'এটি খুব ধীরে আসছিল, তাই আর অপেক্ষা করা হয়নি। কিছুই বদলায়নি।',
  },
  'body-unreadable': { en: 'The request could not be read.', bn: 'অনুরোধটি পড়া যায়নি।' },
  'body-kind': {
    en: 'This kind of content is not accepted here.',
    bn: 'এখানে এই ধরনের বিষয়বস্তু গ্রহণ করা হয় না।',
  },
  'cross-site': { en: 'The request came from another site.', bn: 'অনুরোধটি অন্য সাইট থেকে এসেছে।' },
  stale: {
    en: 'Somebody changed this meanwhile. Nothing was overwritten.',
    bn: 'ইতিমধ্যে কেউ এটি বদলেছেন। কিছুই মুছে যায়নি।',
  },
  'exists-already': { en: 'This exists already.', bn: 'এটি আগে থেকেই আছে।' },
  'step-not-possible': {
    en: 'This step does not follow from where it stands.',
    bn: 'বর্তমান অবস্থা থেকে এই ধাপে যাওয়া যায় না।',
  },
  'requirements-missing': {
    en: 'Something is still missing for this step.',
    bn: 'এই ধাপের জন্য এখনো কিছু বাকি আছে।',
  },
  'record-settled': {
    en: 'This is settled and is not changed any more. Write a new one; it takes the place of this one.',
    bn: 'এটি চূড়ান্ত, আর বদলানো যায় না। নতুন একটি লিখুন; সেটি এর জায়গা নেবে।',
  },
  'shown-by-records': {
    en: 'What is written down in the case shows this. Please write the record itself.',
    bn: 'কেসে যা লেখা আছে তা থেকেই এটি দেখা যায়। অনুগ্রহ করে সেই নথিটিই লিখুন।',
  },
  'consent-missing': {
    en: 'There is no consent for this. Nothing was sent.',
    bn: 'এর জন্য সম্মতি নেই। কিছুই পাঠানো হয়নি।',
  },
  'consent-not-for-recipient': {
    en: 'This cannot be shared with this recipient.',
    bn: 'এই প্রাপকের সঙ্গে এটি ভাগ করা যায় না।',
  },
  'conflict-of-interest': { en: 'A conflict of interest was declared.', bn: 'স্বার্থের সংঘাত ঘোষণা করা হয়েছে।' },
  'case-not-yours-to-own': {
    en: 'A case is always owned by a protection organisation.',
    bn: 'কেসের দায়িত্ব সব সময় একটি সুরক্ষা সংস্থার।',
  },
  'receiver-not-available': { en: 'This receiver cannot be chosen.', bn: 'এই প্রাপককে বেছে নেওয়া যায় না।' },
  'lives-elsewhere': {
    en: 'This person is said to live in another home. That stay ends first: whoever works on the case can write down when they left.',
    bn: 'এই ব্যক্তি অন্য একটি আশ্রয়কেন্দ্রে থাকেন বলে লেখা আছে। আগে সেই থাকা শেষ হতে হবে: যিনি এই কেস নিয়ে কাজ করেন তিনি চলে যাওয়ার তারিখ লিখতে পারেন।',
  },
  'place-full': {
    en: 'There is no place left in this home for this sex and age. The request stays as it was.',
    bn: 'এই কেন্দ্রে এই লিঙ্গ ও বয়সের জন্য কোনো স্থান খালি নেই। অনুরোধটি যেমন ছিল তেমনই আছে।',
  },
  'network-full': {
    en: 'A network holds at most 2,000 things and 6,000 ties. Nothing was added. Begin another network, or take out what no longer belongs here.',
    bn: 'একটি নেটওয়ার্কে সর্বোচ্চ ২,০০০টি বিষয় ও ৬,০০০টি সম্পর্ক রাখা যায়। কিছুই যোগ হয়নি। আরেকটি নেটওয়ার্ক শুরু করুন, অথবা যা আর দরকার নেই তা বাদ দিন।',
  },
  'network-alone': {
    en: 'No file for others leaves a network that no other office works in. Let one in first.',
    bn: 'যে নেটওয়ার্কে অন্য কোনো দপ্তর কাজ করে না, সেখান থেকে অন্যদের জন্য ফাইল বের হয় না। আগে একটি দপ্তরকে যুক্ত করুন।',
  },
  'best-interests-needed': {
    en: 'For a child this waits until their best interests were assessed or decided. Nothing was changed.',
    bn: 'শিশুর ক্ষেত্রে এর আগে তার সর্বোত্তম কল্যাণ নিরূপণ বা সিদ্ধান্ত দরকার। কিছুই বদলায়নি।',
  },
  'guardian-conflict': {
    en: 'Nobody acts for a child whose interest is not surely the child’s. What is not known counts as a conflict.',
    bn: 'যাঁর স্বার্থ নিশ্চিতভাবে শিশুর স্বার্থ নয়, তিনি শিশুর পক্ষে কাজ করেন না। যা জানা নেই তা-ও সংঘাত ধরা হয়।',
  },
  'guardian-needed': {
    en: 'The guardian is a suspect and cannot agree for the child. Check somebody else first.',
    bn: 'অভিভাবক সন্দেহভাজন, তাই শিশুর হয়ে সম্মতি দিতে পারেন না। আগে অন্য কাউকে যাচাই করুন।',
  },
  'reason-needed': { en: 'A reason is needed.', bn: 'একটি কারণ দরকার।' },
  'cannot-be-opened': {
    en: 'What is kept here cannot be opened. Please tell your administrator.',
    bn: 'এখানে রাখা তথ্য খোলা যাচ্ছে না। অনুগ্রহ করে আপনার প্রশাসককে জানান।',
  },
  'not-admitted': {
    en: 'A colleague still has to let you in to the key of your unit. Those who can are told.',
    bn: 'আপনার ইউনিটের চাবি এখনো আপনার কাছে নেই; কোনো সহকর্মীকে তা দিতে হবে। যাঁরা পারেন, তাঁদের জানানো হয়েছে।',
  },
  'nobody-there-yet': {
    en: 'Nobody of that unit has signed in yet, so nothing can be sealed for them. Ask them to sign in once.',
    bn: 'ওই ইউনিটের কেউ এখনো সাইন ইন করেননি, তাই তাঁদের জন্য কিছু সিল করা যায় না। তাঁদের একবার সাইন ইন করতে বলুন।',
  },
  'last-holder': {
    en: 'They are the only one who holds the key of a unit. Let a colleague in first, or what is sealed there is lost.',
    bn: 'একটি ইউনিটের চাবি শুধু তাঁর কাছেই আছে। আগে আরেকজন সহকর্মীকে চাবি দিন, না হলে সেখানকার সিল করা তথ্য হারিয়ে যাবে।',
  },
  'many-cases': {
    en: 'You have opened unusually many cases that are not your own. Your supervisor and the data-protection officer are told; wait an hour, or ask them.',
    bn: 'নিজের নয় এমন অস্বাভাবিক বেশি কেস আপনি খুলেছেন। আপনার তত্ত্বাবধায়ক ও তথ্য-সুরক্ষা কর্মকর্তাকে জানানো হয়েছে; এক ঘণ্টা অপেক্ষা করুন, অথবা তাঁদের বলুন।',
  },
  'three-holders': {
    en: 'The three shares are for three different people. Name each of them.',
    bn: 'তিনটি অংশ তিনজন আলাদা মানুষের জন্য। প্রত্যেকের নাম লিখুন।',
  },
  'shares-shown-once': {
    en: 'These shares were shown once and are kept nowhere. Make a new recovery key if they were not written down.',
    bn: 'এই অংশগুলো একবারই দেখানো হয়েছে এবং কোথাও রাখা নেই। লিখে রাখা না হলে নতুন উদ্ধার-চাবি বানান।',
  },
  'share-mistyped': {
    en: 'A share is not as it was printed. The row with the slip is named beside it.',
    bn: 'একটি অংশ ছাপানো লেখার সঙ্গে মিলছে না। কোন সারিতে ভুল, তা পাশে বলা আছে।',
  },
  'share-twice': {
    en: 'This is the same share twice. It takes two different ones.',
    bn: 'একই অংশ দুইবার লেখা হয়েছে। দুটি আলাদা অংশ লাগবে।',
  },
  'shares-of-two-keys': {
    en: 'These two shares belong to different recovery keys. The key number is printed on each.',
    bn: 'অংশ দুটি আলাদা দুটি উদ্ধার-চাবির। চাবির নম্বর প্রতিটি অংশে ছাপানো আছে।',
  },
  'share-of-another': {
    en: 'These shares belong to a recovery key that is not your organisation’s.',
    bn: 'এই অংশগুলো আপনার সংস্থার উদ্ধার-চাবির নয়।',
  },
  'share-retired': {
    en: 'These shares belong to a recovery key that was replaced or used. They open nothing any more.',
    bn: 'এই অংশগুলোর উদ্ধার-চাবি বদলানো বা ব্যবহার করা হয়ে গেছে। এগুলো দিয়ে আর কিছু খোলে না।',
  },
  'shares-do-not-fit': {
    en: 'These two shares do not open the recovery key together.',
    bn: 'এই দুটি অংশ মিলিয়ে উদ্ধার-চাবি খোলে না।',
  },
  'no-recovery-key': {
    en: 'Your organisation has no recovery key at present.',
    bn: 'আপনার সংস্থার এখন কোনো উদ্ধার-চাবি নেই।',
  },
  'open-lost-units-first': {
    en: 'A unit that nobody can open would be lost with the present shares. Open it with them first.',
    bn: 'যে ইউনিট কেউ খুলতে পারছেন না, বর্তমান অংশগুলো বাতিল হলে তা চিরতরে হারাবে। আগে এগুলো দিয়ে ইউনিটটি খুলুন।',
  },
  'lost-units-changed': {
    en: 'Which units nobody can open has changed meanwhile. Nothing was done; please look again.',
    bn: 'কোন ইউনিট কেউ খুলতে পারছেন না, তা ইতিমধ্যে বদলেছে। কিছুই করা হয়নি; আবার দেখুন।',
  },
  'not-a-member': {
    en: 'Choose somebody who works in that unit and has signed in with a password of their own.',
    bn: 'এমন কাউকে বেছে নিন যিনি ওই ইউনিটে কাজ করেন এবং নিজের পাসওয়ার্ড দিয়ে প্রবেশ করেছেন।',
  },
  'window-not-safe': {
    en: 'While somebody near this person may be a suspect, or nobody can say, there is no window. One that was open is shut now.',
    bn: 'এই ব্যক্তির কাছের কেউ সন্দেহভাজন হতে পারেন, অথবা তা বলা যায় না — এমন অবস্থায় জানালা দেওয়া যায় না। খোলা থাকলে এখন তা বন্ধ করা হলো।',
  },
  'texts-not-possible': {
    en: 'Automatic reminders cannot be chosen here as things stand.',
    bn: 'এই মুহূর্তে এখানে স্বয়ংক্রিয় স্মরণবার্তা বেছে নেওয়া যায় না।',
  },
  'window-shut': {
    en: 'The survivor’s own window does not stand open. Nothing was sent; reach them in the safe way.',
    bn: 'সারভাইভারের নিজের জানালা খোলা নেই। কিছু পাঠানো হয়নি; নিরাপদ উপায়ে যোগাযোগ করুন।',
  },
  'written-often': {
    en: 'So many messages wait already. Write again when somebody has read them.',
    bn: 'এতগুলো বার্তা এখনো পড়া হয়নি। কেউ পড়ার পরে আবার লিখুন।',
  },
  'pin-weak': {
    en: 'This PIN is the first that somebody would try. Let her choose another.',
    bn: 'এই পিন সহজেই অনুমান করা যায়। তাঁকে অন্য একটি বেছে নিতে বলুন।',
  },
  'own-request': {
    en: 'Nobody answers their own request. Somebody else must.',
    bn: 'নিজের অনুরোধের উত্তর নিজে দেওয়া যায় না। অন্য কেউ উত্তর দেবেন।',
  },
  'nobody-on-call': {
    en: 'Nobody is on call for this unit. Please telephone it.',
    bn: 'এই ইউনিটে এখন কেউ অন-কল নেই। অনুগ্রহ করে ফোন করুন।',
  },
  'safety-first': {
    en: 'Ask about danger first. Where there is danger, see to safety and write down what was done; then go on.',
    bn: 'আগে বিপদের কথা জিজ্ঞাসা করুন। বিপদ থাকলে নিরাপত্তার ব্যবস্থা করে কী করা হলো লিখুন; তারপর এগোন।',
  },
  'asked-often': {
    en: 'This person was asked about the same on two days already. Ask again only if it is needed, and say so.',
    bn: 'তাঁকে একই বিষয়ে দুই দিন জিজ্ঞাসা করা হয়েছে। দরকার হলেই আবার জিজ্ঞাসা করুন, এবং তা জানান।',
  },
  'nobody-listens': {
    en: 'Nobody independent is named to hear this. Please ask your administrator to name somebody; what you wrote is still on this page.',
    bn: 'এটি শোনার জন্য নিরপেক্ষ কেউ নির্ধারিত নেই। অনুগ্রহ করে প্রশাসককে কাউকে নির্ধারণ করতে বলুন; আপনার লেখা এই পাতায় আছে।',
  },
  'no-such-case-here': {
    en: 'Your unit holds no case with this code. Please ask the caller again.',
    bn: 'এই কোডের কোনো কেস আপনার ইউনিটে নেই। অনুরোধকারীকে আবার জিজ্ঞাসা করুন।',
  },
  'retention-not-over': {
    en: 'This case is not closed, or not for long enough. Choose another reason, or wait.',
    bn: 'এই কেস বন্ধ হয়নি, অথবা বন্ধের পর যথেষ্ট সময় পার হয়নি। অন্য কারণ বেছে নিন, অথবা অপেক্ষা করুন।',
  },
  'legal-hold': {
    en: 'This case is on hold: somebody said that it is needed still. Nothing was erased.',
    bn: 'এই কেস আটকে রাখা আছে: কেউ জানিয়েছেন এটি এখনো দরকার। কিছুই মোছা হয়নি।',
  },
  'nobody-guards-data': {
    en: 'Your organisation has no other data-protection officer who could say yes. Your administrator can appoint one.',
    bn: 'অনুমোদন দেওয়ার মতো অন্য কোনো তথ্য-সুরক্ষা কর্মকর্তা আপনার সংস্থায় নেই। প্রশাসক একজনকে নিযুক্ত করতে পারেন।',
  },
  'password-weak': {
    en: 'This password can be guessed. Take four or five words that have nothing to do with you or with each other, at least 12 letters.',
    bn: 'এই পাসওয়ার্ড আন্দাজ করা যায়। এমন চার-পাঁচটি শব্দ নিন যেগুলোর আপনার সঙ্গে বা নিজেদের মধ্যে কোনো সম্পর্ক নেই; অন্তত ১২টি অক্ষর।',
  },
  'name-taken': { en: 'This sign-in name is taken.', bn: 'এই প্রবেশ-নামটি আগে থেকেই নেওয়া।' },
  'file-unreadable': {
    en: 'This is no picture and no PDF that can be opened here, or it is damaged or locked. Nothing was kept.',
    bn: 'এটি এমন ছবি বা পিডিএফ নয় যা এখানে খোলা যায়, অথবা ফাইলটি নষ্ট বা তালাবদ্ধ। কিছুই রাখা হয়নি।',
  },
  'import-unreadable': {
    en: 'The file could not be read. Nothing was stored.',
    bn: 'ফাইলটি পড়া যায়নি। কিছুই সংরক্ষণ করা হয়নি।',
  },
  'import-has-errors': {
    en: 'The file still has errors. Nothing was stored.',
    bn: 'ফাইলে এখনো ভুল আছে। কিছুই সংরক্ষণ করা হয়নি।',
  },
  'import-expired': { en: 'Please upload the file again.', bn: 'অনুগ্রহ করে ফাইলটি আবার দিন।' },
  'demo-refuses': {
    en: 'The demonstration does not take real data.',
    bn: 'প্রদর্শনী সংস্করণে বাস্তব তথ্য নেওয়া হয় না।',
  },
  'node-in-use': { en: 'This node has been set up already.', bn: 'এই নোডটি আগেই চালু করা হয়েছে।' },
  'too-many-requests': {
    en: 'Too many requests. Please wait a moment.',
    bn: 'অনেক বেশি অনুরোধ। একটু অপেক্ষা করুন।',
  },
  busy: {
    en: 'The node is busy. What you wrote is safe on this page; try again.',
    bn: 'নোডটি এখন ব্যস্ত। আপনার লেখা এই পাতায় নিরাপদ; আবার চেষ্টা করুন।',
  },
  'storage-full': {
    en: 'The node has no room left to write. Nothing was half-saved; reading goes on. Please tell your administrator.',
    bn: 'নোডে লেখার আর জায়গা নেই। কিছুই অর্ধেক সংরক্ষিত হয়নি; পড়া চলবে। অনুগ্রহ করে আপনার প্রশাসককে জানান।',
  },
  failed: {
    en: 'Something went wrong on our side. Nothing was half-saved.',
    bn: 'আমাদের দিক থেকে সমস্যা হয়েছে। কিছুই অর্ধেক সংরক্ষিত হয়নি।',
  },
}
