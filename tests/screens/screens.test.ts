import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { roles } from '../../policies/actor.ts'
import { digestOf, shownPages } from './age.ts'
import { deskless, pictureOf, pictures, screens, widths, type Width } from './rows.ts'
import { openCamera } from './stage.ts'

// `npm run screens` takes the pictures; elsewhere what was taken must be whole.
const taking = process.env['SCREENS'] === 'write'
const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url))

// Of what each page that is shown was made when its pictures were taken.
const taken = `${folder}pages.json`

const heaviest = 60_000
const heaviestTogether = 3 * 1024 * 1024

/** All of them before any is replaced: what fails halfway leaves those that were there. */
const takeAll = async () => {
  const camera = await openCamera()
  const shots: [file: string, picture: Buffer][] = []
  for (const [role, { login, pages }] of Object.entries(screens))
    await camera.as(login, async (desk) => {
      for (const [page, where] of Object.entries(pages)) {
        const address = await desk.addressOf(where)
        for (const width of Object.keys(widths).map(Number) as Width[])
          shots.push([folder + pictureOf(role, page, width), await desk.take(address, width)])
      }
    })
  await camera.close()
  rmSync(folder, { recursive: true, force: true })
  for (const [file, picture] of shots) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
  }
  const pages = Object.fromEntries(shownPages.map((page) => [page, digestOf(page)]))
  writeFileSync(taken, `${JSON.stringify(pages, null, 2)}\n`)
}

describe('the pictures of the desks', () => {
  it.runIf(taking)('are taken', takeAll, 1_200_000)

  it('show a desk of every role that has one', () => {
    const shown = [...Object.keys(screens), ...deskless]
    expect(shown.toSorted()).toEqual(Object.keys(roles).toSorted())
  })

  it('are all there, and no others', () => {
    expect(existsSync(folder)).toBe(true)
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.webp')
    )
    expect(there.toSorted()).toEqual(pictures().toSorted())
  })

  it('are no older than the pages that they show', () => {
    const then = JSON.parse(readFileSync(taken, 'utf8')) as Record<string, string>
    expect(Object.keys(then)).toEqual(shownPages)
    const older = shownPages.filter((page) => then[page] !== digestOf(page))
    expect(older, 'npm run screens takes them again').toEqual([])
  })

  it('weigh little, each and together', () => {
    const weights = pictures().map((file) => ({ file, bytes: statSync(folder + file).size }))
    expect(weights.filter(({ bytes }) => bytes > heaviest || bytes < 2000)).toEqual([])
    expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(heaviestTogether)
  })
})
