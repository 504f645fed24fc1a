import { rowsOf, type Opening } from '../../act/command.ts'
import { agreed, closed, date, optional } from '../../vocabulary/fields.ts'
import { beforeJudge, unprotected } from '../../vocabulary/states.ts'
import type { Bilingual } from '../../vocabulary/vocabulary.ts'
import { contestedNotice } from '../residence/contested.ts'
import { ofCivilNotice, remediesStated } from '../residence/notice.ts'
import { on, opinion } from './fields.ts'

const row = rowsOf('minor', { transition: 'T604', evenWhenClosed: true })

const ofNotice = {
  fr: 'L’enfant capable de discernement la reçoit dans les huit jours (CPC 1190), et peut en appeler lui-même dans les quinze jours (CPC 1191). Tant qu’il n’en a été ni avisé ni informé, ce délai ne court pas contre lui',
  en: 'A child capable of discernment is notified within eight days (CPC 1190), and may appeal themselves within fifteen days (CPC 1191). Until the child is notified or knows of it, that time does not run against them'
}

const notice = (without: Bilingual) => ({
  notifiedOn: optional(
    date({
      label: { fr: 'Notifiée à l’enfant le', en: 'Child notified on' },
      hint: { fr: `${ofNotice.fr} : ${without.fr}.`, en: `${ofNotice.en}: ${without.en}.` },
      dataClass: 'F'
    })
  ),
  knownOn: optional(
    date({
      label: {
        fr: 'À défaut, l’enfant en a eu connaissance le',
        en: 'Failing that, the child knew of it on'
      },
      dataClass: 'F'
    })
  ),
  remediesStated: remediesStated('F')
})

/** What is asked of a decision of the juvenile judge, since the child’s own time to appeal hangs on it. */
export const noticeToChild = notice({
  fr: 'd’un placement, aucun n’est compté sans l’un de ces deux jours',
  en: 'of a placement none is counted without one of these two days'
})
/** Of what refuses or ends protection, time is counted all the same. */
export const noticeOfRefusal = notice({
  fr: 'sans l’un de ces deux jours, la date sûre est comptée depuis la décision',
  en: 'without one of these two days the safe date counts from the decision'
})

const { doubts } = ofCivilNotice
const code = 'D-CHILD-APPEAL'
const dated: readonly Opening[] = [
  { code, startsOn: 'notifiedOn', doubts },
  { code, startsOn: 'knownOn', unlessGiven: 'notifiedOn', doubts }
]
const undated = {
  ...({ code, startsOn: 'on', unlessGiven: 'notifiedOn', unlessSaid: 'knownOn' } as const),
  doubts: [{ doubt: 'childNotTold' }, ...doubts]
} satisfies Opening

/** Of a refusal, and of a return home, time counts even where nobody dates the notice; of a placement, once somebody does. */
export const refusedToChild: readonly Opening[] = [...dated, undated]
export const decidedOfChild: readonly Opening[] = [
  ...dated,
  { ...undated, whenInput: { field: 'measure', is: 'home' } }
]

const byOthers = (['prosecutor', 'departement'] as const).map((is) => ({ field: 'decidedBy', is }))

/** Found to be adult by the judge, the child loses every measure, and may appeal; a word of another is no decision of the judge. */
export const declaredAdult: readonly Opening[] = [...dated, undated].map((one) => ({
  ...one,
  whenInput: { field: 'decision', is: 'adult' },
  unlessInput: byOthers,
  doubts: [...one.doubts!, { doubt: 'maybeByProsecutor', unlessGiven: 'decidedBy' }]
}))

/** What the juvenile judge refuses, and the child’s own appeal. */
export const childAppeal = {
  // The child may be before the judge again, by the appeal or by another petition: what was asked for stays where it is.
  'measure.rejected': row({
    records: true,
    keeps: [...unprotected, ...beforeJudge],
    from: ['je_seized', 'measure_ordered', 'placed_distanced', 'placed_secure', 'placed_common', 'runaway'],
    label: {
      fr: 'Enregistrer que le juge n’ordonne pas de mesure, ou y met fin',
      en: 'Record that the judge orders no measure, or ends it'
    },
    done: {
      fr: 'Aucune mesure ordonnée par le juge des enfants, ou fin de la mesure',
      en: 'No measure ordered by the juvenile judge, or the measure ended'
    },
    input: closed({ on, ...noticeOfRefusal, opinion }),
    basis: ['CC.375', 'CPC.1190', 'CPC.1191', 'CPC.680'],
    opens: refusedToChild,
    recalls: (_facts, _input, { older }) => (older ? {} : { sentHome: true }),
    apply: () => ({ sentHome: true })
  }),
  'measure.appealed': row({
    label: {
      fr: 'Faire appel de la décision du juge des enfants, pour l’enfant',
      en: 'Appeal against the decision of the juvenile judge, for the child'
    },
    done: {
      fr: 'Appel de l’enfant contre la décision du juge des enfants',
      en: 'Child’s appeal against the decision of the juvenile judge'
    },
    input: closed({
      on: date({ label: { fr: 'Déclaration d’appel le', en: 'Appealed on' }, dataClass: 'F' }),
      noticeOn: contestedNotice('F'),
      wishes: agreed({ label: { fr: 'L’enfant le souhaite', en: 'The child wishes it' } })
    }),
    guards: ['underProtection'],
    records: true,
    basis: ['CPC.1191', 'CPC.1192', 'CPC.931', 'CPC.932', 'CPC.1193']
  })
} as const
