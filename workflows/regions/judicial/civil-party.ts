import { rowsOf } from '../../act/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreed, choice, closed, date } from '../../vocabulary/fields.ts'
import { civilPartyOrders } from './civil-party.orders.ts'
import { recoveredOfParty } from './claiming.ts'
import { namedWith } from './named.ts'
import { openProcedure } from './stages.ts'
import { interruptsLimitation } from './time.ts'
import { offences } from './words.ts'

const row = rowsOf('judicial')

const agrees = agreed({ label: { fr: 'La personne le veut', en: 'The person wants it' } })

/** What was sent for trial or judged goes on as it stands: the complaint is against another, or of other acts (CPP 85). */
const againstAnother = ['trial', 'decided', 'on_appeal', 'convicted_final'] as const

/** She becomes a party: to a procedure that runs, or by a complaint that makes a judge investigate. */
export const civilParty = {
  ...civilPartyOrders,
  // A file may learn after the judgment that the person was a party to it (CPP 421): what follows from it is counted all the same.
  'civil_party.join': row({
    records: true,
    transition: 'T402',
    from: [...openProcedure, 'acquitted_final', 'convicted_final'],
    label: {
      fr: 'Enregistrer la constitution de partie civile',
      en: 'Record that the person joins as civil party'
    },
    done: { fr: 'Constitution de partie civile', en: 'Joined as civil party' },
    input: closed({
      who: choice(
        {
          person: { fr: 'la personne', en: 'the person' },
          guardian: { fr: 'l’administrateur ad hoc', en: 'the ad hoc guardian' },
          association: { fr: 'l’association, à ses côtés', en: 'the association, beside the person' }
        },
        { label: { fr: 'Qui', en: 'Who' }, dataClass: 'F' }
      ),
      on: date({ label: { fr: 'Le', en: 'On' }, dataClass: 'F' }),
      agrees
    }),
    guards: ['notCivilParty'],
    basis: ['CPP.2-22', 'CPP.10-2', 'CPP.10-4', 'CPP.421', 'CPP.706-50', 'CPP.706-15-2', 'CPP.706-164'],
    opens: recoveredOfParty,
    evenWhenClosed: true,
    // An association that joins beside the person exercises its own rights (CPP 2-22), and makes them no party.
    apply: (_facts, { who }): Partial<Facts> => (who === 'association' ? {} : { civilParty: true })
  }),
  // After a classement, or three months after her complaint: the judge investigates, and limitation starts again (CPP 85, 9-2).
  'civil_party.complaint': row({
    transition: 'T402',
    from: [
      'none',
      'report_art40',
      'complaint_filed',
      'procedure_opened',
      'investigation',
      'instruction',
      'dismissed',
      'acquitted_final',
      ...againstAnother
    ],
    keeps: againstAnother,
    to: 'instruction',
    label: {
      fr: 'Enregistrer une plainte avec constitution de partie civile',
      en: 'Record a complaint with civil-party status'
    },
    done: { fr: 'Plainte avec constitution de partie civile', en: 'Complaint with civil-party status' },
    input: closed({
      on: date({
        label: { fr: 'Déposée devant le juge d’instruction le', en: 'Filed with the investigating judge on' },
        hint: {
          fr: 'Pour un délit : après un classement, ou trois mois après la plainte ; pour un crime, à tout moment.',
          en: 'For an offence: after no further action, or three months after the complaint; for a crime, at any time.'
        },
        dataClass: 'F'
      }),
      offences,
      agrees
    }),
    basis: ['CPP.85', 'CPP.9-2', 'CESEDA.L425-1'],
    opens: interruptsLimitation('on'),
    evenWhenClosed: true,
    apply: (facts, input, _by, { judicial }) => ({
      civilParty: true,
      procedureOpen: true,
      offences: namedWith(facts, input.offences, judicial),
      offencesOn: input.on
    })
  })
}
