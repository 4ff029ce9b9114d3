import { type RawBuilder, sql } from 'kysely'

/** What an office is called towards others: its organisation and its own name, or one where both are the same. */
export function officeName(unit: string, organisation: string, language: 'en' | 'bn'): RawBuilder<string> {
  const [of, own] = [sql.ref(`${organisation}.name_${language}`), sql.ref(`${unit}.name_${language}`)]
  return sql<string>`case when ${of} = ${own} then ${own} else ${of} || ', ' || ${own} end`
}

/** The same in both languages, as one value. */
export function officeNames(unit: string, organisation: string): RawBuilder<{ en: string; bn: string }> {
  const called = (language: 'en' | 'bn') => officeName(unit, organisation, language)
  return sql`json_build_object('en', ${called('en')}, 'bn', ${called('bn')})`
}
