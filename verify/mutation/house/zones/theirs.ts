import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'

const theirs = 'tests/policies/requirements/theirs.test.ts'

/** What is somebody else’s to say, to do or to know. */
export const theirMistakes: readonly Mistake[] = [
  ...inFile('policies/requirements/history.ts', theirs, [
    [
      'the house that said a child could not say otherwise once it is another’s',
      'isHouseOf(actor, lastAgeSaid)',
      'actor.orgId === lastAgeSaid'
    ],
    [
      'nobody could say an adult again that she is one',
      "input['ageGroup'] !== 'adult' || !isMinor(told.facts) ||",
      "input['ageGroup'] !== 'adult' ||"
    ],
    [
      'who accompanies her beside another could not say that the danger is less',
      'referents.length === 0 || referents.includes(actor.orgId)\n    ? []\n    : loweredIn',
      'referents.length === 0 || referents[0] === actor.orgId\n    ? []\n    : loweredIn'
    ],
    [
      'nobody could say that the danger is less while no association accompanies her',
      'mayLower(actor) || referents.length === 0 ||',
      'mayLower(actor) ||'
    ],
    [
      'a house beside another could not write her address',
      '!addresses(asked) || referents.includes(asked.actor.orgId)',
      '!addresses(asked) || referents[0] === asked.actor.orgId'
    ],
    [
      'whoever names a service by its name would be told to choose one',
      "actor.role === 'shelter' && input['address'] !== undefined",
      "actor.role === 'shelter'"
    ],
    [
      'a judge could not write the birth date of a child',
      'keepsBirthDates(actor) || !nearMajority',
      "actor.role === 'child_protection' || !nearMajority"
    ],
    [
      'an adult’s birth date could be written by almost nobody',
      "typeof born !== 'string' || !isMinor(told.facts)",
      "typeof born !== 'string'"
    ],
    [
      'who may not know of the judge would read from a refusal that a child goes home',
      "if (!sight.sees('F')) return",
      "if (!sight.sees('F') && !told.facts.sentHome) return"
    ],
    [
      'a receipt could be said to be handed before the person was flagged',
      'offered !== null && offered > flaggedOn ? offered : flaggedOn',
      'offered ?? flaggedOn'
    ],
    [
      'the day of a flag would be another where the person is overseas',
      'civilDate(openedAt, zoneOf(territory))',
      'openedAt.toISOString().slice(0, 10)'
    ],
    [
      'those who spoke of her before would not be asked where less danger is said',
      "asked.input['ageGroup'] === 'adult' || lowers(asked)",
      "asked.input['ageGroup'] === 'adult'"
    ]
  ]),
  ...inFile('policies/requirements/form.ts', theirs, [
    [
      'a reason would give a place that is never to be given',
      'if (bars.never.length > 0) return',
      "if (bars.never.length > 0 && input['despite'] === undefined) return"
    ],
    [
      'a place against which something stands would be refused although its reason is said',
      "bars.unlessSaid.length > 0 && input['despite'] === undefined",
      'bars.unlessSaid.length > 0'
    ],
    [
      'a desk would read from a refusal what it may not know of her',
      'bars.filter((one) => sees(one.sees)).map',
      'bars.map'
    ]
  ]),
  ...inFile('policies/separation.ts', theirs, [
    [
      'who accompanies the person could not ask to close her file',
      "role === 'cell_secretary' && accompanied ? (left",
      'accompanied ? (left'
    ],
    [
      'the cell could close no file of whom nobody accompanies',
      "role === 'cell_secretary' && accompanied ? (left",
      "role === 'cell_secretary' ? (left"
    ],
    [
      'two associations would accompany one person',
      'if (accompanied) return alreadyAccompanied',
      'if (accompanied && !bereft) return alreadyAccompanied'
    ]
  ]),
  ...inFile('policies/correction-rights.ts', theirs, [
    [
      'the cell of one case would take back what joins it to that of another',
      "sides.every(({ held }) => held.includes('cell'))",
      "sides.some(({ held }) => held.includes('cell'))"
    ],
    [
      'whoever made a link could not take it back',
      "(madeOrg === orgId || sides.every(({ held }) => held.includes('cell')))",
      "sides.every(({ held }) => held.includes('cell'))"
    ],
    ['a link that is over could be taken back again', 'endedAt === null && (madeOrg', '(madeOrg']
  ]),
  ...inFile('policies/organisations/handing.ts', theirs, [
    [
      'a proposal would wait at the very instant its time is over',
      "state === 'proposed' && expiresAt <= at",
      "state === 'proposed' && expiresAt < at"
    ],
    [
      'what was accepted would be said to have had no answer',
      "state === 'proposed' && expiresAt",
      'expiresAt'
    ]
  ])
]
