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
  ...inFile('workflows/guards/guards.ts', at('counted'), [
    [
      'a first opinion for insufficient elements would be missed where it was given, and counted where nobody gave it',
      "=> firstVoices(facts).some(({ opinion }) => opinion === 'insufficient')",
      "=> !firstVoices(facts).some(({ opinion }) => opinion === 'insufficient')"
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
export const keptMeetings: Kept = {
  [at('alternates')]:
    'That the seats are nothing to who holds no meeting is one refusal of one route, which no other test of the file meets.',
  [at('counted')]:
    'That a refused second opinion tells nothing to whoever reads no such case: they are stopped at the case, whatever becomes of the opinion.',
  [at('courts')]:
    'That a case of this very place names its court on its own page: one refusal in words, beside the six that fall with what rules decide.',
  [at('evidence')]:
    'That the sheet beside a vote is the card of the case: both are drawn by `evidenceIn`, so that they differ only where one of the two is given other facts.',
  [at('followup')]:
    'That a case which waits for a decision, or is no more the cell’s, is refused as no running one: the others need one that was put there, and this one needs that none is.',
  [at('merged')]:
    'That a house which flagged neither votes nor gives an opinion under another name: it asks the heir of a flag, where its sibling asks that of a withdrawal.',
  [at('quorum')]:
    'That a second voice noted of three is refused before it is too late: the one bound on the secretary’s hand, where the others are bounds on the meeting.',
  [at('two-houses')]:
    'That who withdrew for one house takes nothing back for another: one update asks for the person and the house, and the nine others end before it or beside it.',
  [at('voices')]:
    'That nobody votes before the session is open is the state of the meeting, which is asked before the voice is looked at.',
  [at('withdrawal/alone')]:
    'That the last of an institution who withdraws closes the case to it: the twelve others are of a colleague or an alternate who goes on.',
  [at('withdrawal/sight')]:
    'That a member conducts nothing: four acts and one refusal, where the others are of who is no member at all.',
  [at('withdrawal/ties')]:
    'That a voice given before a withdrawal stays counted: nothing in the product takes a voice away, and PostgreSQL grants no such right.'
}
