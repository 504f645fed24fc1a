import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { regionIds } from '../workflows/case/commands.ts'
import type { RegionId } from '../workflows/vocabulary/vocabulary.ts'
import { properties } from './properties/properties.ts'
import { withPart } from '../docs/generate/marked.ts'
import { marks, partOf } from './readme.ts'
import { renewed } from './renewed.ts'
import { report, unreached, type Set } from './report.ts'
import { breadth, inTables, walk, type Breach } from './walk/walk.ts'
import type { Walk } from './walk/walker.ts'
import { walkAll } from './walk/walkers.ts'
import { ordinal } from '../workflows/vocabulary/ordinal.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    /** With `only`: the acts to draw among. */
    acts: { type: 'string' },
    commands: { type: 'string', default: '100000' },
    breadth: { type: 'string', default: '3000' },
    /** Each region and no pair: a minute, where the whole takes ten. */
    alone: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false }
  }
})

const number = new Intl.NumberFormat('en')
const say = (line: string) => console.log(line)

const saidOf = (regions: readonly RegionId[], { found }: Walk) =>
  say(
    `${regions.join(' × ').padEnd(32)} ${number.format(found.situations).padStart(13)} situations ${number.format(found.moves).padStart(15)} moves  dead ends ${found.dead.length}`
  )

const told = ({ property, says, found, path }: Breach) => {
  say(`BROKEN ${property}: ${says} — ${found}`)
  for (const one of path)
    say(
      `   ${one.type} ${one.type === 'clock' ? one.code : one.command} ${one.type === 'clock' ? '' : JSON.stringify(one.input)}`
    )
}

/** One property, by the tables and by random lives. */
const one = (id: string) => {
  const checked = properties.filter((property) => property.id === id)
  const broken = inTables(checked)
  if (broken.length === 0)
    broken.push(...walk(Number(values.commands), { checked, only: values.acts?.split(',') }).breaches)
  broken.forEach(told)
  say(`${id} ${broken.length > 0 ? 'broken' : 'held'}`)
  return broken.length === 0
}

const address = new URL('../docs/verify.md', import.meta.url)

const write = (page: string) => {
  writeFileSync(address, page)
  const readme = new URL('../README.md', import.meta.url)
  writeFileSync(readme, withPart(readFileSync(readme, 'utf8'), marks, partOf(page)))
}

const walkedSets = async (asked: readonly (readonly RegionId[])[]) => {
  const walks = await walkAll(asked, saidOf)
  return { walks, sets: asked.map((regions, at): Set => ({ regions, found: walks[at]!.found })) }
}

const eachAlone = async () => {
  const { walks, sets } = await walkedSets(regionIds.map((id) => [id]))
  const day = ordinal(new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' }), 'fr')
  if (values.write) write(renewed(readFileSync(address, 'utf8'), sets, properties, day))
  const disagreed = walks.reduce((total, walk) => total + walk.disagreed, 0)
  say(`given to the machine as well: ${disagreed} disagreements`)
  return sets.every(({ found }) => found.dead.length === 0) && disagreed === 0
}

const whole = async () => {
  const asked: RegionId[][] = [
    ...regionIds.map((id) => [id]),
    ...regionIds.flatMap((id, at) => regionIds.slice(at + 1).map((other) => [id, other]))
  ]
  const { walks, sets } = await walkedSets(asked)
  const wide = breadth(Number(values.breadth))
  say(
    `composed case, breadth first: ${number.format(wide.situations)} situations, ${number.format(wide.moves)} moves, ${wide.depth} steps deep, stuck ${wide.stuck}`
  )
  const walked = walk(Number(values.commands))
  say(
    `composed case, at random: ${number.format(walked.commands)} commands in ${number.format(walked.lives)} lives, ${number.format(walked.refused)} refused, up to ${walked.live} referrals at once`
  )
  const missing = unreached(sets)
  const dead = sets.reduce((total, { found }) => total + found.dead.length, wide.stuck)
  const broken = [...inTables(), ...wide.breaches, ...walked.breaches]
  const compared = walks.reduce((total, walk) => total + walk.compared, 0)
  const disagreed = walks.reduce((total, walk) => total + walk.disagreed, 0)
  say(`states never reached: ${missing.join(', ') || 'none'}; dead ends: ${dead}`)
  say(`given to the machine as well: ${number.format(compared)} moves, ${disagreed} disagreements`)
  say(`acts that changed an unforeseen fact: ${walked.surprises}`)
  broken.forEach(told)
  const held = properties.length - new globalThis.Set(broken.map(({ property }) => property)).size
  say(`properties held: ${held} of ${properties.length}`)
  const alone = sets.filter(({ regions }) => regions.length === 1)
  const pairs = sets.filter(({ regions }) => regions.length > 1)
  const page = { alone, pairs, wide, walked, compared, disagreed, checked: properties, broken }
  if (values.write) write(report(page))
  return broken.length + missing.length + dead + disagreed + walked.surprises === 0
}

const asked = async () => {
  if (values.only) return one(values.only)
  return values.alone ? eachAlone() : whole()
}

// 1 is what a program that fell ends with: a broken property has a number of its own.
if (!(await asked())) process.exitCode = 2
