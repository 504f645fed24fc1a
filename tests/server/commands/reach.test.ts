import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { commandRow, commandTypes } from '../../../workflows/case/commands.ts'
import { referralCommandTypes } from '../../../workflows/referral/machine.ts'
import { inputFor } from '../../support/inputs.ts'
import { openSite, type Answer } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const codeOf = (answer: Answer) => [answer.statusCode, answer.json().code]
const offered = commandTypes.filter((type) => commandRow(type).offered)

describe('what one may not see does not exist', () => {
  it('on every route: the same 404 for a case of others as for none', async () => {
    const id = await site.tell.housed(site.places['foyer.azur']![0]!)
    const { rows } = await site.db.owner.query<{ stay: string; referral: string }>(
      'select s.id as stay, s.referral_id as referral from stay s where s.case_id = $1',
      [id]
    )
    const { stay, referral } = rows[0]!
    const other = randomUUID()
    const reads = [
      ['/api/cases/', id, ''],
      ['/api/cases/', id, '/events'],
      ['/api/cases/', id, '/emergency'],
      ...['B', 'C', 'G', 'H', 'J'].map((one) => ['/api/cases/', id, `/compartments/${one}`]),
      ['/api/referrals/', referral, ''],
      ['/api/stays/', stay, '/address'],
      ['/api/places/matching?case=', id, '']
    ] as const
    for (const login of [
      'asso.paris',
      'cellule.75',
      'prefecture.75',
      'ofii',
      'admin',
      'dpo',
      'miprof',
      'foyer.ouest'
    ])
      for (const [before, real, after] of reads) {
        const [foreign, absent] = [
          await site.get(login, before + real + after),
          await site.get(login, before + other + after)
        ]
        expect([login, before + after, foreign.statusCode, foreign.body]).toEqual([
          login,
          before + after,
          404,
          absent.body
        ])
      }
    for (const command of offered) {
      const [foreign, absent] = [
        await site.act('asso.paris', [id, command], inputFor(command), { version: 1 }),
        await site.act('asso.paris', [other, command], inputFor(command), { version: 1 })
      ]
      expect([command, [403, 404].includes(foreign.statusCode), foreign.body]).toEqual([
        command,
        true,
        absent.body
      ])
    }
    for (const command of referralCommandTypes.filter((one) => one !== 'expire')) {
      const body =
        {
          decline: { reason: 'too_close' },
          ask: { question: 'mot' },
          answer: { answer: 'mot' },
          note: { sequel: 'person' },
          transfer: { orgId: other }
        }[command as string] ?? {}
      const answer = await site.send('asso.paris', `/api/referrals/${referral}/commands/${command}`, body, {
        version: 1
      })
      expect([command, ...codeOf(answer)]).toEqual([command, 404, 'not_found'])
    }
    expect(
      codeOf(
        await site.send(
          'asso.paris',
          '/api/referrals',
          { caseId: id, kind: 'acse', input: { adhesion: true } },
          { version: 1 }
        )
      )
    ).toEqual([404, 'not_found'])
    for (const url of [
      '/api/cases?view=all',
      '/api/deadlines',
      '/api/referrals?box=in',
      '/api/referrals?box=out'
    ])
      expect((await site.get('asso.paris', url)).json().items).toEqual([])
  })

  it('a search by the code of a case of others finds nothing', async () => {
    const id = await site.tell.flagged()
    const { code } = (await site.get('asso.rhone', `/api/cases/${id}`)).json()
    const found = async (login: string) =>
      (await site.get(login, `/api/cases?view=all&q=${encodeURIComponent(code)}`)).json().items.length
    expect([
      await found('asso.rhone'),
      await found('cellule.69'),
      await found('asso.paris'),
      await found('admin')
    ]).toEqual([1, 1, 0, 0])
  })

  it('a code with a wrong sign finds nothing, also where there is one case alone', async () => {
    await site.tell.flagged('asso.paris', { territory: '75' })
    const found = async (asked: string) =>
      (await site.get('asso.paris', `/api/cases?view=all${asked}`))
        .json<{ items: { code: string }[] }>()
        .items.map(({ code }) => code)
    const [code, ...others] = await found('')
    expect(others).toEqual([])
    const wrong = code!.slice(0, -1) + (code!.endsWith('2') ? '3' : '2')
    expect([await found(`&q=${encodeURIComponent(wrong)}`), await found('&q=7K')]).toEqual([[], []])
    expect(await found(`&q=${encodeURIComponent(code!)}`)).toEqual([code])
  })
})
