import { codesOf } from '@setu/vocabulary'
import { type Field, mostMoney } from './field.ts'
import { fieldsOf, type Owner, type RecordType } from './record.ts'

/** A column as the database must have it. */
export interface Column {
  readonly name: string
  readonly type:
    | 'uuid'
    | 'text'
    | 'text[]'
    | 'bytea'
    | 'date'
    | 'timestamptz'
    | 'integer'
    | 'bigint'
    | 'numeric'
    | 'boolean'
  readonly nullable: boolean
}

export function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Every row says whose file it is, which row, which version: the first columns of each record's table. */
const frame: Record<Owner, readonly Column[]> = {
  case: [plain('org_id', 'uuid'), plain('id', 'uuid'), plain('case_id', 'uuid'), plain('version', 'integer')],
  organisation: [plain('org_id', 'uuid'), plain('id', 'uuid'), plain('version', 'integer')],
  node: [plain('id', 'uuid'), plain('version', 'integer')],
}

function plain(name: string, type: Column['type']): Column {
  return { name, type, nullable: false }
}

function typeOf(field: Field): Column['type'] {
  if (field.reach === 'sealed') return 'bytea'
  switch (field.kind) {
    case 'text':
    case 'phone':
    case 'email':
    case 'partialDate':
    case 'code':
    case 'language':
    case 'country':
    case 'place':
      return 'text'
    case 'codes':
    case 'countries':
      return 'text[]'
    case 'day':
      return 'date'
    case 'moment':
      return 'timestamptz'
    case 'number':
      return field.decimals ? 'numeric' : 'integer'
    case 'money':
      return 'bigint'
    case 'yesNo':
      return 'boolean'
    case 'link':
      return 'uuid'
  }
}

/**
 * The columns that a record type needs. Migrations are written by hand and compared with this, so that a
 * change of shape is always somebody's decision.
 */
export function columnsOf(record: RecordType): Column[] {
  return [
    ...frame[record.of],
    ...(record.states === undefined ? [] : [plain('state', 'text')]),
    ...fieldsOf(record).map(([key, field]) => ({
      name: columnName(key),
      type: typeOf(field),
      nullable: field.required !== true,
    })),
  ]
}

const codeShape = "'^[A-Za-z0-9_.-]{1,60}$'"

function boundOf(name: string, field: Field): string[] {
  if (field.reach === 'sealed') return []
  if (field.kind === 'text') return [`check (length(${name}) <= ${field.most})`]
  if (field.kind === 'code') return [`check (${name} ~ ${codeShape})`]
  if (field.kind === 'number') return [`check (${name} >= ${field.least} and ${name} <= ${field.most})`]
  if (field.kind === 'money') return [`check (${name} >= 0 and ${name} <= ${mostMoney})`]
  return []
}

/** The state of a record is one of those that are declared for it. */
function stateBound(name: string, { states }: RecordType): string[] {
  if (states === undefined || name !== 'state') return []
  const list = codesOf(states.list).map((state) => `'${state}'`)
  return [`check (state in (${list.join(', ')}))`]
}

function columnSql({ name, type, nullable }: Column, field: Field | undefined, record: RecordType): string {
  const bounds = field === undefined ? stateBound(name, record) : boundOf(name, field)
  return [`  "${name}" ${type}`, ...(nullable ? [] : ['not null']), ...bounds].join(' ')
}

/** The table as a first draft for a hand-written migration; what it prints is read and kept by a person. */
export function draftTable(record: RecordType): string {
  const fields = new Map(fieldsOf(record).map(([key, field]) => [columnName(key), field]))
  const columns = columnsOf(record).map((column) => columnSql(column, fields.get(column.name), record))
  const key = record.of === 'node' ? '  primary key (id)' : '  primary key (org_id, id)'
  const home =
    record.of === 'case' ? ['  foreign key (org_id, case_id) references case_file (org_id, id)'] : []
  return `create table ${record.table} (\n${[...columns, key, ...home].join(',\n')}\n)`
}

/** The states and steps of a record as a first draft of what the database is told of them. */
export function draftSteps({ name, states }: RecordType): string {
  if (states === undefined) return ''
  const list = (items: readonly string[]) => `'{${items.join(',')}}'`
  const rows = codesOf(states.list).map(
    (state) => `  ('${name}', '${state}', ${state === states.begins}, ${states.amends.includes(state)})`,
  )
  const steps = states.steps.map(
    ({ from, to, by, notBy = [] }) => `  ('${name}', '${from}', '${to}', ${list(by)}, ${list(notBy)})`,
  )
  return [
    `insert into record_state (record, state, begins, amends) values\n${rows.join(',\n')};`,
    `insert into record_step_rule (record, from_state, to_state, relations, not_by) values\n${steps.join(',\n')};`,
  ].join('\n\n')
}
