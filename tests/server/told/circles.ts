import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'

// Who is told of which act, written down by hand from what the mechanism says of each desk, and from nothing that the server reads: a
// recipient more or a recipient less in the code is a difference to this table.

/** By which login somebody works in each capacity that has an account, each in a house of its own. */
export const houses = {
  referent: 'asso.rhone',
  flagger: 'ecole.69',
  cell: 'cellule.69',
  cell_member: 'membre.69',
  acse: 'acse',
  shelter: 'foyer.azur',
  ofii: 'ofii',
  dna_centre: 'centre.dna',
  siao: 'siao.69',
  chrs: 'chrs.69',
  prefecture: 'prefecture.69',
  exit_programme: 'psp.69',
  prosecutor: 'parquet.lyon',
  police: 'police.69',
  labour: 'travail.69',
  child_protection: 'ase.69',
  juvenile_judge: 'juge.69',
  ad_hoc_guardian: 'adhoc.69',
  minor_shelter: 'foyer.ouest',
  health: 'soin.69'
} as const satisfies Partial<Record<Capacity, string>>
export type Party = keyof typeof houses
export const parties = Object.keys(houses) as Party[]

/** Whom it is about: an adult who agreed to everything, one who agreed to nothing, a child whom nobody asks. */
export const persons = {
  agrees: 'who agrees',
  refuses: 'who agrees to nothing',
  child: 'who is a child'
} as const
export type Person = keyof typeof persons
export const everyPerson = Object.keys(persons) as Person[]

type Circle = { always: readonly Party[]; agrees?: readonly Party[]; child?: readonly Party[] }

const childhood = ['child_protection', 'juvenile_judge', 'ad_hoc_guardian'] as const

/** Who follows what, by what it tells. `agrees`: once she agreed that they should; `child`: of a child, without being asked. */
const circles = {
  all: { always: parties },
  /** That she is housed. An ordinary roof and the prefecture know one word of it, and hear of no act. */
  housing: {
    always: ['referent', 'cell_member', 'cell', 'acse', 'shelter', 'ofii', 'dna_centre', 'prosecutor'],
    child: [...childhood, 'minor_shelter']
  },
  residence: {
    always: [
      ...(['referent', 'cell', 'acse', 'shelter', 'ofii', 'dna_centre'] as const),
      ...(['prefecture', 'exit_programme', 'prosecutor'] as const)
    ],
    child: childhood
  },
  /** Neither a prefecture nor a prosecutor nor a cell: those who seek her a place of that scheme, and who accompanies her. */
  asylum: { always: ['referent', 'dna_centre'], agrees: ['ofii'], child: childhood },
  justice: {
    always: ['referent', 'cell', 'cell_member', 'acse', 'prosecutor', 'police', 'labour'],
    child: childhood
  },
  /** That a procedure begins anew or ends is one word for the prefecture as well. */
  outcome: {
    always: ['referent', 'cell', 'cell_member', 'acse', 'prosecutor', 'police', 'labour', 'prefecture'],
    child: childhood
  },
  /** What protects a witness is for those who do it. */
  protection: { always: ['prosecutor', 'police'], child: ['ad_hoc_guardian'] },
  accused: { always: ['referent', 'prosecutor'], child: childhood },
  care: { always: ['referent'], child: [...childhood, 'minor_shelter'] },
  account: {
    always: ['referent', 'prosecutor'],
    agrees: ['cell', 'police', 'labour'],
    child: [...childhood, 'minor_shelter', 'cell']
  },
  signs: {
    always: [
      ...(['referent', 'flagger', 'cell', 'cell_member', 'acse'] as const),
      ...(['ofii', 'prosecutor', 'police', 'labour'] as const)
    ],
    child: childhood
  },
  identity: {
    always: ['referent', 'prosecutor'],
    agrees: [
      ...(['acse', 'shelter', 'ofii', 'dna_centre', 'siao', 'chrs', 'prefecture', 'exit_programme'] as const),
      ...(['police', 'labour', 'health', 'cell'] as const)
    ],
    child: [...childhood, 'minor_shelter', 'cell', 'health']
  }
} as const satisfies Record<string, Circle>
export type CircleName = keyof typeof circles

export const inCircle = (name: CircleName, person: Person): Party[] => {
  const { always, agrees = [], child = [] }: Circle = circles[name]
  const more = person === 'agrees' ? agrees : person === 'child' ? child : []
  return parties.filter((one) => always.includes(one) || more.includes(one))
}

export const hangsOnAgreement = (name: CircleName) =>
  inCircle(name, 'agrees').length > inCircle(name, 'refuses').length

/** Whether they may know where she is now: they are told the hour of that place, the others that of where she was met. */
export const placed = (one: Party, person: Person) => inCircle('housing', person).includes(one)

/** The acts of each circle, by their whole name or by what it begins with; the longest counts. */
const acts: Record<Exclude<CircleName, 'all'>, string> = {
  housing: 'housing. held. siao. chrs. acse. stay. minor.placement_ place. placement.',
  residence: `prefecture. reflection. receipt. permit. removal. house_arrest. return_ban. ta. appeal. unworthy_housing. discretion.
    coming_of_age. other. exit. psp. other_permit. resident. union. allowance. afis.`,
  asylum: 'dna. residence.route transfer. asylum. reception.',
  justice: `art40. prosecutor. complaint. testimony. evvi. inspection. procedure. stage. investigation. jirs. civil_interests. conviction.
    judgment.served acquittal. civil. no_case. civil_party. civi. sarvi. agrasc. labour. lawyer. wages. labour_court. concern. minor. opp.
    judge. measure. merits. guardian.`,
  outcome: 'procedure.reopened procedure.closed no_case.final acquittal.final conviction.final',
  protection: 'protection.',
  accused: 'forced.',
  care: 'needs. plan. health. care.',
  account: 'runaway. search. majority.prepare young_adult. consent.refuse return. abroad.',
  signs: 'indicators.',
  identity: 'identity.record'
}

/** Of her life as a whole, and what is said aloud: that she is in danger or no more, that a child is protected, of what age she is. */
const toAll = `case. triage. grounds. review. identity.erase formal. judgment.recognised merge. territory. meeting. referent. facts.
  person. consent. child. contact. closing. exit.plan danger.immediate acse.too_urgent housing.alert housing.ended minor.placement_alert
  concern.report minor.report_prosecutor concern.again minor.report_again opp.issue judge.petition majority.reached age.
  district. configuration.`

const listed = [...Object.entries(acts), ['all', toAll] as const].flatMap(([circle, words]) =>
  words.split(/\s+/).map((word) => ({ word, circle: circle as CircleName }))
)

/** Null where nobody said who hears of it: a new act is told to somebody, and the table says to whom. */
export const circleOf = (command: string): CircleName | null =>
  listed
    .filter(({ word }) => word === command || (/[._]$/.test(word) && command.startsWith(word)))
    .toSorted((a, b) => b.word.length - a.word.length)[0]?.circle ?? null
