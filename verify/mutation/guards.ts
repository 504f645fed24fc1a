import { spawnSync } from 'node:child_process'
import { mutants } from './mutants.list.ts'

// Each guard is taken away in a process of its own, and the property that bears its number must break there.
const outcomeOf = (index: number) => {
  const { property, acts } = mutants[index]!
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      './verify/mutation/mutate.ts',
      'verify/run.ts',
      '--only',
      property,
      '--commands',
      '6000',
      ...(acts ? ['--acts', acts.join(',')] : [])
    ],
    { env: { ...process.env, MUTANT: String(index) }, encoding: 'utf8' }
  )
  return status
}

/** Takes each guard away whose place in the list is given; returns how many no property saw. */
export const runGuardMutants = (indices: readonly number[]): number => {
  let survived = 0
  for (const index of indices) {
    const { property, why } = mutants[index]!
    const status = outcomeOf(index)
    // 2 is a broken property; anything else is a mutant that lived, or that could not be made.
    if (status !== 2) survived += 1
    console.log(
      `${status === 2 ? 'seen    ' : status === 0 ? 'SURVIVED' : `FAILED ${status}`} ${property}  ${why}`
    )
  }
  return survived
}
