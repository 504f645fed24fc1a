import { Type } from 'typebox'
import { rowsOf } from '../act/command.ts'
import { choice, closed, count, optional, yes } from '../vocabulary/fields.ts'
import { noVoices } from '../facts/opinions.ts'
import { grounded, ungrounded } from './grounds.ts'
import { insufficiencies } from '../vocabulary/words.ts'

const row = rowsOf('identification', { transition: 'T104' })

const number = (fr: string, en: string) => count({ label: { fr, en }, maximum: 99 })

/** What the log keeps of a vote: numbers that the server counted, never who said what. */
const tally = closed({
  // Without a label: the story of a case shows the numbers, not the identifier.
  meetingId: Type.String({ format: 'uuid' }),
  members: number('Membres avec voix', 'Voting members'),
  institutions: number('Institutions', 'Institutions'),
  inFavour: number('Pour', 'In favour'),
  against: number('Contre', 'Against'),
  abstained: number('Abstentions', 'Abstentions'),
  unanimous: yes({ label: { fr: 'Unanimité', en: 'Unanimous' } })
})

// No button offers these acts: closing an item of an open meeting does them, and the gate holds their numbers against the votes.
const inSession = {
  from: ['under_triage', 'review_open'],
  input: tally,
  requires: ['decidedInMeeting'],
  basis: ['MNIO.MEETING', 'MNIO.GROUNDS', 'COE197.10'],
  offered: false
} as const

/** What a cell decides together; the two voices of grounds.propose stay for what is decided between meetings. */
export const meeting = {
  'meeting.positive': row({
    ...inSession,
    transition: 'T104',
    to: 'presumed',
    label: { fr: 'Retenir les motifs raisonnables en réunion', en: 'Record reasonable grounds in a meeting' },
    done: {
      fr: 'Motifs raisonnables retenus par la cellule réunie',
      en: 'Reasonable grounds recorded by the cell in session'
    },
    basis: [...inSession.basis, 'COE197.13', 'CESEDA.R425-1'],
    opens: grounded,
    effects: [{ type: 'endCellSheet' }],
    apply: () => ({ presumed: true, ...noVoices })
  }),
  'meeting.insufficient': row({
    ...inSession,
    transition: 'T103',
    to: 'insufficient_elements',
    checks: ['explained'],
    label: {
      fr: 'Constater des éléments insuffisants en réunion',
      en: 'Record insufficient elements in a meeting'
    },
    done: {
      fr: 'Éléments jugés insuffisants à ce jour par la cellule réunie',
      en: 'Elements found insufficient so far by the cell in session'
    },
    // As outside a meeting, whoever accompanies her reads why. Decisions taken before it was asked for carry none.
    input: closed({
      ...tally.properties,
      reason: optional(choice(insufficiencies, { label: { fr: 'Motif', en: 'Reason' }, dataClass: 'D' }))
    }),
    guards: ['notPresumed'],
    opens: ungrounded,
    effects: [{ type: 'endCellSheet' }],
    apply: () => noVoices
  }),
  'meeting.adjourned': row({
    ...inSession,
    transition: 'T104',
    to: 'same',
    label: { fr: 'Ajourner en réunion', en: 'Adjourn in a meeting' },
    done: { fr: 'Examiné en réunion, ajourné', en: 'Looked at in a meeting, adjourned' }
  })
}
