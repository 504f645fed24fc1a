import { rowsOf, type Request, type Upon } from '../../act/command.ts'
import { choice, closed, date, hour, optional } from '../../vocabulary/fields.ts'
import { concernedNotice, cutsSaid, obligations } from './contested.ts'
import { applied, on, otherAppeals, permitAppeals, reflectionStates, standing } from './words.ts'

const row = rowsOf('residence', { transition: 'T314', evenWhenClosed: true })

/** Which decision the time is against, and its clocks by length. */
const times = {
  permit: permitAppeals,
  other: otherAppeals,
  removal: obligations,
  reflection: ['D-APPEAL-REFLECTION'],
  programme: ['D-APPEAL-PSP'],
  judgment: ['D-APPEAL-CAA', 'D-APPEAL-CAA-OQTF', 'D-APPEAL-CE'],
  other_judgment: ['D-APPEAL-OTHER-CAA', 'D-APPEAL-OTHER-CAA-OQTF', 'D-APPEAL-OTHER-CE'],
  removal_judgment: ['D-APPEAL-LEAVE-CAA', 'D-APPEAL-LEAVE-CE'],
  programme_judgment: ['D-APPEAL-PSP-AGAIN'],
  house_arrest: ['D-ARREST-TA'],
  house_arrest_judgment: ['D-ARREST-CAA', 'D-ARREST-CE'],
  return_ban_judgment: ['D-BAN-CAA', 'D-BAN-CE']
} as const

type About = keyof typeof times

const twoMonths = [
  'D-APPEAL-TA',
  'D-APPEAL-OTHER-TA',
  'D-APPEAL-REFLECTION',
  'D-APPEAL-PSP',
  'D-ARREST-TA'
] as const

const said = (what: string, about: About) => [
  { field: 'what', is: what },
  { field: 'about', is: about }
]

/** No extension of seven days or of 48 hours is allowed (CESEDA R921-3): legal aid leaves them as they are. */
const extensible = (about: About) =>
  times[about].filter((code) => !code.endsWith('-7D') && !code.endsWith('-48H'))

/** What asks and what answers, by how it is said. */
const requests = {
  aid: ['aid_asked', 'aid_decided'],
  gracious: ['gracious', 'gracious_rejected'],
  hierarchical: ['hierarchical', 'hierarchical_rejected'],
  reasons: ['reasons_asked', 'reasons_given']
} as const satisfies Record<Request, readonly [string, string]>

const lengthenedBy = (what: Request, about: About) => {
  if (what === 'aid') return extensible(about)
  const [whole] = times[about]
  if (what === 'reasons') return about === 'permit' || about === 'other' ? [whole] : []
  return times[about].filter((code) => twoMonths.some((one) => one === code))
}

/** Before the tribunal alone aid gives its fifteen days (decree 2020-1717, art. 43 and 44). */
const fifteen = (what: Request, about: About) =>
  what === 'aid' && !about.endsWith('judgment') ? { later: 15 } : {}

const uponOf = (about: About): Upon[] =>
  (Object.keys(requests) as Request[]).flatMap((what): Upon[] => {
    const [asks, answers] = requests[what]
    const some = {
      what,
      on: 'on',
      which: 'noticeOn',
      among: times[about],
      lengthens: lengthenedBy(what, about)
    }
    const answered = {
      does: 'answers',
      asked: 'askedOn',
      lawyer: 'lawyerOn',
      ...fifteen(what, about)
    } as const
    return [
      { ...some, whenInput: said(asks, about), does: 'asks' },
      { ...some, whenInput: said(answers, about), ...answered }
    ]
  })

/** What lengthens or shortens a time to appeal that counts already. */
export const appealTime = {
  'appeal.time': row({
    // Wherever the stay stands: a programme is refused, and an obligation to leave notified, in any of them, of a citizen of the Union
    // and behind a ten-year card as well.
    from: ['unknown', ...reflectionStates, 'refused_permit', 'appeal', 'irregular', ...applied, ...standing],
    label: {
      fr: 'Enregistrer ce qui change un délai de recours',
      en: 'Record what changes a time to appeal'
    },
    done: {
      fr: 'Délai de recours : ce qui le change est enregistré',
      en: 'Time to appeal: what changes it is recorded'
    },
    input: closed({
      what: choice(
        {
          aid_asked: { fr: 'aide juridictionnelle demandée', en: 'legal aid asked for' },
          aid_decided: {
            fr: 'décision d’aide juridictionnelle notifiée à la personne',
            en: 'decision on legal aid notified to the person'
          },
          reasons_asked: {
            fr: 'motifs du refus implicite demandés',
            en: 'reasons of the implied refusal asked for'
          },
          reasons_given: { fr: 'motifs communiqués', en: 'reasons given' },
          gracious: { fr: 'recours gracieux formé', en: 'reconsideration asked for' },
          gracious_rejected: { fr: 'recours gracieux rejeté', en: 'reconsideration rejected' },
          hierarchical: { fr: 'recours hiérarchique formé', en: 'appeal to the superior made' },
          hierarchical_rejected: { fr: 'recours hiérarchique rejeté', en: 'appeal to the superior rejected' },
          house_arrest: {
            fr: 'assignation à résidence : nouveau délai indiqué à la personne',
            en: 'house arrest: new time told to the person'
          },
          prison: {
            fr: 'détention : nouveau délai indiqué par le greffe',
            en: 'prison: new time told by its registry'
          },
          detention_centre: {
            fr: 'rétention administrative : nouveau délai indiqué à la personne',
            en: 'detention centre: new time told to the person'
          }
        },
        {
          label: { fr: 'Ce qui est arrivé', en: 'What happened' },
          hint: {
            fr: 'L’aide juridictionnelle ne prolonge ni les sept jours ni les 48 heures : aucune prorogation n’y est admise. Décidée, elle fait courir un nouveau délai : quinze jours de plus seulement devant le tribunal (art. 43) ; contre un jugement, dès la notification (art. 44, non lu). Un refus d’aide contesté puis confirmé : enregistrez aussi cette seconde décision, le délai court d’elle. Un recours gracieux ou hiérarchique ne proroge pas le mois contre une obligation de quitter (R911-1) : il n’interrompt ici que les délais de deux mois.',
            en: 'Legal aid lengthens neither the seven days nor the 48 hours: they allow no extension. Decided, it gives a new time: fifteen days more before the tribunal alone (art. 43); against a judgment, from the notice itself (art. 44, not read). Where a refusal of aid was disputed and confirmed, record that second decision as well: time runs from it. Reconsideration and an appeal to the superior do not extend the month against an obligation to leave (R911-1): they interrupt here the times of two months alone.'
          },
          dataClass: 'E'
        }
      ),
      about: choice(
        {
          permit: { fr: 'la décision sur le titre', en: 'the decision on the permit' },
          other: { fr: 'la décision sur l’autre titre', en: 'the decision on the other permit' },
          removal: { fr: 'l’obligation de quitter le territoire', en: 'the obligation to leave' },
          reflection: { fr: 'l’interruption de la réflexion', en: 'the interruption of reflection' },
          programme: {
            fr: 'le refus ou la fin du parcours de sortie',
            en: 'the refusal or the end of the exit programme'
          },
          judgment: { fr: 'le jugement sur le titre', en: 'the judgment on the permit' },
          other_judgment: {
            fr: 'le jugement sur l’autre titre',
            en: 'the judgment on the other permit'
          },
          removal_judgment: {
            fr: 'le jugement sur l’obligation de quitter le territoire',
            en: 'the judgment on the obligation to leave'
          },
          programme_judgment: {
            fr: 'le jugement sur le parcours de sortie',
            en: 'the judgment on the exit programme'
          },
          house_arrest: { fr: 'l’assignation à résidence, en deux mois', en: 'the house arrest, two months' },
          house_arrest_judgment: {
            fr: 'le jugement sur l’assignation à résidence',
            en: 'the judgment on the house arrest'
          },
          return_ban_judgment: {
            fr: 'le jugement sur l’interdiction de retour',
            en: 'the judgment on the return ban'
          }
        },
        { label: { fr: 'Recours contre', en: 'Appeal against' }, dataClass: 'E' }
      ),
      noticeOn: concernedNotice('E'),
      on: on('Le', 'On'),
      askedOn: optional(
        date({
          label: { fr: 'Demande formée le', en: 'Asked for on' },
          hint: {
            fr: 'Pour une décision ou une réponse à une demande que le dossier ne connaissait pas : sans ce jour, la date sûre n’est pas reculée.',
            en: 'For the answer to something that the case did not know was asked: without that day the safe day is not moved later.'
          },
          dataClass: 'E'
        })
      ),
      at: optional(
        hour({
          label: { fr: 'À quelle heure', en: 'At what hour' },
          hint: {
            fr: 'Pour la rétention : les 48 heures courent de cette information.',
            en: 'For a detention centre: the 48 hours run from that information.'
          },
          dataClass: 'E'
        })
      ),
      lawyerOn: optional(on('Avocat désigné le', 'Lawyer designated on'))
    }),
    basis: [
      'D2020-1717.43',
      'D2020-1717.44',
      'CE.426203',
      'CE.504677',
      'CRPA.L232-4',
      'CRPA.L411-2',
      'CRPA.L411-3',
      'CRPA.L411-7',
      'CESEDA.L251-1',
      'CESEDA.L614-2',
      'CESEDA.L614-3',
      'CESEDA.R911-1',
      'CESEDA.R911-9',
      'CESEDA.R921-1',
      'CESEDA.R921-2',
      'CESEDA.R921-3'
    ],
    upon: [
      ...(Object.keys(times) as About[]).flatMap(uponOf),
      ...cutsSaid('permit', times.permit),
      ...cutsSaid('other', times.other),
      ...cutsSaid('removal', obligations)
    ]
  })
} as const
