import type { Region } from '../../act/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { appeals } from './appeal.ts'
import { appealTime } from './appeal-time.ts'
import { besideLeaving } from './beside-leaving.ts'
import { cards } from './cards.ts'
import { other } from './other.ts'
import { permit } from './permit.ts'
import { programme } from './programme.ts'
import { notWanted, reflection } from './reflection.ts'
import { removal } from './removal.ts'
import { renewal } from './renewal.ts'
import { refusal } from './refusal.ts'
import { routes } from './routes.ts'
import { union } from './union.ts'
import { held, residenceStates as states } from '../../vocabulary/states.ts'

const besideRefused = [
  {
    to: 'refused_permit' as const,
    when: ({ otherPermit, permitAsked }: Facts) => otherPermit === 'refused' && permitAsked === null
  }
]

/** Residence, T301 to T315. A Union citizen’s stay has rules of its own (book II), and nothing else is lost by that. */
export const residence = {
  initial: 'unknown',
  states,
  always: {
    reflection_offered: notWanted,
    unknown: [
      { to: 'eu_or_french', when: 'euOrFrench' },
      { to: 'irregular', when: 'knownIrregular' },
      { to: 'regular_other', when: 'knownRegular' }
    ],
    // A withdrawal that is annulled gives back the permit that it took.
    cst_valid: held
      .filter((state) => state !== 'cst_valid')
      .map((to) => ({ to, when: ({ withdrawnPermit }: Facts) => withdrawnPermit === to })),
    // What was asked for beside a permit that has ended is refused, and nothing else is before the prefecture.
    cst_applied: besideRefused,
    cst_recepisse: besideRefused,
    irregular: [
      { to: 'eu_or_french', when: 'euOrFrench' },
      // The permit held has ended, and another is still before the prefecture.
      { to: 'cst_applied', when: 'otherAsked' }
    ]
  },
  commands: {
    ...reflection,
    ...permit,
    ...renewal,
    ...refusal,
    ...removal,
    ...besideLeaving,
    ...appeals,
    ...appealTime,
    ...other,
    ...programme,
    ...routes,
    ...cards,
    ...union
  }
} as const satisfies Region
