import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sight } from '../../../policies/data-classes.ts'
import { regionClass } from '../../../policies/disclosure.ts'
import { grants } from '../../../policies/grants.ts'
import { factClasses, type Facts } from '../../../workflows/facts/facts.ts'
import { guardsOf } from '../../../workflows/case/machine.ts'
import { guards, type Guard, type GuardId, type Situation } from '../../../workflows/guards/guards.ts'
import {
  scopeClass,
  type ConsentScope,
  type DataClass,
  type RegionId
} from '../../../workflows/vocabulary/vocabulary.ts'
import { watched } from '../../../verify/walk/watched.ts'
import { situations } from '../../support/cases.ts'

// A guard closes a button for those alone who see all that it reads: otherwise the button would tell what it read.

type Told = { why: string; read: DataClass; as: DataClass | null; by: GuardId[] }

/** Where what a guard reads is told to more people than may see all of its class. */
const toldOtherwise: Told[] = [
  {
    why: 'open or closed, convicted or not: the one word of justice that whoever decides on the stay is told, since the law makes the permit hang on it',
    read: 'F',
    as: 'E',
    by: ['procedureStillOpen', 'regularStay']
  },
  {
    why: 'that steps are taken to protect a child is said aloud to everybody, and whoever saw the signs is waited for until then',
    read: 'F',
    as: 'D',
    by: [
      'concernDue',
      'concernTold',
      'nobodyTold',
      'somebodyTold',
      'signalementDue',
      'childKnownToPolice',
      'prosecutorAwaited'
    ]
  },
  {
    why: 'that a child was protected and came of age is told to all as one word, and opens a permit that the prefecture issues',
    read: 'F',
    as: null,
    by: ['cameOfAge']
  },
  ...(
    [
      ['C', ['closingAsked', 'closingNotAsked']],
      ['D', ['positiveProposed', 'insufficientProposed']],
      ['K', ['noTransferProposed', 'transferProposed']]
    ] as const
  ).map(([read, by]) => ({
    why: `that it was asked is told to all: only why, or where to, is of class ${read}`,
    ...{ read, as: null, by: [...by] }
  }))
]

const classOfFact = (name: string): DataClass | null => {
  const [fact, scope] = name.split(':')
  return scope ? scopeClass[scope as ConsentScope] : factClasses[fact as keyof Facts]
}

/** The classes of what a guard reads of one case. */
const readOf = ({ holds }: Guard, situation: Situation) => {
  const [facts, regions] = [new Set<string>(), new Set<string>()]
  holds({ facts: watched(situation, facts).facts, regions: watched(situation, regions).regions })
  return [...[...facts].map(classOfFact), ...[...regions].map((id) => regionClass(id as RegionId))]
}

const ids = Object.keys(guards) as GuardId[]

/** The classes of all that each guard reads, over many cases: what it reads first decides what it reads then. */
const reads = (() => {
  const read = new Map(ids.map((id) => [id, new Set<DataClass>()]))
  fc.assert(
    fc.property(situations, (situation) => {
      for (const id of ids)
        for (const one of readOf(guards[id], situation)) if (one !== null) read.get(id)!.add(one)
    }),
    { numRuns: 1000, seed: 14 }
  )
  return read
})()

const listed = ({ sees }: Guard) => [sees].flat().filter((one) => one !== null)

it.each(ids)('%s says the classes of all that it reads', (id) => {
  const told = toldOtherwise.filter(({ by }) => by.includes(id))
  const asTold = [...reads.get(id)!].map((one) => {
    const row = told.find(({ read }) => read === one)
    return row ? row.as : one
  })
  const classes = new Set(asTold.filter((one) => one !== null))
  expect([...listed(guards[id])].sort()).toEqual([...classes].sort())
})

it.each(toldOtherwise)('is said of what is read: $why', ({ read, by }) => {
  expect(by.filter((id) => reads.get(id)!.has(read))).not.toEqual([])
})

it('what a reader sees as one word closes a button of theirs where the law asks them alone whether it holds', () => {
  const closing = Object.values(grants)
    .flat()
    .flatMap(({ as, may }) =>
      may.flatMap((type) =>
        guardsOf(type)
          .filter((id) => listed(guards[id]).some((one) => sight[as].coarse.includes(one)))
          .map((id) => `${as} ${type}: ${id}`)
      )
    )
  expect([...new Set(closing)].sort()).toEqual([
    'prefecture permit.issue: complaintOpensCard',
    'prefecture permit.issue: procedureOpen',
    'prefecture permit.renew: procedureOpen',
    'prefecture resident.issue: complaintOpensCard',
    'prefecture resident.issue: finalConviction',
    'prefecture resident.refuse: finalConviction',
    'prefecture ta.restored: withdrawnPermitHasItsOffence',
    'prefecture unworthy_housing.issue: complaintOpensHousingCard',
    'prefecture unworthy_housing.issue: procedureOpen'
  ])
})
