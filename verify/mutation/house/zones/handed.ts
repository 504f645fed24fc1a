import { inFile } from '../in-file.ts'

const handing = 'tests/server/handing/before.test.ts'

/** Who comes to accompany a person: named, or handed the case. */
export const handedMistakes = [
  ...inFile('server/handing/propose.ts', handing, [
    [
      'a person would be proposed to another association on a page that is old',
      "if (version !== tagOf(gate.keys, follows)) throw new VersionConflict('the case has moved')",
      ''
    ],
    [
      'a person would be proposed by who does not accompany them',
      'if (!row || !mayHandOn(actor, held)) throw',
      'if (!row) throw'
    ],
    [
      'a case would be proposed to an association that is not accredited to flag',
      " and ${mayAccompany('organisation.id')}",
      ''
    ],
    [
      'a person would be proposed to a suspended association',
      "type = 'association' and status = 'accredited'",
      "type = 'association'"
    ]
  ]),
  ...inFile('server/handing/settle.ts', handing, [
    [
      'an association whose accreditation ended since would take over a case',
      '(await accompanying(tx, [toOrgId])).length === 0',
      'false'
    ]
  ]),
  ...inFile('server/commands/sharing.ts', 'tests/server/organisations/fallen.test.ts', [
    [
      'an association that is not accredited to flag would be named to accompany a person',
      "await accompanying(tx, await organisationsOf(tx, 'association', territory))",
      "await organisationsOf(tx, 'association', territory)"
    ]
  ])
]
