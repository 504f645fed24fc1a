import type { Facts } from '../facts.ts'
import { rowsOf, type Region, type States } from '../command.ts'
import { choice, closed, longText, optional, yes } from '../fields.ts'
import { closureReasons } from './words.ts'

const states = {
  open: { label: { fr: 'Ouvert', en: 'Open' }, tone: 'none' },
  exit_planned: { label: { fr: 'Sortie préparée', en: 'Exit planned' }, tone: 'running' },
  // Never stored: the reason given decides at once which closed state follows.
  closing: { label: { fr: 'En clôture', en: 'Closing' }, tone: 'running' },
  closed_inserted: { label: { fr: 'Clos : insertion', en: 'Closed: independent life' }, tone: 'done' },
  closed_returned: { label: { fr: 'Clos : retour volontaire', en: 'Closed: voluntary return' }, tone: 'done' },
  closed_lost: { label: { fr: 'Clos : contact perdu', en: 'Closed: contact lost' }, tone: 'none' },
  closed_transferred_abroad: { label: { fr: 'Clos : suite à l’étranger', en: 'Closed: follow-up abroad' }, tone: 'done' },
  closed_not_victim: { label: { fr: 'Clos : hors traite', en: 'Closed: not trafficking' }, tone: 'none' },
  closed_by_person: { label: { fr: 'Clos à sa demande', en: 'Closed at their request' }, tone: 'none' },
  closed_deceased: { label: { fr: 'Clos : décès', en: 'Closed: death' }, tone: 'none' },
  reopened: { label: { fr: 'Rouvert', en: 'Reopened' }, tone: 'running' }
} as const satisfies States

const row = rowsOf('closure', states)
const because = (reason: keyof typeof closureReasons) => (facts: Facts) => facts.closure === reason
const closedStates = Object.keys(states).filter((state) => state.startsWith('closed_')) as `closed_${keyof typeof closureReasons}`[]

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
      notificationsPlanned: yes({ label: { fr: 'Les suites judiciaires pourront lui être notifiées', en: 'Judicial outcomes can still reach the person' } })
    }),
    guards: ['notHoused', 'residenceSettled'],
    basis: ['MNIO.CLOSURE'],
    closes: ['MNIO-TRIAGE', 'MNIO-TRIAGE-DANGER', 'MNIO-RG', 'MNIO-INFO', 'MNIO-RECONTACT', 'MNIO-REVIEW', 'MNIO-EMG', 'MNIO-FORMAL'],
    effects: [{ type: 'withdrawReferrals', kinds: ['acse', 'acse_place', 'prefecture'] }],
    learns: (_facts, input) => ({ closure: input.reason })
  }),
  'case.reopen': row({
    transition: 'T805',
    from: closedStates,
    to: 'reopened',
    label: { fr: 'Rouvrir le dossier', en: 'Reopen the case' },
    done: { fr: 'Dossier rouvert', en: 'Case reopened' },
    input: closed({ reason: longText({ label: { fr: 'Ce qui a changé', en: 'What changed' }, dataClass: 'C' }) }),
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
