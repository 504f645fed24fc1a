import { addDays, addMonths } from '../../workflows/calendar/calendar.ts'
import { fireDue } from '../../server/firing/fire.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import { acting } from '../support/acting.ts'
import type { TestWorld } from '../support/world.ts'

/** The midnight at which all fall due, and the day that it ends: a Tuesday of a month without holidays, behind the clock of any machine. */
export const midnight = new Date('2026-06-23T22:00:00Z')
const lastDay = '2026-06-23'

const how = { language: 'bin', means: 'in_person', interpreter: true }

/** Tells of one case on given days, at noon. */
const telling = (world: TestWorld) => {
  const tell = acting(world)
  let on = lastDay
  const since = (day: string) => {
    on = day
    world.at(new Date(`${day}T10:00:00Z`))
  }
  const act = (login: string, id: string, command: CommandType, input: Record<string, unknown> = {}) =>
    tell.act(login, id, command, input)
  const flagged = () => tell.flagged('asso.rhone', { metOn: addDays(on, -2) })
  const presumed = async () => {
    const id = await flagged()
    await act('cellule.69', id, 'triage.start')
    await act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    await act('cellule.69', id, 'grounds.positive')
    return id
  }
  const consenting = async () => {
    const id = await presumed()
    await act('asso.rhone', id, 'person.inform', { on, ...how, helpWithoutConsent: true })
    await act('asso.rhone', id, 'consent.record', { scopes: ['B', 'C', 'E', 'F'], ...how })
    return id
  }
  const asking = async () => {
    const id = await consenting()
    await act('asso.rhone', id, 'reflection.offer', {
      ...{ on, language: 'bin', means: 'in_person', confidential: true, wishes: true }
    })
    await act('asso.rhone', id, 'prefecture.request', { signalledBy: 'Police judiciaire' })
    return id
  }
  return { ...tell, since, act, flagged, presumed, consenting, asking, today: () => on }
}

type Teller = ReturnType<typeof telling>

const stories = {
  /** Says that the time for the grounds is over. */
  grounds: async ({ since, flagged }) => {
    since(addDays(lastDay, -7))
    return flagged()
  },
  /** Ends the reflection period, and with it the bar to removal. */
  reflection: async ({ since, asking, act, move, referral, today }) => {
    since(addDays(lastDay, -30))
    const id = await asking()
    await move('prefecture.69', await referral(id, 'prefecture'), 'accept')
    await act('prefecture.69', id, 'receipt.handed', { handedOn: today(), number: 'R-1' })
    return id
  },
  /** The prefecture stays silent: somebody is named, and waited for. */
  silence: async ({ since, asking }) => {
    since(addDays(lastDay, -7))
    return asking()
  },
  /** The consents that nobody confirmed end, and the parts that rested on them. */
  consents: async ({ since, asking, move, referral }) => {
    since(addMonths(lastDay, -12))
    const id = await asking()
    await move('prefecture.69', await referral(id, 'prefecture'), 'accept')
    return id
  },
  /** A review that comes again: the clock starts anew. */
  review: async ({ since, consenting, act, today }) => {
    since(addMonths(lastDay, -3))
    const id = await consenting()
    await act('asso.rhone', id, 'needs.assess', {
      on: today(),
      domains: ['health'],
      urgent: [],
      withHer: true
    })
    await act('asso.rhone', id, 'plan.sign', { on: today(), goals: ['health'], withHer: true })
    return id
  },
  /** The file goes to the restricted archive, and the clock of its erasure starts. */
  archive: async ({ since, consenting, closed }) => {
    since(addMonths(lastDay, -24))
    const id = await consenting()
    await closed(id)
    return id
  },
  /** A place that nobody took up is free again. */
  place: async ({ since, consenting, act, move, referral }, { places }) => {
    since(addDays(lastDay, -15))
    const id = await consenting()
    await act('asso.rhone', id, 'acse.request', { adhesion: true, needs: 'au calme' })
    await move('acse', await referral(id, 'acse'), 'accept')
    await act('acse', id, 'acse.offer', { placeId: places['foyer.azur']![0]! })
    await move('foyer.azur', await referral(id, 'acse_place'), 'accept')
    return id
  }
} satisfies Record<string, (tell: Teller, world: TestWorld) => Promise<string>>

export type Story = keyof typeof stories
export const storyNames = Object.keys(stories) as Story[]

/** Each story once, as it stands when midnight is about to strike: what fell due before has been done. */
export const toldTo = async (world: TestWorld): Promise<Map<Story, string>> => {
  const cases = new Map<Story, string>()
  for (const name of storyNames) cases.set(name, await stories[name](telling(world), world))
  world.at(new Date(midnight.getTime() - 60_000))
  await fireDue(world.gate, (error) => {
    throw error
  })
  return cases
}
