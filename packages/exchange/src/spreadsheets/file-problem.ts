/** Something said in both languages of the programme. `{name}` stands for a value from the problem. */
export interface ProblemWords {
  readonly en: string
  readonly bn: string
}

/** A reason for which a file is not read at all. */
export interface Refusal extends ProblemWords {
  readonly weight: 'refusal'
}

/** Puts a reason in both languages. */
export function refusal(en: string, bn: string): Refusal {
  return { weight: 'refusal', en, bn }
}

/** Every reason for which a file is not read at all. Codes are promises: retired, never given a new meaning. */
export const fileProblems = {
  'file.empty': refusal('The file is empty.', 'ফাইলটি খালি।'),
  'file.too-large': refusal(
    'The file is larger than {most} MB. Split it into smaller files.',
    'ফাইলটি {most} মেগাবাইটের চেয়ে বড়। ছোট ছোট ফাইলে ভাগ করুন।',
  ),
  'file.not-a-spreadsheet': refusal(
    'This is not a spreadsheet. Choose an Excel workbook (.xlsx) or a CSV file.',
    'এটি কোনো স্প্রেডশিট নয়। একটি এক্সেল ফাইল (.xlsx) বা CSV ফাইল বেছে নিন।',
  ),
  'file.old-excel': refusal(
    'This workbook is in the old Excel format (.xls). Open it and save it as .xlsx.',
    'ফাইলটি পুরোনো এক্সেল বিন্যাসে (.xls) আছে। খুলে .xlsx হিসেবে সংরক্ষণ করুন।',
  ),
  'file.binary-excel': refusal(
    'This workbook is in the binary Excel format (.xlsb). Open it and save it as .xlsx.',
    'ফাইলটি বাইনারি এক্সেল বিন্যাসে (.xlsb) আছে। খুলে .xlsx হিসেবে সংরক্ষণ করুন।',
  ),
  'file.open-document': refusal(
    'This is an OpenDocument file. Open it and save it as .xlsx or CSV.',
    'এটি ওপেনডকুমেন্ট ফাইল। খুলে .xlsx বা CSV হিসেবে সংরক্ষণ করুন।',
  ),
  'file.encrypted': refusal(
    'The workbook is locked with a password. Remove the password and try again.',
    'ফাইলটি পাসওয়ার্ড দিয়ে বন্ধ করা। পাসওয়ার্ড তুলে আবার চেষ্টা করুন।',
  ),
  'file.macros': refusal(
    'The workbook holds macros. Save it as an ordinary .xlsx workbook and try again.',
    'ফাইলটিতে ম্যাক্রো আছে। সাধারণ .xlsx হিসেবে সংরক্ষণ করে আবার চেষ্টা করুন।',
  ),
  'file.encoding': refusal(
    'Line {line} holds bytes that are not UTF-8. Save the file as “CSV UTF-8”.',
    '{line} নম্বর লাইনে এমন লেখা আছে যা UTF-8 নয়। ফাইলটি “CSV UTF-8” হিসেবে সংরক্ষণ করুন।',
  ),
  'zip.damaged': refusal(
    'The workbook is damaged or cut short. Copy or download it again.',
    'ফাইলটি নষ্ট বা অসম্পূর্ণ। আবার কপি বা ডাউনলোড করুন।',
  ),
  'zip.checksum': refusal(
    'A part of the workbook does not match its checksum. Copy or download it again.',
    'ফাইলের একটি অংশের যাচাই-সংখ্যা মেলে না। আবার কপি বা ডাউনলোড করুন।',
  ),
  'zip.size-forged': refusal(
    'A part of the workbook is not as long as the workbook says. The file is refused.',
    'ফাইলের একটি অংশ ঘোষিত আকারের সঙ্গে মেলে না। ফাইলটি নেওয়া হলো না।',
  ),
  'zip.too-large': refusal(
    'Unpacked, the workbook would be far too large. The file is refused.',
    'ফাইলটি খুললে অতিরিক্ত বড় হবে। ফাইলটি নেওয়া হলো না।',
  ),
  'zip.too-many-entries': refusal(
    'The workbook is made of too many parts. The file is refused.',
    'ফাইলটিতে অতিরিক্ত অংশ আছে। ফাইলটি নেওয়া হলো না।',
  ),
  'workbook.damaged': refusal(
    'The inside of the workbook cannot be read. Open it in a spreadsheet program and save it again.',
    'ফাইলের ভেতরের অংশ পড়া যাচ্ছে না। স্প্রেডশিট প্রোগ্রামে খুলে আবার সংরক্ষণ করুন।',
  ),
  'workbook.entities': refusal(
    'The workbook defines entities of its own, as attacks do. The file is refused.',
    'ফাইলটিতে নিজস্ব এনটিটি ঘোষণা আছে, যা আক্রমণে ব্যবহৃত হয়। ফাইলটি নেওয়া হলো না।',
  ),
  'columns.too-many': refusal('The sheet has more than {most} columns.', 'শিটে {most}টির বেশি কলাম আছে।'),
  'csv.quotes': refusal(
    'Row {row}: a quotation mark is opened and not closed, or stands inside an unquoted cell.',
    '{row} নম্বর সারিতে উদ্ধৃতি চিহ্ন শুরু হয়ে শেষ হয়নি, বা উদ্ধৃতিহীন ঘরের মাঝে বসেছে।',
  ),
} as const satisfies Readonly<Record<string, Refusal>>

/** The name of one reason for which a file is not read. */
export type FileProblemCode = keyof typeof fileProblems

/** A file that cannot be read. It tells the reason and numbers, never anything the file holds. */
export class FileProblem<Code extends string = FileProblemCode> extends Error {
  readonly code: Code
  readonly about: Readonly<Record<string, number>>

  constructor(code: Code, about: Readonly<Record<string, number>> = {}) {
    super(code)
    this.name = 'FileProblem'
    this.code = code
    this.about = about
  }
}
