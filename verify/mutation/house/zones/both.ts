import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'

const several = 'tests/policies/disclosure/several.test.ts'

/** What a reader knows of two requests, by two parts, of two classes. */
export const bothMistakes: readonly Mistake[] = [
  ...inFile('policies/names.ts', several, [
    [
      'who sits in the cell would read whom their house asked of her in another capacity',
      '(refers(actor.role) && one.senderOrgId === actor.orgId && knows',
      '(one.senderOrgId === actor.orgId && knows'
    ],
    [
      'who sits in the cell would read who asked their house of her in another capacity',
      '(refers(actor.role) && one.recipientOrgId === actor.orgId)',
      'one.recipientOrgId === actor.orgId'
    ],
    [
      'whoever is asked would read who asks because somebody else may know where she is',
      '          one.recipientOrgId === actor.orgId &&\n          alwaysPlaced',
      '          alwaysPlaced'
    ],
    [
      'whoever learns in one word where she is would read names by which it is known',
      "classes.includes('K') && !coarse.includes('K') &&",
      "classes.includes('K') &&"
    ],
    [
      'who is told where a child is would read of a grown woman who asks',
      ' && consent.K === undefined && !minorsOnly',
      ' && consent.K === undefined'
    ]
  ]),
  ...inFile('policies/data-classes.ts', several, [
    [
      'a review would say that a class is seen of every case which an agreement alone opens',
      'classes.filter((one) => consent[one] === undefined)',
      'classes.filter((one) => consent[one] !== null)'
    ],
    [
      'a review would say that who protects children sees every adult',
      'return minorsOnly ? [] : classes',
      'return minorsOnly === null ? [] : classes'
    ],
    [
      'members of the cell would not read whence she came although she was moved nowhere',
      "host !== 'acse' || met === territory",
      "host !== 'acse'"
    ],
    [
      'members of the cell would not read whence she came where another than Ac.Sé houses her',
      "host !== 'acse' || met === territory",
      'met === territory'
    ],
    ['nobody would read whence she came once she was moved', "capacity !== 'cell_member' || host", 'host']
  ]),
  ...inFile('policies/disclosure.ts', several, [
    [
      'an act of asylum that was taken back would be told to all',
      'seesWhole(classOf(happening), capacity, facts) && !isHiddenWhole(heardAs(happening), capacity, facts)',
      'seesWhole(classOf(happening), capacity, facts) && !isHiddenWhole(happening, capacity, facts)'
    ],
    [
      'that a sealed note was taken back would be told to who never read it',
      'sealed: asText(classes) as DataClass[],',
      'sealed: [],'
    ],
    [
      'that an act was taken back which told nobody anything would be told to all',
      'unusual: asText(quiet)',
      'unusual: asText(classes)'
    ],
    [
      'who reads one of two things of a note would not hear of it',
      'const kept = sealed.some(',
      'const kept = sealed.every('
    ],
    [
      'the cell would validate a closing whose reason it may not read',
      'seesWhole(tells, capacity, facts) || concludesOn(command, capacity)',
      'seesWhole(tells, capacity, facts)'
    ],
    [
      'the cell would read the reasons of acts which it does not conclude',
      'may.some((act) => confirms(act) === command)',
      'may.some((act) => confirms(act) !== null)'
    ],
    [
      'who may not follow an act would read what was entered and not that it was corrected',
      "word !== null && 'command' in said && said.command === 'act.undone' ? corrected : word",
      'word'
    ]
  ]),
  ...inFile('policies/sight.ts', several, [
    [
      'whoever takes two parts would see what the first of them sees alone',
      'return opens ?? waits ?? {',
      'return each[0] ?? opens ?? waits ?? {'
    ],
    [
      'whoever takes two parts would not be told which agreement opens what is closed',
      'return opens ?? waits ?? {',
      'return opens ?? {'
    ],
    [
      'whoever may not know where she lives would be told so by the territory of her case',
      'territory: placed ? facts.territory : metTerritory(facts)',
      'territory: facts.territory'
    ],
    [
      'a desk would learn of places that are another’s',
      "maySee('A', one, facts) && (ownPool[one] ?? pool) === pool",
      "maySee('A', one, facts)"
    ],
    [
      'whoever never learns where she sleeps would be told of places',
      "maySee('A', one, facts) && (ownPool[one] ?? pool) === pool",
      '(ownPool[one] ?? pool) === pool'
    ]
  ]),
  ...inFile('policies/known.ts', several, [
    [
      'a form that completes a file would show all that is known of her to whoever opens it',
      '      .filter((field) => whole(factClasses[field]))\n',
      ''
    ],
    [
      'whoever may not read a sealed answer would write over it',
      'whole(isFact(field) ? factClasses[field] : (classOfField(told, field) ?? null))',
      'whole(isFact(field) ? factClasses[field] : null)'
    ],
    [
      'what nobody knew yet would be taken for nothing new',
      '!(field in known) || !same(value, known[field])',
      'field in known && !same(value, known[field])'
    ]
  ])
]
