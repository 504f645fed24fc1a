import { commandRow, sentBy, type CommandType } from '../../workflows/case/commands.ts'
import type { Effect } from '../../workflows/act/command.ts'
import { sideOf, type HousingSide } from '../../workflows/places/places.ts'
import { mayRepeat } from '../../workflows/referral/kinds/kinds.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { ofWorld, type Asked, type Placed, type Readings } from './requirement.ts'

// What stands beside a case: requests that wait for an answer, and places.

export const alreadyReferred: Bilingual = {
  fr: 'Une orientation vers ce destinataire est déjà en cours.',
  en: 'A referral to this recipient is already under way.'
}
export const noPlaceHeld: Bilingual = {
  fr: 'Aucune place n’est tenue pour cette personne.',
  en: 'No place is held for this person.'
}
const placeStillHeld: Bilingual = {
  fr: 'Une place est déjà tenue pour cette personne : installez-la, ou rendez d’abord cette place.',
  en: 'A place is already held for this person: settle them there, or first give that place back.'
}
const placeStillHers: Bilingual = {
  fr: 'Une place est tenue pour cette personne, ou elle y dort : enregistrez d’abord le départ, ou rendez la place.',
  en: 'A place is held for this person, or they sleep in it: first record the departure, or give the place back.'
}
const notTheirs: Bilingual = {
  fr: 'Vous ne pouvez enregistrer que ce qui touche une place de votre structure. Ce qui touche une autre est noté par qui accompagne la personne.',
  en: 'You may only record what touches a place of your own house. What touches another is recorded by whoever accompanies the person.'
}

/** What is asked of one who must still answer is not asked twice. */
const askedOnce = (type: CommandType) => sentBy(type).filter((kind) => !mayRepeat(kind))

const does = (effect: Effect['type']) => (type: CommandType) =>
  commandRow(type).effects.some((one) => one.type === effect && one.when === undefined)

/** Refused in these words where the places that the act touches, or those of one side, stand so. */
const ofPlaces = (
  stands: (placed: Placed) => boolean,
  reason: Bilingual,
  { side, follows = null }: { side?: HousingSide; follows?: ReturnType<typeof does> | null } = {}
) =>
  ofWorld(
    ['places'],
    ({ command }: Asked, { places }: Pick<Readings, 'places'>) =>
      stands(places[side ?? sideOf(commandRow(command).region)]) ? reason : null,
    follows
  )

const isTaken = ({ held, slept }: Placed) => held !== null || slept !== null

export const besideRequirements = {
  notAsked: ofWorld(
    ['unanswered'],
    ({ command }, { unanswered }) =>
      askedOnce(command).some((kind) => unanswered.includes(kind)) ? alreadyReferred : null,
    (type) => askedOnce(type).length > 0
  ),
  placeHeld: ofPlaces(({ held }) => held !== 'theirs', noPlaceHeld),
  placeToChange: ofPlaces(({ held, slept }) => held !== 'theirs' && slept !== 'theirs', noPlaceHeld, {
    follows: does('changePlace')
  }),
  /** No clock would give back a second place. */
  noneHeld: ofPlaces(({ held }) => held !== null, placeStillHeld),
  /** A place that is hers would stand in nobody's sight. */
  noneTaken: ofPlaces(isTaken, placeStillHers),
  /** A centre of the asylum scheme waits until the other stay is over. */
  noOtherStay: ofPlaces(isTaken, placeStillHers, { side: 'housing' }),
  ownHeld: ofPlaces(({ held }) => held === 'anothers', notTheirs),
  ownPlaces: ofPlaces(({ held, slept }) => held === 'anothers' || slept === 'anothers', notTheirs, {
    follows: does('releaseStay')
  })
}
