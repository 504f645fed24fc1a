import { beforeAll, beforeEach } from 'vitest'
import type { NoticeList, Unread } from '../../../server/views/notices.ts'
import { workOff } from '../../support/running/queue.ts'
import { openSite } from '../../support/running/site.ts'
import { noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

/** A site where somebody is told things; each test begins with nothing told. */
export const openNotices = async () => {
  const site = await forFile(openSite())
  beforeAll(async () => {
    site.gate.telling = true
  })
  beforeEach(async () => {
    site.at(noon)
    await workOff(site.db, site.gate)
    await site.db.owner.query('delete from notice; delete from notice_read')
  })

  const delivered = () => workOff(site.db, site.gate)
  const list = async (login: string, query = '') =>
    (await site.get(login, `/api/notices${query}`)).json<NoticeList>()
  const labels = async (login: string) => (await list(login)).items.map(({ label }) => label)
  const unread = async (login: string) =>
    (await site.get(login, '/api/notices/unread')).json<Unread>().unread.n
  const reads = (login: string, until: string) => site.send(login, '/api/notices/read', { until })
  return { site, delivered, list, labels, unread, reads }
}
