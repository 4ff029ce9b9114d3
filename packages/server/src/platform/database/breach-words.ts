/** What each kind of breach means, for the operator who has to mend it. */
export const breachWords = {
  'open-table': { en: 'table without forced row-level security', bn: 'সারিভিত্তিক নিরাপত্তা ছাড়া টেবিল' },
  'open-view': { en: 'view that does not ask as its reader', bn: 'পাঠকের অধিকার না মেনে চলা ভিউ' },
  'policy-for-everyone': { en: 'policy that holds for every role', bn: 'সব ভূমিকার জন্য খোলা নীতি' },
  'definer-search-path': {
    en: 'function that looks behind the policies without a fixed search path',
    bn: 'নীতির আড়াল থেকে পড়ে, অথচ search_path বাঁধা নেই এমন ফাংশন',
  },
  'definer-for-everyone': {
    en: 'function that looks behind the policies and that everyone may call',
    bn: 'নীতির আড়াল থেকে পড়ে এবং সবাই ডাকতে পারে এমন ফাংশন',
  },
  'definer-owner': {
    en: 'function that looks behind the policies and is not owned by setu_definer',
    bn: 'নীতির আড়াল থেকে পড়ে, অথচ setu_definer-এর নয় এমন ফাংশন',
  },
  'definer-unlisted': {
    en: 'function that looks behind the policies and is not on the reviewed list',
    bn: 'নীতির আড়াল থেকে পড়ে, অথচ যাচাই করা তালিকায় নেই এমন ফাংশন',
  },
  'working-owner': {
    en: 'table owned by a role that serves requests',
    bn: 'যে ভূমিকা অনুরোধের কাজ করে, তারই মালিকানায় থাকা টেবিল',
  },
  'role-strength': {
    en: 'role of the platform that bypasses row-level security, signs in, inherits or makes roles',
    bn: 'প্ল্যাটফর্মের এমন ভূমিকা, যা নিরাপত্তা এড়ায়, প্রবেশ করে, উত্তরাধিকার পায় বা ভূমিকা তৈরি করে',
  },
  'role-in-role': {
    en: 'role of the platform that may become another role',
    bn: 'প্ল্যাটফর্মের এমন ভূমিকা, যা অন্য ভূমিকা নিতে পারে',
  },
  'right-too-many': { en: 'right that no working role may have', bn: 'কোনো কাজের ভূমিকার থাকা চলে না এমন অধিকার' },
  'log-changeable': { en: 'log that could be changed', bn: 'বদলানো যায় এমন লগ' },
  'schema-beside': {
    en: 'schema outside the rules that a role of the platform may use',
    bn: 'নিয়মের বাইরের স্কিমা, যা প্ল্যাটফর্মের কোনো ভূমিকা ব্যবহার করতে পারে',
  },
  'old-release': { en: 'PostgreSQL release that is not supported', bn: 'সমর্থিত নয় এমন PostgreSQL সংস্করণ' },
  'sign-in-bypasses': {
    en: 'sign-in that bypasses row-level security (use the address that `setu prepare` printed)',
    bn: 'সারিভিত্তিক নিরাপত্তা এড়ায় এমন সংযোগ (`setu prepare` যে ঠিকানা দিয়েছে তা ব্যবহার করুন)',
  },
  'sign-in-inherits': {
    en: 'sign-in that inherits its roles (make it NOINHERIT)',
    bn: 'ভূমিকার উত্তরাধিকার পাওয়া সংযোগ (NOINHERIT করুন)',
  },
  'sign-in-beyond': {
    en: 'sign-in that may become more than it needs',
    bn: 'প্রয়োজনের বেশি ক্ষমতা নিতে পারে এমন সংযোগ',
  },
  'no-fsync': {
    en: 'database that does not write through (fsync is off)',
    bn: 'ডিস্কে নিশ্চিতভাবে লেখে না এমন ডেটাবেস (fsync বন্ধ)',
  },
  'no-checksums': { en: 'database without data checksums', bn: 'data checksums ছাড়া ডেটাবেস' },
  'not-migrated': {
    en: 'database that is not at the present shape (run `setu prepare`)',
    bn: 'বর্তমান কাঠামোয় নেই এমন ডেটাবেস (`setu prepare` চালান)',
  },
  'foreign-migration': { en: 'database made by another version of Setu', bn: 'সেতুর অন্য সংস্করণে তৈরি ডেটাবেস' },
  'other-key': { en: 'node key that does not fit this database', bn: 'এই ডেটাবেসের সঙ্গে মেলে না এমন নোড-চাবি' },
} as const

export type BreachKind = keyof typeof breachWords
