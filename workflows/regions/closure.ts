import type { Facts } from '../facts/facts.ts'
import { rowsOf, type Region } from '../act/command.ts'
import { choice, choices, closed, date, longText, nothing, optional, yes } from '../vocabulary/fields.ts'
import { recipients } from '../referral/kinds/recipients.ts'
import { referralKindIds } from '../vocabulary/vocabulary.ts'
import { closureReasons, means } from '../vocabulary/words.ts'
import { abroad } from './closure.abroad.ts'
import { live, returning } from './closure.return.ts'
import { exitGoals, notYet } from '../vocabulary/words.care.ts'
import { closureStates as states, isClosed } from '../vocabulary/states.ts'

const row = rowsOf('closure', { transition: 'T804', basis: ['MNIO.CLOSURE'] })
const because = (reason: keyof typeof closureReasons) => (facts: Facts) => facts.closure === reason
const closedStates = Object.keys(states).filter(isClosed) as `closed_${keyof typeof closureReasons}`[]

// Closing withdraws no referral that the law has told whole: nothing is taken back from those recipients.
const withdrawnByClosing = referralKindIds.filter((kind) => !recipients[kind].opensAtOnce)

const leaving = {
  guards: ['notHoused', 'residenceSettled'],
  requires: ['noneTaken'],
  opens: [{ code: 'MNIO-RETENTION' }],
  effects: [{ type: 'withdrawReferrals', kinds: withdrawnByClosing }, { type: 'endCellSheet' }]
} as const

const commands = {
  'exit.plan': row({
    transition: 'T801',
    from: ['open', 'reopened', 'exit_planned'],
    to: 'exit_planned',
    label: { fr: 'Préparer la fin de l’accompagnement', en: 'Plan the end of support' },
    done: { fr: 'Sortie préparée', en: 'Way out planned' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      settled: choices(exitGoals, {
        label: { fr: 'Ce qui est réglé', en: 'What is settled' },
        atLeast: 0,
        tells: 'H'
      }),
      left: choices(exitGoals, {
        label: { fr: 'Ce qui reste à faire', en: 'What is left to do' },
        atLeast: 0,
        tells: 'H'
      })
    }),
    basis: ['MNIO.CLOSURE', 'COE197.12'],
    apply: () => ({ contactLost: false })
  }),
  ...returning,
  ...abroad,
  'contact.note': row({
    from: live,
    label: { fr: 'Noter un contact', en: 'Note a contact' },
    done: { fr: 'Contact', en: 'Contact' },
    input: closed({
      on: date({ label: { fr: 'Le', en: 'On' } }),
      means: choice(means, { label: { fr: 'Par quel moyen', en: 'By which means' } })
    }),
    opens: [{ code: 'MNIO-CONTACT', startsOn: 'on', restarts: true, when: 'adult' }],
    apply: () => ({ contactLost: false })
  }),
  'contact.lost': row({
    from: live,
    label: { fr: 'Sans nouvelles depuis le délai prévu', en: 'No news for the configured time' },
    input: nothing,
    guards: ['adult'],
    offered: false,
    apply: () => ({ contactLost: true })
  }),
  'case.close_lost': row({
    transition: 'T804',
    from: live,
    to: 'closing',
    label: { fr: 'Clore faute de nouvelles', en: 'Close for want of news' },
    done: { fr: 'Clos faute de nouvelles', en: 'Closed for want of news' },
    input: nothing,
    ...leaving,
    guards: ['newsLost', ...leaving.guards],
    basis: ['MNIO.CLOSURE'],
    duty: true,
    apply: () => ({ closure: 'lost' })
  }),
  'case.archive': row({
    transition: 'T806',
    label: { fr: 'Archiver', en: 'Archive' },
    done: {
      fr: 'Archivé : plus personne n’y lit, sauf la cellule',
      en: 'Archived: nobody reads it but the cell'
    },
    input: nothing,
    guards: ['caseOver'],
    basis: ['MNIO.RETENTION', 'GDPR.17'],
    opens: [{ code: 'MNIO-ERASURE' }],
    effects: [{ type: 'endEverySharing' }],
    evenWhenClosed: true,
    offered: false,
    apply: () => ({ archived: true })
  }),
  'case.erase': row({
    transition: 'T806',
    label: { fr: 'Effacer', en: 'Erase' },
    done: { fr: 'Ce qui identifiait la personne est effacé', en: 'What identified the person is erased' },
    input: nothing,
    guards: ['caseOver'],
    basis: ['MNIO.RETENTION', 'GDPR.17'],
    effects: [{ type: 'eraseSealed' }],
    evenWhenClosed: true,
    offered: false,
    apply: () => ({ forbiddenZones: [], merging: null })
  }),
  'closing.ask': row({
    transition: 'T803',
    from: live,
    label: { fr: 'Demander la clôture', en: 'Ask for the case to be closed' },
    done: { fr: 'Clôture demandée à la cellule', en: 'Cell asked to close the case' },
    // Which reasons may close is configured once, for the act of the cell that closes. One reason, the return, is of
    // class C. If the other reasons were shown to everybody, a line without a reason would mean the return: so every
    // reason is shown to readers of class C only.
    input: closed({
      because: choice(closureReasons, {
        label: { fr: 'Pourquoi le dossier peut être clos', en: 'Why the case may be closed' },
        tells: 'C'
      })
    }),
    guards: ['closingNotAsked', ...leaving.guards],
    requires: ['leftToReferent'],
    checks: ['closableBecause'],
    duty: 'closingDue',
    apply: (_facts, { because }, { personId }) => ({ closing: { reason: because, personId } })
  }),
  'closing.decline': row({
    transition: 'T803',
    from: live,
    label: { fr: 'Ne pas clore', en: 'Do not close' },
    done: { fr: 'Clôture non validée', en: 'Closing not validated' },
    input: closed({
      left: choices(notYet, {
        label: { fr: 'Ce qui reste à faire', en: 'What remains to be done' },
        tells: 'C'
      }),
      why: optional(longText({ label: { fr: 'Précisions', en: 'Details' }, dataClass: 'C' }))
    }),
    guards: ['closingAsked'],
    apply: () => ({ closing: null })
  }),
  'case.close': row({
    transition: 'T803',
    from: ['open', 'exit_planned', 'reopened'],
    to: 'closing',
    label: { fr: 'Clore le dossier', en: 'Close the case' },
    done: { fr: 'Dossier clos', en: 'Case closed' },
    input: closed({
      reason: choice(closureReasons, {
        label: { fr: 'Pourquoi le dossier est clos', en: 'Why the case is closed' },
        tells: 'C'
      }),
      note: optional(longText({ label: { fr: 'Précisions', en: 'Details' }, dataClass: 'C' })),
      notificationsPlanned: yes({
        label: {
          fr: 'Les suites judiciaires pourront lui être notifiées',
          en: 'Judicial outcomes can still reach the person'
        }
      })
    }),
    ...leaving,
    requires: ['otherCloses', ...leaving.requires],
    checks: ['sameReason', 'closable'],
    basis: ['MNIO.CLOSURE'],
    duty: 'closingAsked',
    apply: (_facts, input) => ({ closure: input.reason, closing: null })
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
    opens: [{ code: 'MNIO-CONTACT', restarts: true, when: 'adult' }],
    evenWhenClosed: true,
    apply: () => ({ closure: null, closing: null, contactLost: false, archived: false, departed: false })
  })
}

export const closure = {
  initial: 'open',
  states,
  always: {
    closing: Object.keys(closureReasons).map((reason) => ({
      to: `closed_${reason}` as `closed_${keyof typeof closureReasons}`,
      when: because(reason as keyof typeof closureReasons)
    }))
  },
  commands
} as const satisfies Region
