import type { Facts } from '../facts.ts'
import { rowsOf, type Region } from '../command.ts'
import { choice, closed, longText, optional, yes } from '../fields.ts'
import { closureReasons } from './words.ts'
import { closureStates as states } from './states.ts'

const row = rowsOf('closure', states)
const because = (reason: keyof typeof closureReasons) => (facts: Facts) => facts.closure === reason
const closedStates = Object.keys(states).filter((state) =>
  state.startsWith('closed_')
) as `closed_${keyof typeof closureReasons}`[]

const commands = {
  'case.close': row({
    transition: 'T803',
    from: ['open', 'exit_planned', 'reopened'],
    to: 'closing',
    label: { fr: 'Clore le dossier', en: 'Close the case' },
    done: { fr: 'Dossier clos', en: 'Case closed' },
    input: closed({
      reason: choice(closureReasons, { label: { fr: 'Pourquoi', en: 'Why' } }),
      note: optional(longText({ label: { fr: 'Précisions', en: 'Details' }, dataClass: 'C' })),
      notificationsPlanned: yes({
        label: {
          fr: 'Les suites judiciaires pourront lui être notifiées',
          en: 'Judicial outcomes can still reach the person'
        }
      })
    }),
    guards: ['notHoused', 'residenceSettled'],
    basis: ['MNIO.CLOSURE'],
    closes: [
      'MNIO-TRIAGE',
      'MNIO-TRIAGE-DANGER',
      'MNIO-RG',
      'MNIO-INFO',
      'MNIO-RECONTACT',
      'MNIO-REVIEW',
      'MNIO-EMG',
      'MNIO-FORMAL'
    ],
    effects: [
      { type: 'withdrawReferrals', kinds: ['acse', 'acse_place', 'prefecture'] },
      { type: 'endCellSheet' }
    ],
    learns: (_facts, input) => ({ closure: input.reason })
  }),
  'case.reopen': row({
    transition: 'T805',
    from: closedStates,
    to: 'reopened',
    label: { fr: 'Rouvrir le dossier', en: 'Reopen the case' },
    done: { fr: 'Dossier rouvert', en: 'Case reopened' },
    input: closed({
      reason: longText({ label: { fr: 'Ce qui a changé', en: 'What changed' }, dataClass: 'C' })
    }),
    basis: ['MNIO.CLOSURE'],
    evenWhenClosed: true,
    learns: () => ({ closure: null })
  })
}

export const closure = {
  initial: 'open',
  states,
  settles: {
    closing: Object.keys(closureReasons).map((reason) => ({
      to: `closed_${reason}` as `closed_${keyof typeof closureReasons}`,
      when: because(reason as keyof typeof closureReasons)
    }))
  },
  commands
} as const satisfies Region
