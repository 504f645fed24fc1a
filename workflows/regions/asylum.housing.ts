import { rowsOf, type Region } from '../act/command.ts'
import { agreed, choice, closed, date, nothing } from '../vocabulary/fields.ts'
import { likewise } from './asylum.housing.likewise.ts'
import { answers } from './housing/answers.ts'
import { arrival } from './housing/arrival.ts'
import { declined } from './housing/declined.ts'
import { elsewhere } from './housing/elsewhere.ts'
import { offered, wanted } from './housing/fields.ts'
import { asylumHousingIn, asylumHousingStates as states, housingPhase } from '../vocabulary/states.housing.ts'
import { asylumPlaceOver } from './housing/ways.ts'
import { stay } from './housing/stay.ts'
import { asylumTitles, centreKinds } from '../vocabulary/words.housing.ts'

const row = rowsOf('asylum_housing', { transition: 'T207', basis: ['CESEDA.L552-8'] })

const seeking = asylumHousingIn('seeking')
const sheltersNow = { code: 'MNIO-DNA-EMG', whenInput: { field: 'reason', is: 'too_urgent' } } as const

const centre = choice(centreKinds, { label: { fr: 'Quel centre', en: 'Which centre' }, dataClass: 'I' })

/** From the request to OFII to the arrival at the centre. */
const search = {
  'dna.request': row({
    from: [...asylumHousingIn('none', 'seeking', 'gone'), 'security_alert'],
    to: 'placement_requested',
    label: { fr: 'Demander une place d’asile à l’OFII', en: 'Request an asylum place from OFII' },
    done: { fr: 'Place d’asile demandée à l’OFII', en: 'Asylum place requested from OFII' },
    input: closed({
      title: choice(asylumTitles, {
        label: { fr: 'Où en est l’asile', en: 'Where asylum stands' },
        dataClass: 'I'
      }),
      agrees: agreed({
        label: {
          fr: 'La personne accepte que l’OFII connaisse son besoin d’une place protégée',
          en: 'They agree that OFII knows of their need for a protected place'
        }
      }),
      ...wanted
    }),
    guards: ['adultHousing'],
    warns: ['womanKnown', 'woman'],
    consent: 'D',
    requires: ['noneHeld'],
    basis: ['CESEDA.L522-3', 'CESEDA.L552-8'],
    effects: [
      { type: 'withdrawReferrals', kinds: ['dna'] },
      { type: 'openReferral', kind: 'dna' }
    ],
    // The bed that she keeps meanwhile; one left behind by an earlier search is hers no more.
    apply: ({ asylumPlace }, _input, _by, { asylum_housing: stands }) => ({
      asylumPlace: ['seeking', 'housed'].includes(housingPhase(stands)) ? asylumPlace : 'sought'
    })
  }),
  'dna.offer': row({
    from: seeking,
    to: 'placement_requested',
    label: { fr: 'Proposer une place à un centre', en: 'Offer a place to a centre' },
    done: { fr: 'Place proposée à un centre', en: 'Place offered to a centre' },
    input: closed(offered),
    guards: ['adultHousing'],
    warns: ['womanKnown', 'woman'],
    consent: 'D',
    basis: ['CESEDA.L552-8', 'CESEDA.L551-3', 'CESEDA.L441-8', 'MNIO.PLACES'],
    effects: [{ type: 'openReferral', kind: 'dna_place' }],
    duty: true
  }),
  'dna.matched': row({
    from: seeking,
    to: 'matched',
    label: { fr: 'Accord d’un centre', en: 'A centre agrees' },
    done: { fr: 'Un centre donne son accord', en: 'A centre agrees' },
    input: nothing,
    guards: ['adultHousing'],
    consent: 'D',
    opens: [{ code: 'MNIO-DNA-MATCH' }, { code: 'MNIO-DNA-HOLD' }],
    effects: [{ type: 'reserveStay' }],
    apply: () => ({ asylumHoldExtended: false }),
    offered: false
  }),
  'dna.admission': row({
    transition: 'T208',
    from: ['matched'],
    to: 'housed',
    label: { fr: 'Enregistrer l’arrivée au centre', en: 'Record the arrival at the centre' },
    done: { fr: 'Arrivée dans une place d’asile', en: 'Arrived at an asylum place' },
    input: closed({ on: date({ label: { fr: 'Date d’arrivée', en: 'Date of arrival' } }), centre }),
    guards: ['noOtherPlace'],
    requires: ['placeHeld', 'noOtherStay'],
    opens: [{ code: 'MNIO-DNA-STAY-REVIEW', startsOn: 'on', restarts: true }],
    effects: [{ type: 'admitStay' }],
    duty: true,
    apply: () => ({ rehousing: false, asylumPlace: 'slept' })
  })
}

/** The place follows the asylum status, and is reviewed as it changes. */
const status = {
  'dna.review': row({
    transition: 'T208',
    from: ['housed'],
    label: {
      fr: 'Noter que le statut d’asile a changé et que la personne reste',
      en: 'Record that the asylum status changed and they stay'
    },
    done: { fr: 'Place d’asile revue : la personne reste', en: 'Asylum place reviewed: they stay' },
    input: closed({ on: date({ label: { fr: 'Revue le', en: 'Reviewed on' } }), centre }),
    opens: [{ code: 'MNIO-DNA-STAY-REVIEW', startsOn: 'on', restarts: true }],
    duty: 'placeToReview',
    apply: () => ({ rehousing: false })
  }),
  // She sleeps where she is until another place has agreed.
  'dna.rehouse': row({
    transition: 'T208',
    from: ['housed'],
    to: 'placement_requested',
    label: {
      fr: 'Chercher une autre place : le statut d’asile a changé',
      en: 'Seek another place: the asylum status changed'
    },
    done: {
      fr: 'Autre place cherchée : le statut d’asile a changé',
      en: 'Another place sought: asylum status changed'
    },
    input: nothing,
    guards: ['adultHousing'],
    opens: [{ code: 'MNIO-DNA-RESEARCH' }],
    duty: 'placeToReview',
    apply: () => ({ rehousing: false })
  })
}

/** What any place knows: how a search goes on, what becomes of a place that is held, and every way out of it. */
const asAnyPlace = {
  'dna.refused': likewise(answers['acse.refused']),
  'dna.too_urgent': likewise(answers['acse.too_urgent']),
  'dna.no_place': likewise(answers['acse.no_place']),
  'dna.withdrawn': likewise(answers['acse.withdrawn'], { apply: () => asylumPlaceOver }),
  'dna.hold_extended': likewise(arrival['acse.hold_extended'], {
    apply: () => ({ asylumHoldExtended: true })
  }),
  'dna.hold_lapsed': likewise(arrival['acse.hold_lapsed']),
  'dna.refused_after': likewise(declined['acse.refused_after'], {
    opens: [{ code: 'MNIO-DNA-RESEARCH' }, sheltersNow]
  }),
  'dna.place_declined': likewise(declined['acse.place_declined']),
  'dna.declined_by_person': likewise(arrival['acse.declined_by_person'], { apply: () => asylumPlaceOver }),
  'dna.stays': likewise(declined['housing.stays']),
  'dna.alert': likewise(stay['housing.alert']),
  'dna.stay_review': likewise(stay['stay.review']),
  'dna.place_changed': likewise(stay['housing.place_changed']),
  'dna.left': likewise(stay['housing.left'], { apply: () => asylumPlaceOver }),
  'dna.absconded': likewise(stay['housing.absconded'], { apply: () => asylumPlaceOver }),
  'dna.recontacted': likewise(elsewhere['housing.recontacted'], {
    opens: [{ code: 'MNIO-DNA-EMG', whenInput: { field: 'news', is: 'danger' } }]
  })
}

const commands = { ...search, ...status, ...asAnyPlace }

// Ac.Sé or a child's shelter has received her, or the case is closed: the place is given back, whoever knew of it.
const over = { to: 'ended', when: 'asylumPlaceOver' } as const
const neverAMinor = { to: 'unassessed', when: 'minorOrDoubt' } as const
const always = {
  ...Object.fromEntries(asylumHousingIn('seeking', 'promised').map((state) => [state, [over, neverAMinor]])),
  ...Object.fromEntries(asylumHousingIn('housed').map((state) => [state, [over]]))
}

export const asylumHousing = { initial: 'unassessed', states, always, commands } as const satisfies Region
