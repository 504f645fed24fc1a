import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { roles } from '../../policies/actor.ts'
import { changedSince, kindOf, madeNow, type Taken } from './age.ts'
import { deskless, pictureOf, pictures, screens, widths, type Where, type Width } from './rows.ts'
import { openCamera } from './stage.ts'

// `npm run screens` takes those that are older than their pages, or are not there; elsewhere what was taken must be whole.
const taking = process.env['SCREENS'] === 'write'
const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url))

// Of what each page that is shown was made when its pictures were taken.
const taken = `${folder}pages.json`

const heaviest = 60_000
const heaviestTogether = 3.5 * 1024 * 1024

const widthsOf = Object.keys(widths).map(Number) as Width[]

const then = (): Taken =>
  existsSync(taken) ? (JSON.parse(readFileSync(taken, 'utf8')) as Taken) : { shared: '', pages: {} }

/** What is to be taken of each role: all, once what every page shares has changed. */
const due = (now: Taken) => {
  const before = then()
  const older = changedSince(before.shared === now.shared ? before : { ...before, pages: {} }, now)
  const isThere = (role: string, page: string) =>
    widthsOf.every((width) => existsSync(folder + pictureOf(role, page, width)))
  return Object.entries(screens).flatMap(([role, { login, pages }]) => {
    const asked = Object.entries<Where>(pages).filter(
      ([page, where]) => older.includes(kindOf(where)) || !isThere(role, page)
    )
    return asked.length > 0 ? [{ role, login, asked }] : []
  })
}

/** All of them before any is replaced: what fails halfway leaves those that were there. */
const takeThem = async () => {
  const now = madeNow()
  const camera = await openCamera()
  const shots: [file: string, picture: Buffer][] = []
  for (const { role, login, asked } of due(now))
    await camera.as(login, async (desk) => {
      for (const [page, where] of asked) {
        const address = await desk.addressOf(where)
        for (const width of widthsOf)
          shots.push([folder + pictureOf(role, page, width), await desk.take(address, width)])
      }
    })
  await camera.close()
  for (const [file, picture] of shots) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
  }
  for (const file of there().filter((one) => !pictures().includes(one))) rmSync(folder + file)
  writeFileSync(taken, `${JSON.stringify(now, null, 2)}\n`)
}

const there = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.webp'))

describe('the pictures of the desks', () => {
  it.runIf(taking)('are taken', takeThem, 1_200_000)

  it('show a desk of every role that has one', () => {
    const shown = [...Object.keys(screens), ...deskless]
    expect(shown.toSorted()).toEqual(Object.keys(roles).toSorted())
  })

  it('are all there, and no others', () => {
    expect(existsSync(folder)).toBe(true)
    expect(there().toSorted()).toEqual(pictures().toSorted())
  })

  // They stand in the guides, where whoever learns a desk looks for what they saw there.
  it('are none of them older than the page that they show; what every page shares may be younger, and that is said', () => {
    const [before, now] = [then(), madeNow()]
    expect(Object.keys(before.pages)).toEqual(Object.keys(now.pages))
    if (before.shared !== now.shared)
      console.error('npm run screens takes all again: what every page shares has changed')
    expect(changedSince(before, now), 'npm run screens takes these again').toEqual([])
  })

  it('weigh little, each and together', () => {
    const weights = pictures().map((file) => ({ file, bytes: statSync(folder + file).size }))
    expect(weights.filter(({ bytes }) => bytes > heaviest || bytes < 2000)).toEqual([])
    expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(heaviestTogether)
  })
})
