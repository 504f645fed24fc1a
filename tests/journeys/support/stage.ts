import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFailed } from 'vitest'
import { civilDate } from '../../../workflows/calendar/calendar.ts'
import { turnMove } from '../../../server/configuration/migration-job.ts'
import { lapseHandings } from '../../../server/handing/proposal/ending.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import type { Letter } from '../../../server/mail/letter.ts'
import { acting } from '../../support/acting.ts'
import type { TestDatabase } from '../../support/running/db.ts'
import { openPages } from '../../support/running/browser.ts'
import { workOff } from '../../support/running/queue.ts'
import { colleagueAccount } from '../../server/teams/drawn.ts'
import { person, type Person, type Sight } from './person.ts'

const failures = fileURLToPath(new URL('../../../test-results/journeys', import.meta.url))

const aDay = 24 * 60 * 60 * 1000
const aDesk = { viewport: { width: 1360, height: 900 } }
const aPhone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

export type Stage = {
  /** Somebody of the demonstration, in a browser of their own: who has signed in there once comes back to the first page. */
  enter: (login: string, options?: { javaScript?: boolean; phone?: boolean }) => Promise<Person>
  /** Somebody without an account here, who has only what was mailed to them. */
  visitor: (who: string, options?: { javaScript?: boolean }) => Promise<Person>
  /** What the post has carried since it was last asked. */
  letters: () => Promise<Letter[]>
  /** A colleague of an account, who may enter as well. */
  colleague: (of: string, login: string) => Promise<unknown>
  /** Somebody of the demonstration who manages the accesses of their organisation. */
  manages: (login: string) => Promise<unknown>
  /** What happened before the journey begins, through the same gate. */
  tell: ReturnType<typeof acting>
  /** For a year of figures, which no hand can tell. */
  db: TestDatabase
  /** The day of the journey as a form takes it, so many days further. */
  day: (further?: number) => string
  /** Lets days pass (without a number: until today) for the application and the worker, then fires what is due and ends what nobody answered. Gives how much was. */
  wait: (days?: number) => Promise<number>
  /** Does what the queue would do of a move of cases from one configuration to another, to its end. */
  movesCases: (move: string) => Promise<void>
  /** Nothing was wrong on any page that anybody saw. */
  expectCleanPages: (expected?: RegExp) => void
  close: () => Promise<void>
}

/** The real application with its pages on a port of its own, an empty country, and one browser for everybody. */
export async function openStage({ daysAgo = 14 } = {}): Promise<Stage> {
  // PostgreSQL opens a case by its own clock: a journey begins in the past, and may then wait.
  const began = Date.now() - daysAgo * aDay
  const clock = { now: new Date(began), signingIn: false }
  const now = () => (clock.signingIn ? new Date() : clock.now)
  const { browser, ...pages } = await openPages(now)
  const { base, db, world } = pages
  world.at(clock.now)
  const sight: Sight = { problems: [] }

  /** Everybody stays at their desk, by the journey's clock and by the machine's. */
  async function seat(): Promise<void> {
    const later = new Date(Math.max(Date.now(), clock.now.getTime()))
    await db.owner.query(
      `update session set seen_at = $1::timestamptz, absolute_until = $1::timestamptz + interval '8 hours'`,
      [later]
    )
  }

  const newDesk = ({ javaScript = true, phone = false } = {}) =>
    browser.newContext({
      baseURL: base,
      locale: 'fr-FR',
      javaScriptEnabled: javaScript,
      ...(phone ? aPhone : aDesk)
    })

  async function signIn(login: string, javaScript: boolean, phone: boolean): Promise<Person> {
    const context = await newDesk({ javaScript, phone })
    // The provider's clock is the machine's: a sign-in is fresh by that one.
    clock.signingIn = true
    const entered = await person(await context.newPage(), { login, sight, javaScript, signsIn: 'unseen' })
    clock.signingIn = false
    await seat()
    return entered
  }

  const desks = new Map<string, Person>()

  async function enter(login: string, { javaScript = true, phone = false } = {}): Promise<Person> {
    const desk = `${login} ${javaScript} ${phone}`
    const there = desks.get(desk)
    if (there && !there.page.isClosed()) {
      await there.open('/')
      return there
    }
    const entered = await signIn(login, javaScript, phone)
    desks.set(desk, entered)
    return entered
  }

  async function wait(days?: number): Promise<number> {
    clock.now = days === undefined ? new Date() : new Date(clock.now.getTime() + days * aDay)
    world.at(clock.now)
    await seat()
    await lapseHandings(db.worker)
    return fireDue(world.gate, (error) => sight.problems.push(`clock: ${String(error)}`))
  }

  const visitor = async (who: string, { javaScript = true } = {}) => {
    const page = await (await newDesk({ javaScript })).newPage()
    return person(page, { login: who, sight, javaScript, signsIn: false })
  }

  async function letters(): Promise<Letter[]> {
    const carried: Letter[] = []
    await workOff(db, world.gate, async (letter) => carried.push(letter))
    return carried
  }

  return {
    enter,
    visitor,
    colleague: (of, login) => colleagueAccount(world, of, login, base),
    letters,
    manages: (login) =>
      db.owner.query('update membership set manager = true where person_id = $1', [world.as(login).personId]),
    tell: acting(world),
    db,
    day: (further = 0) => civilDate(new Date(clock.now.getTime() + further * aDay), 'Europe/Paris'),
    wait,
    movesCases: async (move) => {
      while (await turnMove(world.gate, move)) continue
    },
    /** `expected`: what a test brings about itself, and is no fault of a page. */
    expectCleanPages: (expected?: RegExp) =>
      expect(sight.problems.filter((one) => !expected?.test(one))).toEqual([]),
    close: pages.close
  }
}

/** When a journey fails, what each of its people saw last. */
export function keepPictures(...people: Person[]): void {
  onTestFailed(async () => {
    mkdirSync(failures, { recursive: true })
    for (const { login, page } of people) {
      const path = `${failures}/${login}-${page.url().replace(/\W+/g, '-').slice(-40)}.png`
      await page.screenshot({ path, fullPage: true }).catch(() => undefined)
    }
  })
}
