import { rowsOf, type Recount } from '../../act/command.ts'
import { choice, closed, date, optional } from '../../vocabulary/fields.ts'
import { aidOfHigherCourt, aidOfTribunal } from '../residence/aid.ts'
import { concernedNotice, ofOneDecision, recourse } from '../residence/contested.ts'
import { on } from './fields.ts'

const row = rowsOf('minor', { transition: 'T611', sees: 'C', basis: ['CASF.L222-5'] })

const ofPrior = ['D-APPEAL-YOUNG-ADULT'] as const
const said = (what: string) => [{ field: 'what', is: what }]

/** Against which legal aid is asked for: the decision, or the judgment on it. */
const codes = { decision: 'D-APPEAL-YOUNG-ADULT', judgment: 'D-APPEAL-YOUNG-ADULT-AGAIN' } as const
type Contested = keyof typeof codes
/** What is said of the judgment is known by its own time, and leaves that of the decision as it is; and so the other way round. */
const decisions = Object.values(codes)
const told = { codes: ofPrior, on: 'on', ...ofOneDecision(ofPrior, decisions) }
const aidOf = { decision: aidOfTribunal, judgment: aidOfHigherCourt } as const
const another = { decision: 'judgment', judgment: 'decision' } as const

/** Where nobody says which, either may be the longer, and no safe day moves (decree 2020-1717, art. 43, 44). */
const ofAid = (about: Contested): readonly Recount[] => {
  const some = [codes[about]]
  const unlessInput = { field: 'about', is: another[about] }
  const one = { codes: some, on: 'on', unlessInput, ...ofOneDecision(some, decisions) }
  const decided = { ...one, settles: 'aidAsked', ...aidOf[about]('on') } as const
  // The safe day stays, so that the end in law counts from the decision as well.
  const unsaid = { ...decided, leaves: decided.implied }
  return [
    { ...one, whenInput: said('aid_asked'), doubt: 'aidAsked' },
    {
      ...{ ...decided, asked: 'askedOn' },
      whenInput: [...said('aid_decided'), { field: 'about', is: about }]
    },
    { ...unsaid, whenInput: said('aid_decided'), unlessGiven: 'about', keepsDay: true }
  ]
}

const recounts: readonly Recount[] = [
  ...ofAid('decision'),
  ...ofAid('judgment'),
  { ...told, whenInput: said('prior'), doubt: 'priorAppeal' },
  {
    ...{ ...told, whenInput: said('prior_rejected'), settles: 'priorAppeal', asked: 'askedOn' },
    ...recourse,
    implied: [{ doubt: 'recourseRejected', from: 'on' }]
  }
]

/** Of class C: what lengthens this time would tell, with the times of the stay, that the person was a child in care. */
export const youngAdultTime = {
  'young_adult.time': row({
    label: {
      fr: 'Enregistrer ce qui change le délai de recours (jeune majeur)',
      en: 'Record what changes the time to appeal (young adult)'
    },
    done: {
      fr: 'Délai de recours (jeune majeur) : ce qui le change est enregistré',
      en: 'Time to appeal (young adult): what changes it is recorded'
    },
    input: closed({
      what: choice(
        {
          prior: {
            fr: 'recours préalable ou gracieux formé',
            en: 'prior appeal or reconsideration asked for'
          },
          prior_rejected: { fr: 'ce recours rejeté', en: 'that appeal rejected' },
          aid_asked: { fr: 'aide juridictionnelle demandée', en: 'legal aid asked for' },
          aid_decided: {
            fr: 'décision d’aide juridictionnelle notifiée à la personne',
            en: 'decision on legal aid notified to the person'
          }
        },
        { label: { fr: 'Ce qui est arrivé', en: 'What happened' }, dataClass: 'C' }
      ),
      about: optional(
        choice(
          {
            decision: { fr: 'le refus ou la fin du contrat', en: 'the refusal or the end of the contract' },
            judgment: { fr: 'le jugement', en: 'the judgment' }
          },
          {
            label: { fr: 'Recours contre', en: 'Appeal against' },
            hint: {
              fr: 'Pour l’aide juridictionnelle : quinze jours de plus seulement devant le tribunal (art. 43). Sans réponse, aucune date sûre n’est reculée.',
              en: 'Of legal aid: fifteen days more before the tribunal alone (art. 43). Without an answer no safe day is moved later.'
            },
            dataClass: 'C'
          }
        )
      ),
      noticeOn: concernedNotice('C'),
      on,
      askedOn: optional(
        date({
          label: { fr: 'Demande formée le', en: 'Asked for on' },
          hint: {
            fr: 'Pour une réponse à une demande que le dossier ne connaissait pas : sans ce jour, la date sûre n’est pas reculée.',
            en: 'For the answer to something that the case did not know was asked: without that day the safe day is not moved later.'
          },
          dataClass: 'C'
        })
      ),
      lawyerOn: optional(
        date({ label: { fr: 'Avocat désigné le', en: 'Lawyer designated on' }, dataClass: 'C' })
      )
    }),
    basis: ['CASF.L222-5', 'CASF.L134-2', 'CRPA.L411-2', 'D2020-1717.43', 'D2020-1717.44', 'CE.426203'],
    evenWhenClosed: true,
    recounts
  })
} as const
