import type { Connection } from '../database/engine.ts'

/**
 * Ends every reminder by text that came back. A survivor may have had enough of them after the backup was taken, and
 * nobody outside remembers that: each is asked again, and until then a person reminds.
 */
export async function endTexts(connection: Connection): Promise<void> {
  await connection.script(`
    with ended as (
      update reminder_text set state = 'unsent', because = 'restored', ended_at = now() where state = 'waiting'
      returning org_id, case_id)
    select slot_tell_team(e.org_id, e.case_id, 'textNotSent') from (select distinct org_id, case_id from ended) e`)
  await connection.script(
    `update text_choice set number = null, stopped_at = now(), stopped_by = 'restored' where number is not null`,
  )
}
