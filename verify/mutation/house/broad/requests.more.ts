import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'
import type { Kept } from './kept.ts'

const at = (name: string) => `tests/server/meetings/${name}.test.ts`

/** Whole answers of a meeting taken away. */
export const sittingMistakes: readonly Mistake[] = [
  ...inFile('server/meetings/agenda.ts', at('agenda'), [
    [
      'no case would come before the cell, whoever puts it there',
      'if (cases.length === 0) return',
      'if (cases.length >= 0) return'
    ]
  ]),
  ...inFile('server/meetings/agenda.ts', at('routes'), [
    [
      'where two cases wait for a meeting neither would be on its agenda',
      'if (cases.length === 0) return',
      'if (cases.length !== 1) return'
    ]
  ]),
  ...inFile('server/meetings/decide.ts', at('routes'), [
    [
      'a meeting would be convened on an agenda that was not read',
      'if (version !== null && row.version !== version) throw new VersionConflict(`version ${row.version}`)',
      ''
    ]
  ]),
  ...inFile('server/meetings/question.ts', at('decision'), [
    [
      'every voice would be lost on its way to the count',
      "return seat ? [{ ...seat, voice, own: recordedBy === 'member' }] : []",
      'return seat ? [] : []'
    ]
  ]),
  ...inFile('server/meetings/settle.ts', at('decision'), [
    [
      'a case that nobody can decide today could not be put off either',
      'settlementOf(question, adjourning)',
      'settlementOf(question, false)'
    ]
  ]),
  ...inFile('server/meetings/settle.ts', at('quorum'), [
    [
      'a case would be settled though the meeting may not decide it',
      "if (settled.refused !== null) throw new RuleRefused('the meeting does not decide', settled.refused)",
      ''
    ]
  ]),
  ...inFile('policies/requirements/table.ts', at('quorum'), [
    [
      'the numbers of a vote could be typed',
      'meetingRefused(asked, meetingDecision)',
      'meetingRefused(asked, meetingDecision) && null'
    ]
  ]),
  ...inFile('server/meetings/sitting.ts', at('quorum'), [
    [
      'the secretary would note so many voices that nothing can be decided any more',
      "if (refused) throw new RuleRefused('too few would be their own', refused)",
      ''
    ]
  ]),
  ...inFile('server/meetings/settle.ts', at('courts'), [
    [
      'a vote that settles nothing would be closed without a word',
      "if (settled.refused !== null) throw new RuleRefused('the meeting does not decide', settled.refused)",
      'if (settled.refused !== null) return'
    ]
  ]),
  ...inFile('server/meetings/rules.ts', at('courts'), [
    ['a case of a court would be decided by the rules of another', 'if (rules) own[one.id] = rules', '']
  ]),
  ...inFile('server/meetings/decide.ts', at('voices'), [
    [
      'a voice would be taken without a word, and forgotten',
      'const changes = await handlers[command]({ gate, tx, meeting, actor, at, input: input as never })',
      "const changes = side === 'member' ? undefined : await handlers[command]({ gate, tx, meeting, actor, at, input: input as never })"
    ],
    [
      'who was called could vote before the meeting sits and behind its end',
      'if (next === null) throw notOpen(command, row.state)',
      ''
    ]
  ]),
  ...inFile('server/meetings/decide.ts', at('withdrawal/sight'), [
    [
      'whoever is of no cell would learn which meetings there are',
      "throw new NotFound('not of a cell')",
      "throw new NotAllowed('not of a cell')"
    ],
    [
      'whoever signs in would call the cell together',
      'if (!conductsMeetings(actor)) throw',
      'if (!actor.orgId) throw'
    ]
  ]),
  ...inFile('server/meetings/followup.ts', at('followup'), [
    [
      'a running case that is put on an agenda would not stand there',
      'await tx.insert(meetingFollowups).values(row)',
      ''
    ]
  ]),
  ...inFile('server/meetings/handlers.ts', at('withdrawal/withdrawing'), [
    [
      'who is too close to a case would withdraw, and go on reading and voting',
      'const called = await withdraw(tx, meeting, { ...input, actor, at })',
      'const called: string[] = []'
    ]
  ]),
  ...inFile('server/meetings/seats.ts', at('alternates'), [
    ['everybody who holds a seat would be said to be called', 'called: sit.has(one)', 'called: true']
  ]),
  ...inFile('server/meetings/invitation.mail.ts', at('invitations'), [
    [
      'nobody would be written to of a meeting that they are called to',
      'if (!row) return null',
      'return null'
    ],
    [
      'a meeting that is past would be written of, and to no address',
      'm.starts_at > wall_clock() and p.email is not null',
      'm.starts_at is not null'
    ]
  ])
]

/** Why tests of meetings stay. */
export const keptMeetings: Kept = {}
