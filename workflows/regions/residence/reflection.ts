import type { Envelope } from '../../act/command.ts'
import { addDays } from '../../calendar/calendar.ts'
import { statuteClocks } from '../../deadlines/clocks/statute.ts'
import { permitRuns, type Facts } from '../../facts/facts.ts'
import { agreed, choice, closed, date, longText } from '../../vocabulary/fields.ts'
import { nothing, optional, text, yes } from '../../vocabulary/fields.ts'
import { spelled } from '../../deadlines/spelled.ts'
import { languages, means } from '../../vocabulary/words.ts'
import { noticeFields, ofTwoMonths } from './notice.ts'
import { applied, on, regular, rightsOpened, row, withoutTitle, standing, better, held } from './words.ts'

const lasts = spelled(statuteClocks['D-REFLEX'].duration)

/** Where a proposal moves the stay. Each is where a person who does not want the period stays. */
const proposable = [
  'unknown',
  'irregular',
  'reflection_ended',
  'reflection_interrupted',
  'refused_permit'
] as const
/** Where it leaves the stay as it is: what is asked for, held or before a court goes on, and the information is given all the same. */
const goesOn = [...applied, ...regular, 'cr10', 'appeal'] as const

/** Proposed and not wanted: the stay is what it was, every other route is open, and nobody proposes again unasked. */
export const notWanted = proposable.map((to) => ({
  to,
  when: ({ reflection: answer }: Pick<Facts, 'reflection'>) =>
    answer !== null && !answer.wished && answer.from === to
}))

/** Where no period runs that an interruption would end. */
const neverRan = proposable.filter((state) => state !== 'reflection_interrupted')

const barLifted = {
  fr: `Les ${lasts.fr} de protection sont passés`,
  en: `The ${lasts.en} of protection are over`
}

/** What the stay gives by itself outlives the thirty days, a permit that runs behind them included. */
const rightsAfter = (facts: Facts, residence: string) => {
  const { rights } = facts
  if (permitRuns(facts) || [...held, ...better].some((state) => state === residence)) return rights
  return residence === 'cst_recepisse' ? rights.filter((right) => right === 'work') : []
}

/** Whether the thirty days of a receipt were over before it was written down: they protect nobody any more. */
const isOver = (handedOn: string, { today }: Envelope) =>
  today !== undefined && addDays(handedOn, statuteClocks['D-REFLEX'].duration.n) < today

/** From the information given to the end of the thirty days. */
export const reflection = {
  'reflection.offer': row({
    transition: 'T301',
    // « L'étranger » whom the police may think a victim is informed (R425-1), and what stands against an obligation to leave (R425-2) is
    // owed to whoever has one: no state of the stay closes it but the period itself.
    from: [...proposable, ...goesOn, 'eu_or_french'],
    keeps: goesOn,
    to: 'reflection_offered',
    label: { fr: 'Proposer le délai de réflexion', en: 'Offer the reflection period' },
    done: { fr: 'Délai de réflexion proposé', en: 'Reflection period offered' },
    input: closed({
      on: date({ label: { fr: 'Information donnée le', en: 'Information given on' } }),
      language: choice(languages, { label: { fr: 'Dans quelle langue', en: 'In which language' } }),
      means: choice(means, { label: { fr: 'Par quel moyen', en: 'By which means' } }),
      confidential: agreed({ label: { fr: 'Dans un cadre confidentiel', en: 'In a confidential setting' } }),
      wishes: yes({
        label: { fr: 'La personne souhaite ce délai', en: 'The person wishes this period' },
        hint: {
          fr: 'La personne est libre de ne pas le vouloir. Sa réponse est gardée, aucune autre voie ne se ferme, et elle peut changer d’avis.',
          en: 'They are free not to want it. Their answer is kept, no other route closes, and they may change their mind.'
        }
      })
    }),
    // R425-1 rests on what the police or the services know of her, and on no decision of a cell.
    guards: ['thirdCountry'],
    warns: ['presumed', 'nationalityKnown', 'noPeriodBefore'],
    requires: ['designated'],
    basis: ['CESEDA.R425-1', 'COE197.13'],
    duty: 'reflectionDue',
    apply: (_facts, { wishes }, _by, from) => ({ reflection: { wished: wishes, from: from.residence } })
  }),
  'prefecture.request': row({
    transition: 'T302',
    from: [...withoutTitle, ...applied, ...regular, 'appeal'],
    label: {
      fr: 'Transmettre à la préfecture (délai de réflexion, titre)',
      en: 'Send to the prefecture (reflection period, permit)'
    },
    done: { fr: 'Dossier transmis à la préfecture', en: 'Case sent to the prefecture' },
    input: closed({
      signalledBy: optional(
        text({
          label: { fr: 'Service qui signale la personne', en: 'Service that reports the person' },
          hint: {
            fr: 'Pour le délai de réflexion, la personne est signalée par la police ou la gendarmerie.',
            en: 'For the reflection period the person is reported by police or gendarmerie.'
          }
        })
      ),
      domiciliation: optional(
        yes({
          label: {
            fr: 'Domiciliation chez l’association ou l’avocat',
            en: 'Postal address at the association or lawyer'
          }
        })
      )
    }),
    guards: ['thirdCountry'],
    consent: 'E',
    basis: ['CESEDA.R425-2', 'CESEDA.R425-3'],
    effects: [{ type: 'openReferral', kind: 'prefecture' }],
    apply: () => ({ prefectureSent: true })
  }),
  // An agreement that ended took the file from the prefecture, and no application with it: given anew, nothing asks by itself.
  'prefecture.ask_again': row({
    transition: 'T302',
    from: [...withoutTitle, ...applied, ...regular, 'appeal'],
    label: { fr: 'Redemander à la préfecture', en: 'Ask the prefecture again' },
    done: { fr: 'Dossier transmis de nouveau à la préfecture', en: 'Case sent to the prefecture again' },
    input: nothing,
    guards: ['thirdCountry', 'prefectureToAskAgain'],
    consent: 'E',
    basis: ['CESEDA.R425-5'],
    effects: [{ type: 'openReferral', kind: 'prefecture' }],
    duty: 'prefectureToAskAgain',
    apply: () => ({ prefectureSent: true })
  }),
  'receipt.handed': row({
    records: true,
    keeps: [...applied, ...standing, 'appeal'],
    recalls: (facts, { handedOn }, { older, by }) =>
      older || isOver(handedOn, by)
        ? {}
        : { removalBar: true, rights: [...new Set([...facts.rights, ...rightsOpened(facts.territory)])] },
    transition: 'T302',
    from: ['reflection_offered'],
    to: 'reflection_running',
    label: { fr: 'Remettre le récépissé', en: 'Hand over the receipt' },
    done: {
      fr: `Récépissé remis : ${lasts.fr} de réflexion`,
      en: `Receipt handed over: ${lasts.en} of reflection`
    },
    input: closed({
      handedOn: date({
        label: { fr: 'Récépissé remis le', en: 'Receipt handed over on' },
        hint: {
          fr: `Les ${lasts.fr} courent de ce jour, et d’aucun autre. Jusqu’à leur fin, aucun éloignement n’est exécuté, transfert vers un autre État compris (CJUE, C-66/21).`,
          en: `The ${lasts.en} run from this day and from no other. Until they end no removal is carried out, a transfer to another State included (CJEU, C-66/21).`
        },
        dataClass: 'E'
      }),
      number: text({ label: { fr: 'Numéro du récépissé', en: 'Receipt number' }, dataClass: 'E' })
    }),
    guards: ['thirdCountry'],
    requires: ['handedAfterOffer'],
    basis: ['CESEDA.R425-2', 'CESEDA.R425-3', 'CESEDA.R425-4', 'EU.2004-81.6', 'CJUE.C-66-21'],
    // Each receipt has its own thirty days: an earlier one hides nothing of what a later one gives.
    opens: [{ code: 'D-REFLEX', startsOn: 'handedOn', restarts: true }],
    duty: true,
    apply: (facts, { handedOn }, by) =>
      isOver(handedOn, by) ? {} : { removalBar: true, rights: rightsOpened(facts.territory) }
  }),
  'reflection.interrupt': row({
    records: true,
    // Nothing that never ran is interrupted; of a receipt that nobody wrote down, the time to appeal counts all the same.
    keeps: [...applied, ...standing, ...neverRan, 'reflection_offered', 'appeal'],
    // What was applied for gives no bar of its own: interrupted, the thirty days protect no longer.
    recalls: (facts, _input, { older, from }) =>
      older || !facts.removalBar ? {} : { removalBar: false, rights: rightsAfter(facts, from.residence) },
    transition: 'T303',
    from: ['reflection_running'],
    to: 'reflection_interrupted',
    label: { fr: 'Interrompre le délai de réflexion', en: 'Interrupt the reflection period' },
    done: { fr: 'Délai de réflexion interrompu', en: 'Reflection period interrupted' },
    input: closed({
      reason: choice(
        {
          link_renewed: {
            fr: 'la personne a renoué de sa propre initiative avec les auteurs',
            en: 'the person renewed ties with the perpetrators on their own initiative'
          },
          public_order: { fr: 'menace grave pour l’ordre public', en: 'serious threat to public order' }
        },
        { label: { fr: 'Motif prévu par la loi', en: 'Reason in law' }, dataClass: 'E' }
      ),
      heardOn: optional(
        date({
          label: { fr: 'Observations de la personne recueillies le', en: 'The person was heard on' },
          hint: {
            fr: 'Avant la décision ; seule l’urgence ou l’ordre public en dispense.',
            en: 'Before the decision; only urgency or public order excuses it.'
          },
          dataClass: 'E'
        })
      ),
      decisionOn: on('Décision écrite du', 'Written decision of'),
      notifiedOn: on('Notifiée à la personne le', 'Notified to the person on'),
      ...noticeFields,
      evidence: longText({ label: { fr: 'Éléments', en: 'Evidence' }, dataClass: 'G' })
    }),
    checks: ['heardFirst', 'datesInOrder'],
    basis: ['CESEDA.R425-2', 'CRPA.L121-1', 'CRPA.L121-2', 'CJA.R421-1', 'CJA.R421-5', 'CJA.R421-7'],
    opens: [{ code: 'D-APPEAL-REFLECTION', startsOn: 'notifiedOn', ...ofTwoMonths }],
    apply: (facts, _input, _by, from) => ({
      removalBar: false,
      rights: rightsAfter(facts, from.residence),
      routePrepared: false
    })
  }),
  'reflection.expire': row({
    transition: 'T304',
    from: ['reflection_running'],
    to: 'reflection_ended',
    label: { fr: 'Le délai de réflexion est terminé', en: 'The reflection period has ended' },
    done: { fr: 'Délai de réflexion terminé', en: 'Reflection period ended' },
    input: nothing,
    basis: ['CESEDA.R425-2'],
    evenWhenClosed: true,
    offered: false,
    // What comes next is prepared with her: complaint, exit programme, asylum, other grounds.
    apply: (facts, _input, _by, from) => ({
      removalBar: false,
      rights: rightsAfter(facts, from.residence),
      routePrepared: false
    })
  }),
  // Applying for a permit neither shortens nor lengthens the thirty days; its receipt still allows work after them.
  'reflection.bar_lifted': row({
    transition: 'T304',
    from: [...applied, ...standing, 'refused_permit', 'appeal', 'irregular'],
    label: barLifted,
    input: nothing,
    guards: ['removalBarUp'],
    basis: ['CESEDA.R425-2'],
    evenWhenClosed: true,
    offered: false,
    apply: (facts, _input, _by, from) => ({
      removalBar: false,
      rights: rightsAfter(facts, from.residence)
    })
  })
}
