import { expect, test } from 'vitest'
import { freshDatabase } from '../support/db.ts'
test('x', async () => { const d = await freshDatabase(); expect((await d.app.query('select current_user as u')).rows[0].u).toBe('mnio_app'); await d.close() })
