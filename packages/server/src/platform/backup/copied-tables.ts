import type { Connection, CopiedTable } from '../database/engine.ts'

/** Filled by the migrations themselves, and so there already wherever a backup may go. */
export const filledByMigrations: readonly string[] = [
  'migration',
  'access_rule',
  'access_days',
  'record_state',
  'record_step_rule',
  'criminal_fact_rule',
  'criminal_stage_rule',
  'criminal_step_rule',
  'criminal_task_rule',
  'network_tie_rule',
  'assistance_step_rule',
]

/** Over with the node that was backed up: a cookie from before must not open a restored node. */
export const leftBehind: readonly string[] = ['session', 'sign_in_failure', 'known_device', 'slot_session']

/** Key material and whatever people come in with, which is kept apart from what it opens, and not for long. */
export const ofKeys: readonly string[] = [
  'account_key',
  'account_secret',
  'account_slot',
  'case_slot',
  'emergency_key',
  'emergency_wrap',
  'index_key',
  'log_key',
  'look_up_key',
  'look_up_wrap',
  'part_key',
  'part_wrap',
  'passkey',
  'recovery_code',
  'recovery_key',
  'recovery_share',
  'recovery_wrap',
  'slot_wrap',
  'totp_factor',
  'unit_key',
  'unit_wrap',
]

/** All else: rows whose sealed values stay sealed. A new table stands here or above, or a test says so. */
export const ofData: readonly string[] = [
  'access_review',
  'access_review_line',
  'account',
  'account_role',
  'accused',
  'accused_offence',
  'appointment',
  'assistance_request',
  'assistance_step',
  'audit_event',
  'audit_item',
  'best_interests_assessment',
  'best_interests_determination',
  'boundary_set',
  'breach',
  'breach_case',
  'breach_step',
  'breach_telling',
  'bridge_mapping',
  'bridge_sending',
  'budget_line',
  'case_assignment',
  'case_check',
  'case_code',
  'case_conference',
  'case_document',
  'case_document_piece',
  'case_erasure',
  'case_event',
  'case_facts',
  'case_file',
  'case_hold',
  'case_narrative',
  'case_note',
  'case_origin',
  'case_renewal',
  'case_task',
  'case_transfer',
  'command_done',
  'compensation',
  'complaint',
  'complaint_elsewhere',
  'complaint_listener',
  'conference_decision',
  'conference_guest',
  'consent',
  'court',
  'court_link',
  'court_outbox',
  'court_told',
  'criminal_alert',
  'criminal_alert_answer',
  'criminal_alert_told',
  'criminal_case',
  'criminal_fact',
  'criminal_matter',
  'criminal_office',
  'criminal_plan',
  'criminal_step',
  'criminal_year',
  'due_item',
  'emergency_access',
  'employment',
  'erased_case',
  'figures_cell',
  'follow_up',
  'guardian',
  'hearing',
  'hearing_witness',
  'identification',
  'interview',
  'kept_consent',
  'key_event',
  'law_text',
  'log_checkpoint',
  'log_head',
  'log_leaf',
  'log_node',
  'log_witness',
  'needs_assessment',
  'network',
  'network_hold',
  'network_node',
  'network_office',
  'network_step',
  'network_tie',
  'node_fact',
  'node_key',
  'non_punishment_claim',
  'notice',
  'notice_channel',
  'organisation',
  'own_service',
  'payment',
  'person_contact',
  'person_identity',
  'person_mentioned',
  'person_token',
  'record_step',
  'referral',
  'reintegration',
  'reminder_key',
  'reminder_text',
  'rights_notice',
  'risk_assessment',
  'rule_set',
  'safety_plan',
  'saved_filter',
  'screening',
  'service_area',
  'service_delivered',
  'service_offer',
  'service_plan',
  'service_site',
  'shelter_place',
  'shelter_stay',
  'source_organisation',
  'start_up',
  'support_plan',
  'survivor_feedback',
  'sustainability',
  'text_choice',
  'tip',
  'tip_addition',
  'tip_desk',
  'told_release',
  'told_to',
  'tombstone',
  'tracing_attempt',
  'trafficking_event',
  'training',
  'unit',
  'unit_member',
  'window_message',
  'working_calendar',
]

interface Found extends CopiedTable {
  readonly needs: readonly string[]
}

/** Which transaction wrote a row means nothing in another cluster: rows that come back bear that of the restore. */
const catalogue = `
  select c.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype) as columns,
    (select coalesce(json_agg(a.attname order by k.at), '[]'::json)
      from pg_constraint p cross join lateral unnest(p.conkey) with ordinality k (attnum, at)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where p.conrelid = c.oid and p.contype = 'p') as "order",
    (select coalesce(json_agg(distinct t.relname), '[]'::json) from pg_constraint f join pg_class t on t.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`

/** Each table after the tables that its rows point to. */
function inOrder(tables: readonly Found[]): Found[] {
  const placed: Found[] = []
  const done = new Set<string>()
  let left = [...tables]
  while (left.length > 0) {
    const ready = left.filter(({ needs }) => needs.every((name) => done.has(name)))
    if (ready.length === 0)
      throw new TypeError(`tables that point at each other: ${left.map(({ name }) => name).join(', ')}`)
    for (const table of ready) {
      placed.push(table)
      done.add(table.name)
    }
    left = left.filter((table) => !ready.includes(table))
  }
  return placed
}

/** Which tables go into the two files of a backup, each in the order in which they can be filled again. */
export async function copiedTables(
  connection: Connection,
): Promise<{ readonly data: readonly CopiedTable[]; readonly keys: readonly CopiedTable[] }> {
  const rows = await connection.script(catalogue)
  const tables = inOrder(rows.map(parseFound)).filter(
    ({ name }) => !filledByMigrations.includes(name) && !leftBehind.includes(name),
  )
  return {
    // What nobody has said a word about is kept as carefully as a key.
    data: tables.filter(({ name }) => ofData.includes(name)),
    keys: tables.filter(({ name }) => !ofData.includes(name)),
  }
}

/** Every table that a restore must find empty. */
export async function tablesToFind(connection: Connection): Promise<string[]> {
  const rows = await connection.script(catalogue)
  return rows.map((row) => parseFound(row).name).filter((name) => !filledByMigrations.includes(name))
}

function parseFound(row: Record<string, unknown>): Found {
  return row as unknown as Found
}
