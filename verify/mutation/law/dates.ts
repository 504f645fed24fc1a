import type { LawMutant } from '../mistake.ts'

const file = 'workflows/law/opened-by-offence.ts'
const seen = 'tests/workflows/law/offences.test.ts'
const told = 'tests/server/cases/examples/dates.test.ts'

/** The day of our copy of a text taken for its entry into force. */
export const datesMutants: readonly LawMutant[] = [
  {
    why: 'a person who complained of trafficking in June 2023 is told that no listed offence opens the CIVI',
    file,
    text: "    basis: 'CPP.706-3',\n    from: null,",
    instead: "    basis: 'CPP.706-3',\n    from: '2024-01-15',",
    seen: told,
    named: 'a complaint of 1 June 2023 under 225-4-1 opens the CIVI'
  },
  {
    why: 'trafficking by a gang is limited after six years, as an offence',
    file: 'workflows/law/limitation.ts',
    text: "'224-1-C', '225-4-3', '225-4-4', '225-7-1', '225-8', '225-9']",
    instead: "'224-1-C', '225-4-4', '225-7-1', '225-8', '225-9']",
    seen,
    named: '225-4-3 is one whenever it was named'
  },
  {
    why: 'the same of a child, after ten years from majority',
    file: 'workflows/law/limitation.ts',
    text: "const listedCrimes: Offences = ['225-4-2', '225-4-3',",
    instead: "const listedCrimes: Offences = ['225-4-2',",
    seen,
    named: '225-4-3 is one whenever it was named'
  },
  {
    why: 'a complaint of November 2020, under former L316-1, closes the permit of L425-1',
    file,
    text: 'opened the same door before 1 May 2021.\n    from: null,',
    instead: "opened the same door before 1 May 2021.\n    from: '2021-05-01',",
    seen: told,
    named: 'a complaint of November 2020'
  },
  {
    why: 'a person whose complaint about housing is older than the article is refused its permit',
    file,
    text: "basis: 'CESEDA.L425-11', from: null",
    instead: "basis: 'CESEDA.L425-11', from: '2024-01-26'",
    seen,
    named: 'older than the article'
  },
  {
    why: 'a person is refused on what somebody else says of an article that nobody here read',
    file: 'workflows/law/register.ts',
    text: "read !== 'unread' && read !== 'secondary'",
    instead: "read !== 'unread'",
    seen: 'tests/workflows/law/register.test.ts',
    named: 'is never what nobody read'
  },
  {
    why: 'The three months of a report of concern would run from the day on which the département took charge (CASF D226-2-4).',
    file: 'server/referrals/move.ts',
    text: 'const days = { sentOn: civilDate(row.sentAt, zone), takenOn: civilDate(at, zone) }',
    instead: 'const days = { sentOn: civilDate(at, zone), takenOn: civilDate(row.sentAt, zone) }',
    seen: 'tests/server/cases/concern.test.ts',
    named: 'three months from the sending are safe, from the acceptance they end in law'
  }
]
