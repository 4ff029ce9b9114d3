import { useDates } from '../../dates/use-dates.ts'
import { useWords } from '../../words/use-words.ts'

/** A quarter as people say it. */
export function useQuarter(): (quarter: string) => string {
  const say = useWords()
  const { number } = useDates()
  return (text) => {
    const [year = '', quarter = ''] = text.split('-Q')
    return say('review.quarter', {
      quarter: number(Number(quarter)),
      year: number(Number(year)).replaceAll(',', ''),
    })
  }
}
