import { acting } from '../../support/acting.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

/** The demonstration's people, and what stands of a person's housing. */
export const openHousing = async () => {
  const world = await forFile(openWorld())
  const tell = acting(world)

  const rows = async <T>(query: string, values: unknown[] = []) =>
    (await world.db.owner.query(query, values)).rows as T[]
  const stateOf = async (caseId: string, kind: string) =>
    (
      await rows<{ state: string }>(
        'select state from referral where case_id = $1 and kind = $2 order by sent_at desc, id limit 1',
        [caseId, kind]
      )
    )[0]?.state
  const activeStays = (caseId: string) =>
    rows<{ state: string; place_id: string }>(
      `select state, place_id from stay where case_id = $1 and state in ('reserved', 'admitted')`,
      [caseId]
    )
  const running = async (caseId: string) =>
    (
      await rows<{ code: string }>(
        `select code from deadline where case_id = $1 and state = 'running' and referral_id is null`,
        [caseId]
      )
    ).map(({ code }) => code)
  const housing = async (caseId: string) => (await tell.row(caseId))['housing']
  const asylumHousing = async (caseId: string) => (await tell.row(caseId))['asylum_housing']
  const free = (caseId: string) =>
    rows(`update stay set state = 'ended', ended_at = now() where case_id = $1 and state <> 'ended'`, [
      caseId
    ])
  const azur = () => world.places['foyer.azur']![0]!
  const dnaInput = { title: 'attestation', agrees: true }

  const asylum = async () => {
    const id = await tell.consenting(['B', 'C', 'D'], { asylumLink: true, asylumClaim: true })
    await tell.act('asso.rhone', id, 'dna.request', dnaInput)
    await tell.move('ofii', await tell.referral(id, 'dna'), 'accept')
    return id
  }
  return {
    world,
    tell,
    rows,
    stateOf,
    activeStays,
    running,
    housing,
    asylumHousing,
    free,
    azur,
    dnaInput,
    asylum
  }
}
