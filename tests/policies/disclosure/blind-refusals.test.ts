import { expect, test } from 'vitest'
import { sight } from '../../../policies/data-classes.ts'
import { regionClass } from '../../../policies/disclosure.ts'
import { grants } from '../../../policies/grants.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { guardsOf } from '../../../workflows/case/machine.ts'
import { guards, type Guard } from '../../../workflows/guards/guards.ts'
import type { Capacity } from '../../../workflows/vocabulary/capacities.ts'
import type { DataClass } from '../../../workflows/vocabulary/vocabulary.ts'

// An act that a hidden fact forbids is offered, and refused when it is done: in words that say nothing, under the name of whoever
// tried, once. No button, list or reading tells as much. Who may come upon such a refusal is written here, and nobody else may.

const seen = (guard: Guard): readonly DataClass[] => (guard.sees === null ? [] : [guard.sees].flat())

/** What the gate looks at and this capacity may not: guards, and where the region of the act stands. */
const unseen = (type: CommandType, capacity: Capacity): string[] => {
  const { classes, coarse } = sight[capacity]
  const { region, from } = commandRow(type)
  // Of a child's protection a coarse word is no sight: everybody is told it.
  const hides = (one: DataClass | null) =>
    one !== null && (!classes.includes(one) || (region === 'minor' && coarse.includes(one)))
  const stands = hides(regionClass(region)) && from !== 'any' ? [`region ${region}`] : []
  return [...guardsOf(type).filter((id) => seen(guards[id]).some(hides)), ...stands]
}

const found = [
  ...new Set(
    Object.values(grants)
      .flat()
      .flatMap(({ as, may }) =>
        may.flatMap((type) => unseen(type, as).map((what) => `${as} ${type}: ${what}`))
      )
  )
].sort()

/** Why each stays: the law or the danger asks the act of them, and what it meets is not theirs to read. */
const argued: [why: string, rows: string[]][] = [
  [
    'whoever meets a person in danger or without a bed says so, and is not told where the person is housed',
    [
      'flagger danger.immediate: region housing',
      'health danger.immediate: region housing',
      'labour danger.immediate: region housing',
      'police danger.immediate: region housing',
      'labour acse.request: region housing',
      'police acse.request: region housing',
      'police minor.placement_alert: region housing'
    ]
  ],
  [
    'every official reports a crime to the prosecutor, and is not told what became of it',
    [
      'flagger art40.report: region judicial',
      'ofii art40.report: region judicial',
      'flagger prosecutor.inform: region judicial',
      'ofii prosecutor.inform: region judicial'
    ]
  ],
  [
    'everybody reports a child in danger; where a judge was seized before, the report has reached who protects the child',
    [
      'flagger concern.report: region minor',
      'flagger minor.report_prosecutor: beforeJudge',
      'flagger minor.report_prosecutor: region minor',
      'prefecture concern.report: concernDue',
      'prefecture concern.report: region minor'
    ]
  ],
  [
    'the house of a child reports the flight, and is not told where the measure of the judge stands',
    ['minor_shelter runaway.report: region minor', 'minor_shelter search.review: region minor']
  ],
  [
    'police and gendarmes tell of the time to reflect, and are not told how the right to stay stands',
    ['police reflection.offer: region residence', 'police reflection.offer: thirdCountry']
  ],
  [
    'OFII records a departure that it was asked to organise: what weighs against it is for who follows the person to say',
    [
      'ofii_return return.depart: concernTold',
      'ofii_return return.depart: noMeasureAwaited',
      'ofii_return return.depart: notDeparted',
      'ofii_return return.depart: reachable',
      'ofii_return return.depart: returnWeighed'
    ]
  ]
]

test('nobody else may be refused an act for what they may not see', () => {
  const rows = argued.flatMap(([, each]) => each)
  expect(found).toEqual(rows.sort())
})

test('whoever follows the person sees all that may refuse their acts', () => {
  expect(found.filter((row) => row.startsWith('referent '))).toEqual([])
})
