export {
  checkFor,
  country,
  day,
  id,
  language,
  moment,
  partialDate,
  phone,
  place,
  storableText,
} from './kit/check.ts'
