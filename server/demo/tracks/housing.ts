import type { InputOf } from '../../../workflows/case/commands.ts'
import { days, fromMayotte, type Script, type Thread } from '../lives/script.ts'
import type { Hour } from '../lives/timeline.ts'

type Reason = InputOf<'acse.refused'>['reason']

export type HousingEnd =
  | 'requested'
  | 'questioned'
  | 'silent_desk'
  | 'refused_by_desk'
  | 'accepted'
  | 'waiting'
  | 'offered'
  | 'silent_shelter'
  | 'refused_by_shelter'
  | 'declined'
  | 'matched'
  | 'pre_admission'
  | 'housed'
  | 'alert'
  | 'moved'
  | 'left'
  | 'absconded'
  | 'ended'

const desk = 'acse'

/** Shelter for one night, found by whoever is there. */
export const emergency = (script: Script, from: Hour): Hour => {
  const line = script.thread(from).wait(0.5, 5)
  return line.act(script.cast.referent ?? script.cast.police ?? script.cast.cell, 'danger.immediate', {
    called: script.chance.pick(['115', '17', 'association'] as const),
    facts: 'Elle a été suivie jusqu’au lieu d’accueil.'
  }).hour
}

const request = ({ cast }: Script, line: Thread) =>
  line.act(cast.referent ?? cast.cell, 'acse.request', {
    adhesion: true,
    needs: 'Un lieu calme, et le même interprète pendant les premières semaines.'
  })

/** A question of the desk, and the answer of the one who asked for a place. */
const question = ({ cast }: Script, line: Thread) => {
  line.wait(2, 14).refer(desk, 'acse', 'ask', { question: 'La personne peut-elle voyager seule ?' })
  line.wait(2, 10).refer(cast.referent ?? cast.cell, 'acse', 'answer', { answer: 'Oui, après un entretien.' })
}

const offered = (script: Script, line: Thread, placeId: string) =>
  line.wait(2, 20).act(desk, 'acse.offer', { placeId, ...fromMayotte(script) })

const refusal = (script: Script): Reason =>
  script.chance.weighted<Reason>({ too_close: 2, not_adapted: 3, group_balance: 2, no_place: 1 })

/** A stay that no act of the story ends. */
const forGood: Hour = days(3650)
const stayLength = ({ chance }: Script): Hour => days(chance.whole(150, 540))

const waitForPlace = (script: Script, line: Thread, end: HousingEnd, listed = false): boolean => {
  const { chance, cast } = script
  if (!listed)
    line
      .wait(2, 16)
      .act(desk, 'acse.no_place', { reason: chance.weighted<Reason>({ no_place: 6, not_adapted: 1 }) })
  if (end === 'waiting') {
    script.heldOpen = true
    return false
  }
  line.wait(days(5), days(40))
  if (end === 'declined') line.act(cast.referent ?? desk, 'acse.declined_by_person', {})
  return end !== 'declined'
}

const arrive = (script: Script, line: Thread, shelter: string) => {
  const { cast, chance, met } = script
  line.wait(6, 60).act(cast.referent ?? desk, 'acse.visio', (_day, ahead) => ({
    at: `${ahead(2)}T10:00:00Z`,
    by: 'video',
    interpreter: met.flag.language
  }))
  return () => {
    // Who cannot travel yet keeps the place only if somebody says so before it is given back.
    if (chance.chance(0.1))
      line.wait(days(4), days(9)).act(shelter, 'acse.hold_extended', { reason: 'travel' })
    line.wait(days(1), days(6)).act(shelter, 'acse.admission', (day) => ({ on: day }))
  }
}

const leave = (script: Script, line: Thread, { shelter, end }: { shelter: string; end: HousingEnd }) => {
  const { chance } = script
  if (end === 'left')
    line.act(shelter, 'housing.left', (day) => ({ on: day, next: 'un logement accompagné' }))
  if (end === 'absconded') line.act(shelter, 'housing.absconded', (day) => ({ lastSeenOn: day }))
  if (end === 'ended')
    line.act(shelter, 'housing.ended', (day) => ({
      on: day,
      next: chance.pick(['chrs', 'ordinary', 'relatives'] as const)
    }))
}

/** After an alert the desk ends its first part, and a second search starts from where the person is. */
const move = (script: Script, line: Thread, shelter: string) => {
  line.wait(1, 6).refer(desk, 'acse', 'end')
  request(script, line.wait(0.5, 3))
  line.wait(0.5, 4).refer(desk, 'acse', 'accept')
  const place = script.book(line.hour + 1, forGood, { notAt: shelter })
  if (!place) return
  offered(script, line, place.placeId).wait(1, 6).refer(place.orgKey, 'acse_place', 'accept')
  arrive(script, line, place.orgKey)()
}

const live = (script: Script, line: Thread, at: { shelter: string; until: Hour; end: HousingEnd }) => {
  const { shelter, until, end } = at
  if (end === 'alert' || end === 'moved') {
    line.wait(days(8), days(90))
    line.act(shelter, 'housing.alert', {
      incident: script.chance.pick(['located', 'contact', 'threat'] as const),
      facts: 'Une voiture est revenue trois fois devant la maison.'
    })
    if (end === 'moved') move(script, line, shelter)
    return
  }
  if (end === 'housed') return
  line.hour = Math.max(line.hour + days(3), until - 24)
  leave(script, line, { shelter, end })
}

const shelterAnswer = (
  script: Script,
  line: Thread,
  { shelter, end }: { shelter: string; end: HousingEnd }
): 'yes' | 'stop' => {
  const { chance } = script
  if (end === 'offered') return 'stop'
  line.wait(3, 30)
  if (end === 'silent_shelter') line.hour += days(4)
  if (end === 'refused_by_shelter') line.refer(shelter, 'acse_place', 'decline', { reason: refusal(script) })
  if (end === 'silent_shelter' || end === 'refused_by_shelter') return 'stop'
  if (chance.chance(0.15)) {
    line.refer(shelter, 'acse_place', 'ask', { question: 'Combien de temps pour préparer son arrivée ?' })
    line.wait(1, 6).refer(desk, 'acse_place', 'answer', { answer: 'Deux ou trois jours.' }).wait(1, 6)
  }
  line.refer(shelter, 'acse_place', 'accept')
  return 'yes'
}

/** How long the plan keeps the place: a few days for an offer that comes to nothing. */
const heldFor = (script: Script, end: HousingEnd): Hour => {
  if (end === 'offered' || end === 'silent_shelter' || end === 'refused_by_shelter') return days(8)
  return ['left', 'absconded', 'ended', 'moved'].includes(end) ? stayLength(script) : forGood
}

const placed = (script: Script, line: Thread, { end, listed }: { end: HousingEnd; listed: boolean }) => {
  const from = line.hour
  const until = from + heldFor(script, end)
  const place = script.book(from, until)
  if (!place)
    return void waitForPlace(script, line, script.chance.chance(0.93) ? 'declined' : 'waiting', listed)
  offered(script, line, place.placeId)
  if (shelterAnswer(script, line, { shelter: place.orgKey, end }) === 'stop' || end === 'matched') return
  const admit = arrive(script, line, place.orgKey)
  if (end === 'pre_admission') return
  admit()
  live(script, line, { shelter: place.orgKey, until, end })
}

/** Ac.Sé, from the request to the end that the story wants: most find no place, and it is told as it is. */
export const distantShelter = (script: Script, from: Hour, end: HousingEnd): Hour => {
  const { chance } = script
  const line = script.thread(from).wait(2, 30)
  request(script, line)
  if (end === 'silent_desk') line.hour += days(4)
  if (end === 'requested' || end === 'silent_desk') return line.hour
  if (end === 'questioned')
    return line.wait(2, 14).refer(desk, 'acse', 'ask', { question: 'La personne peut-elle voyager seule ?' })
      .hour
  if (chance.chance(0.15)) question(script, line)
  line.wait(2, 20)
  if (end === 'refused_by_desk')
    return line.refer(desk, 'acse', 'decline', {
      // Without a place she would wait; this story has ended.
      reason: chance.weighted<Reason>({ out_of_criteria: 3, incomplete: 2, not_adapted: 2 })
    }).hour
  line.refer(desk, 'acse', 'accept')
  if (end === 'accepted') return line.hour
  line.act(desk, 'acse.assessed', (day) => ({ on: day, by: 'video', outcome: 'agreed' }))
  const searched = end === 'waiting' || end === 'declined' || chance.chance(0.25)
  if (searched && !waitForPlace(script, line, end)) return line.hour
  placed(script, line, { end, listed: searched })
  return line.hour
}

/** In immediate danger, she is taken to the place that agreed, without an interview before. */
export const moveForSafety = (script: Script, from: Hour): Hour => {
  const agreed = script.steps.findLast(
    (step) => step.type === 'referral' && step.kind === 'acse_place' && step.command === 'accept'
  )
  const line = script.thread(from).wait(2, 20)
  return line.act(agreed?.by ?? null, 'housing.moved', (day) => ({ on: day })).hour
}
