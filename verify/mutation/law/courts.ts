import type { LawMutant } from '../mistake.ts'

const removal = 'tests/server/cases/examples/texts.removal.test.ts'
const held = 'tests/server/cases/examples/texts.held.test.ts'
const support = 'tests/server/cases/examples/texts.support.test.ts'

/** Detention, transfer, wages and the permit of young adults, as they were before their texts were read; and what no text refuses. */
export const courtsMutants: readonly LawMutant[] = [
  {
    why: 'the judge of detention would be asked a day after the law lets him be',
    file: 'workflows/deadlines/length.ts',
    text: 'const reached = row.firstDayBy === null ? whole : addDays(whole, -1)',
    instead: 'const reached = whole',
    seen: held,
    named: 'has four days of which that of the notice is the first'
  },
  {
    why: 'an appeal that may be made on Monday would be over on Saturday',
    file: 'workflows/deadlines/clocks/removal.ts',
    text: "doubted: ['hoursMoved'],",
    instead: 'doubted: [],',
    seen: held,
    named: 'moved in law where they end on a Saturday'
  },
  {
    why: 'an order of which nobody knows the end would stop the four days of the placement',
    file: 'workflows/regions/housing/held.ts',
    text: 'return until === undefined ? {} : { heldExtended: true }',
    instead: 'return { heldExtended: true }',
    seen: held,
    named: 'keeps its four days as the safe date'
  },
  {
    why: 'detention in Mayotte would be counted as elsewhere, and nobody be told what L761-8 may give',
    file: 'workflows/regions/housing/held.openings.ts',
    text: "is: '976'",
    instead: "is: '974'",
    seen: held,
    named: 'in Mayotte has four days as the safe date, and five in law'
  },
  {
    why: 'two months to go to the Conseil d’État would pass before anybody knew of the judgment (CJA R821-1)',
    file: 'workflows/regions/asylum.transfer.judged.ts',
    text: "doubts: [{ doubt: 'transferJudgmentNotice' }, ...farOfAppeal]",
    instead: 'doubts: []',
    seen: removal,
    named: 'has two months for the Conseil d’État'
  },
  {
    why: 'a claim registered before July 2026 would be counted by a regulation that is not its own',
    file: 'workflows/regions/asylum.transfer.ts',
    text: "{ code: 'D-TRANSFER-2013', startsOn",
    instead: "{ code: 'D-TRANSFER', startsOn",
    seen: removal,
    named: 'is counted by its own regulation'
  },
  {
    why: 'thirty days that are owed to whoever had no right to work would be told to everybody',
    file: 'workflows/regions/judicial/wages.ts',
    text: "whenInput: { field: 'owed', is: 'no_permit' }",
    instead: "whenInput: { field: 'wishes', is: true }",
    seen: support,
    named: 'have thirty days of the employer'
  },
  {
    why: 'the year after eighteen would be told as two, and the permit be lost',
    file: 'workflows/deadlines/clocks/adulthood.ts',
    text: "duration: { n: 1, unit: 'years' }",
    instead: "duration: { n: 2, unit: 'years' }",
    seen: support,
    named: 'has its last day on the eve of the nineteenth birthday'
  },
  {
    why: 'whoever applied after a complaint could not ask for the permit of young adults in its year',
    file: 'workflows/regions/residence/other.ts',
    text: "[...regular, ...applied, 'appeal'])",
    instead: "[...regular, 'appeal'])",
    seen: 'tests/workflows/residence/residence.other.test.ts',
    named: 'beside an application for the one-year permit'
  },
  {
    why: 'a man who asks for asylum would be refused a place by a plan that is no law',
    file: 'workflows/referral/kinds/housing.ts',
    text: "const byAsylum = ['neverEuOrFrench', 'asylumLinked'] as const",
    instead: "const byAsylum = ['neverEuOrFrench', 'woman', 'asylumLinked'] as const",
    seen: 'tests/workflows/regions/housing.dna.test.ts',
    named: 'a man is refused by no text'
  },
  {
    why: 'an allowance would be unusual by an excerpt of which nobody knows the day',
    file: 'workflows/regions/care.ts',
    text: "guards: ['adult', 'programmeRunning'],\n    warns: ['noAda'],",
    instead: "guards: ['adult', 'programmeRunning', 'noAda'],",
    seen: 'tests/workflows/law/three-rules.test.ts',
    named: 'neither by a guard nor by a requirement'
  },
  {
    why: 'a refusal could rest on an excerpt of which nobody knows the day',
    file: 'workflows/law/register.ts',
    text: 'textAsOf !== null && textAsOf >= tooOld',
    instead: '(textAsOf === null || textAsOf >= tooOld)',
    seen: 'tests/workflows/law/register.test.ts',
    named: 'of which no day is known'
  }
]
