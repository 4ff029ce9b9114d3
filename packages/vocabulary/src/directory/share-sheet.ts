/** What stands on a printed share of a recovery key, in both languages, since whoever keeps it may read either. */
export const shareSheet = {
  title: { en: 'Recovery share', bn: 'উদ্ধার-অংশ' },
  ofThree: { en: '{number} of 3', bn: '৩টির মধ্যে {number} নম্বর' },
  holder: { en: 'Kept by', bn: 'যাঁর কাছে থাকবে' },
  organisation: { en: 'Organisation', bn: 'সংস্থা' },
  key: { en: 'Key number', bn: 'চাবির নম্বর' },
  made: { en: 'Made on', bn: 'তৈরির তারিখ' },
  what: {
    en: 'Setu seals what survivors entrust to this organisation. If one day none of its own people can open that any more, an administrator types in two of the three shares, and one colleague is let in again. One share alone opens nothing.',
    bn: 'সারভাইভাররা এই সংস্থার কাছে যা বিশ্বাস করে রাখেন, সেতু তা সিল করে রাখে। কোনো দিন সংস্থার কেউই তা আর খুলতে না পারলে একজন প্রশাসক তিনটি অংশের দুটি লিখে দেন, তখন একজন সহকর্মী আবার খুলতে পারেন। একটি অংশ একা কিছুই খোলে না।',
  },
  keep: {
    en: 'Keep this sheet locked away, apart from the other two. Do not photograph it, copy it or send it. Give it only to an administrator of the organisation whom you know, when a team’s files have to be opened. If it is lost or somebody has seen it, tell the organisation: it makes three new ones, and these open nothing any more.',
    bn: 'কাগজটি তালাবদ্ধ রাখুন, অন্য দুটি থেকে আলাদা জায়গায়। ছবি তুলবেন না, নকল করবেন না, কাউকে পাঠাবেন না। শুধু কোনো দলের তথ্য খোলার দরকার হলে সংস্থার যে প্রশাসককে আপনি চেনেন, তাঁকেই দেবেন। হারালে বা কেউ দেখে ফেললে সংস্থাকে জানান: তারা নতুন তিনটি বানাবে, আর এগুলো দিয়ে তখন কিছুই খুলবে না।',
  },
  typing: {
    en: 'The last two letters of a row check that row. Capital or small does not matter; O is read as 0, I and L as 1.',
    bn: 'প্রতিটি সারির শেষ দুটি অক্ষর দিয়ে সারিটি যাচাই হয়। বড় বা ছোট হাতের অক্ষরে তফাত নেই; O মানে 0, আর I ও L মানে 1।',
  },
} as const
