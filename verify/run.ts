import { parseArgs } from 'node:util'
import { advance } from '../workflows/advance.ts'
import { commandTypes, regionIds, regionTables } from '../workflows/commands.ts'
import type { Region } from '../workflows/command.ts'
import type { RegionId } from '../workflows/vocabulary.ts'
import { explore, type Move } from './explore.ts'
import { keyOf } from './facts.ts'
import { properties } from './properties.ts'
import { by } from './stride.ts'
import { breadth, inTables, walk, type Breach } from './walk.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    commands: { type: 'string', default: '100000' },
    pairs: { type: 'boolean', default: true },
    breadth: { type: 'string', default: '40000' }
  },
  allowNegative: true
})

const checked = values.only ? properties.filter(({ id }) => id === values.only) : properties
const number = new Intl.NumberFormat('en')
const say = (line: string) => console.log(line)

/** One move in so many is given to the machine as well: the tables and what is built from them must agree. */
const sampled = 997
let looked = 0
let disagreed = 0
const compare = ({ before, type, input, after }: Move) => {
  looked += 1
  if (looked % sampled !== 0) return
  if (keyOf(advance(before, { type, input, by })) !== keyOf(after)) disagreed += 1
}

const states = (id: RegionId) =>
  Object.keys((regionTables[id] as Region).states).filter(
    (state) => !['closing', 'restoring'].includes(state)
  )

const eachRegion = () => {
  const reached = Object.fromEntries(regionIds.map((id) => [id, new Set<string>()])) as Record<
    RegionId,
    Set<string>
  >
  const sets = [
    ...regionIds.map((id) => [id]),
    ...(values.pairs
      ? regionIds.flatMap((one, at) => regionIds.slice(at + 1).map((other) => [one, other]))
      : [])
  ]
  let cut = 0
  for (const ids of sets) {
    const found = explore(ids, { most: 60_000, look: compare })
    for (const id of regionIds) for (const state of found.reached[id]) reached[id].add(state)
    if (found.cut) cut += 1
    say(
      `${ids.join(' × ').padEnd(32)} ${number.format(found.situations).padStart(9)} situations ${number.format(found.moves).padStart(11)} moves  dead ends ${found.dead.length}${found.cut ? '  (bound met)' : ''}`
    )
  }
  return { reached, cut, sets: sets.length }
}

const told = ({ property, says, found, path }: Breach) => {
  say(`BROKEN ${property}: ${says} — ${found}`)
  for (const one of path)
    say(
      `   ${one.type} ${one.type === 'clock' ? one.code : one.command} ${one.type === 'clock' ? '' : JSON.stringify(one.input)}`
    )
}

const quick = values.only !== undefined
const broken = inTables(checked)
const explored = quick ? null : eachRegion()
const wide = quick ? null : breadth(Number(values.breadth), checked)
const walked = walk(Number(values.commands), { checked })
broken.push(...(wide?.breaches ?? []), ...walked.breaches)

if (explored && wide) {
  const missing = regionIds.flatMap((id) =>
    states(id)
      .filter((state) => !explored.reached[id].has(state))
      .map((state) => `${id}.${state}`)
  )
  say(
    `acts ${commandTypes.length}, sets of regions ${explored.sets}, of which met their bound ${explored.cut}`
  )
  say(`states never reached: ${missing.length === 0 ? 'none' : missing.join(', ')}`)
  say(
    `given to the machine as well: ${number.format(Math.floor(looked / sampled))} moves, ${disagreed} disagreements`
  )
  say(
    `composed case, breadth first: ${number.format(wide.situations)} situations, ${number.format(wide.moves)} moves, ${wide.depth} steps deep, stuck ${wide.stuck}`
  )
}
say(
  `composed case, at random: ${number.format(walked.commands)} commands in ${number.format(walked.lives)} lives, ${number.format(walked.refused)} refused, up to ${walked.live} referrals at once`
)
say(
  `properties held: ${checked.length - new Set(broken.map(({ property }) => property)).size} of ${checked.length}`
)
broken.forEach(told)
// 1 is what a program that fell ends with: a broken property has a number of its own.
if (broken.length > 0 || disagreed > 0) process.exitCode = 2
