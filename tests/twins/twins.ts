import { chanceFrom } from '../../verify/chance.ts'
import type { CommandType } from '../../workflows/case/commands.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import type { House } from './house/house.ts'
import { allSetIn } from './house/protocols.ts'
import { pickOf, type Below } from './lives/inputs.ts'
import { hideable, secretOf } from './verdict/never.ts'
import { missingOf, tableOf } from './verdict/table.ts'
import { tryingBy } from './attempts/drawn.ts'
import type { Guest } from './lives/guests.ts'
import { newBase, twinPair, type Told } from './lives/pairs.ts'
import { note, noResults, type Results } from './results.ts'
import type { Tally } from './secrets.ts'

/** How many twins are told beside one life: to live it and to read it whole costs as much as two of them. */
const twinsEach = 8
/** How many secrets are tried for each of them. */
const triesPerTwin = 1.5

const rhone = allSetIn('69-2026-05', '2026-05-04')

/** What the test suite holds against the list of what is known: one life where nothing was signed, and one under a protocol. */
export const sample = { seed: 3, lives: 2, twins: 3, tries: true }

export type Progress = {
  results: Results
  tally: Tally
  told: Told
  invited: Map<string, number>
  lives: number
}

export const begun = (): Progress => ({
  results: noResults(),
  tally: { hidden: new Map(), vain: new Map(), aimed: new Map() },
  told: new Map(),
  invited: new Map(),
  lives: 0
})

/** What a guest is to be told nothing of: of one of the classes that are missing, where acts have any. */
const forGuest = ({ classes }: Guest, below: Below): readonly CommandType[] => {
  const one = pickOf(below)([...classes])
  return hideable.filter((type) => secretOf(type).includes(one))
}

/** The act that was hidden least so far, of those that can be: a life is led to where it is open. */
const targetOf = ({ hidden, aimed }: Tally, guest: Guest | null, below: Below): CommandType | null => {
  const worth = (type: CommandType) => (hidden.get(type) ?? 0) + (aimed.get(type) ?? 0)
  const among = guest ? forGuest(guest, below) : hideable
  if (among.length === 0) return null
  const least = Math.min(...among.map(worth))
  const target = pickOf(below)(among.filter((type) => worth(type) === least))
  aimed.set(target, (aimed.get(target) ?? 0) + 1)
  return target
}

/** Whom fewest secrets were held against so far, of those whom some never were; one time of three nobody in particular. */
const guestOf = ({ results, invited }: Progress, below: Below): Guest | null => {
  const missing = below(3) > 0 ? missingOf(tableOf(results)) : []
  if (missing.length === 0) return null
  const times = ({ capacity }: Guest) => invited.get(capacity) ?? 0
  const fewest = Math.min(...missing.map(times))
  const guest = pickOf(below)(missing.filter((one) => times(one) === fewest))
  invited.set(guest.capacity, times(guest) + 1)
  return guest
}

/** Of which classes a secret is still to be held against the guest. */
const wantedBy = (guest: Guest | null, results: Results): ReadonlySet<DataClass> =>
  missingOf(tableOf(results)).find(({ capacity }) => capacity === guest?.capacity)?.classes ?? new Set()

/** One life more, with its twins; always the same from the same seed and the same number of lives before it. */
export const another = async (
  house: House,
  progress: Progress,
  { seed, tries = true, twins: most = twinsEach }: { seed: number; tries?: boolean; twins?: number }
): Promise<void> => {
  const below = chanceFrom(seed * 1_000_003 + progress.lives)
  const trying = tries
    ? tryingBy(chanceFrom(seed * 1_000_003 + progress.lives + 7), progress.results.tried)
    : null
  const guest = guestOf(progress, below)
  const target = targetOf(progress.tally, guest, below)
  // Every second life is lived where a protocol was signed.
  const local = progress.lives % 2 === 1 ? rhone : null
  const base = await newBase(house, { below, told: progress.told, trying, guest, local }, target)
  progress.lives += 1
  for (let tried = 0, twins = 0; tried < most * triesPerTwin && twins < most; tried += 1) {
    const wanted = wantedBy(guest, progress.results)
    const pair = await twinPair(house, base, { below, tally: progress.tally, wanted })
    if (pair) note(progress.results, pair)
    else progress.results.vain += 1
    twins += pair ? 1 : 0
  }
}

type Kept = Pick<Progress, 'results' | 'lives'> & {
  hidden: [string, number][]
  vain: [string, number][]
  aimed: [string, number][]
  told: [string, number][]
  invited: [string, number][]
}

/** As a file keeps it, to go on from there. */
export const written = ({ results, lives, tally, told, invited }: Progress): string => {
  const kept: Kept = {
    results,
    lives,
    hidden: [...tally.hidden],
    vain: [...tally.vain],
    aimed: [...tally.aimed],
    told: [...told],
    invited: [...invited]
  }
  return JSON.stringify(kept)
}

export const readBack = (text: string): Progress => {
  const { results, lives, hidden, vain, aimed, told, invited } = JSON.parse(text) as Kept
  const tally = { hidden: new Map(hidden), vain: new Map(vain), aimed: new Map(aimed) }
  return { results, lives, tally, told: new Map(told), invited: new Map(invited) }
}
