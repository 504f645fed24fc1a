import type { Person } from '../journeys/support/person.ts'
import { alertsCell } from '../journeys/support/steps.danger.ts'

/** What whoever runs has before them in the danger lane, and how long it holds them. */
export type Lane = { questions: number; words: number; presses: number; seconds: number }

/** Nobody can be timed here: each question is read once with all its answers, at the pace of silent reading, and each press is aimed. */
const pace = { wordsASecond: 4, secondsAPress: 1.5 }
export const longest = { questions: 5, seconds: 60 }

const readInPage = `(() => {
  const form = document.querySelector('main form[data-keeps]')
  const asked = [...form.querySelectorAll('fieldset, select, input[type=text][name], textarea')].filter((one) => one.getClientRects().length > 0 && !one.parentElement.closest('fieldset'))
  const texts = asked.map((one) => {
    if (one.tagName === 'FIELDSET') return one.innerText
    return [one.labels[0].innerText, ...[...(one.selectedOptions ?? [])].map(({ text }) => text)].join(' ')
  })
  const words = texts.join(' ').split(/\\s+/).filter((word) => /\\p{L}|\\d/u.test(word))
  return { questions: asked.length, words: words.length }
})()`

/** The lane from its first question to the cell that is warned, the page at hand being that of the lane. */
export async function walksLane(worker: Person): Promise<Lane> {
  const read = await worker.page.evaluate<Pick<Lane, 'questions' | 'words'>>(readInPage)
  const began = performance.now()
  const presses = await alertsCell(worker)
  const machine = (performance.now() - began) / 1000
  const seconds = Math.ceil(read.words / pace.wordsASecond + presses * pace.secondsAPress + machine)
  return { ...read, presses, seconds }
}
