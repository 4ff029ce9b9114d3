/** One request for each address of the oversight, who carries how much, and papers. */
export const oversightCalls = {
  'oversight.own': { query: () => '?by=unit' },
  'oversight.told': { query: () => '?by=district' },
  'oversight.ownFile': { query: () => '?by=unit&format=csv&language=en' },
  'oversight.toldFile': { query: () => '?by=district&format=xlsx&language=bn' },
  'caseload.read': {},
  'prints.make': { body: () => ({ kind: 'closureSummary', of: null, reason: 'documents' }) },
} as const
