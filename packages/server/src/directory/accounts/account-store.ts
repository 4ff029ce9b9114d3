import type { AccountView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/index.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly sign_in_name: string
  readonly post_en: string
  readonly post_bn: string
  readonly language: AccountView['language']
  readonly disabled: boolean
  readonly version: number
  readonly roles: string[] | null
  readonly units: AccountView['units'] | null
}

function viewOf({
  roles,
  units,
  post_en: en,
  post_bn: bn,
  sign_in_name: signInName,
  ...row
}: Row): AccountView {
  return { ...row, signInName, post: { en, bn }, roles: roles ?? [], units: units ?? [] }
}

/** The accounts of one's own organisation: one of them, or all when none is named. */
async function read(db: Db, id: string | null): Promise<AccountView[]> {
  const { rows } = await sql<Row>`
    select a.id, a.name, a.sign_in_name, a.post_en, a.post_bn, a.language, a.disabled_at is not null as disabled, a.version,
      (select array_agg(r.role order by r.role collate "C") from account_role r
        where r.org_id = a.org_id and r.account_id = a.id) as roles,
      (select json_agg(json_build_object('id', m.unit_id, 'supervises', m.supervises, 'focal', m.focal, 'onCall', m.on_call) order by m.unit_id)
        from unit_member m where m.org_id = a.org_id and m.account_id = a.id) as units
    from account a
    where a.org_id = (select actor_org()) and (${id}::uuid is null or a.id = ${id}::uuid)
    order by lower(a.name) collate "C", a.id`.execute(db)
  return rows.map(viewOf)
}

export function accounts(db: Db): Promise<AccountView[]> {
  return read(db, null)
}

export async function accountOf(db: Db, id: string): Promise<AccountView | null> {
  const [account] = await read(db, id)
  return account ?? null
}

/** Takes an account to its next version; `null` when it is no longer the one that was changed. */
export async function nextVersion(
  db: Db,
  { id, base, disabled }: { readonly id: string; readonly base: number; readonly disabled: boolean },
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    update account
    set version = version + 1, disabled_at = case when ${disabled} then coalesce(disabled_at, now()) end
    where org_id = (select actor_org()) and id = ${id} and version = ${base} returning version`.execute(db)
  return rows[0]?.version ?? null
}

interface Whose {
  readonly org: string
  readonly account: string
}

export async function setRoles(db: Db, { org, account }: Whose, roles: readonly string[]): Promise<void> {
  const wanted = [...new Set(roles)]
  await sql`
    delete from account_role
    where org_id = ${org} and account_id = ${account} and role <> all (${wanted}::text[])`.execute(db)
  await sql`
    insert into account_role (org_id, account_id, role)
    select ${org}::uuid, ${account}::uuid, r from unnest(${wanted}::text[]) r on conflict do nothing`.execute(
    db,
  )
}

/** Where somebody sits; whether they are on call there stays as it is when it is not said. */
type Seat = Omit<AccountView['units'][number], 'onCall'> & { readonly onCall?: boolean | undefined }

/** Sets in which units somebody works; who stays in one keeps the day they joined it. */
export async function setUnits(db: Db, { org, account }: Whose, units: readonly Seat[]): Promise<void> {
  await sql`
    delete from unit_member
    where org_id = ${org} and account_id = ${account} and unit_id <> all (${units.map(({ id }) => id)}::uuid[])`.execute(
    db,
  )
  for (const { id, supervises, focal, onCall } of units) {
    await sql`
      insert into unit_member as m (org_id, unit_id, account_id, supervises, focal, on_call, since)
      values (${org}, ${id}, ${account}, ${supervises}, ${focal}, ${onCall ?? false}, now())
      on conflict (org_id, unit_id, account_id) do update set supervises = ${supervises}, focal = ${focal},
        on_call = coalesce(${onCall ?? null}::boolean, m.on_call)`.execute(db)
  }
}

/** Whether whoever asks took away this colleague's second factor, and nobody has enrolled since. */
export async function tookFactors(db: Db, { org, account }: Whose): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select factors_reset_by is not distinct from (select actor_account()) as mine from account_secret
    where org_id = ${org} and account_id = ${account}`.execute(db)
  return rows[0]?.mine ?? false
}

/** Tells the person, and whoever guards the data, that an administrator set their password. */
export async function tellOfReset(db: Db, account: string): Promise<void> {
  await sql`select tell_of_reset(${account}, 'passwordReset')`.execute(db)
}

/** Takes away a colleague's second factor and ends their sessions; `false` where that would open the account. */
export async function dropFactors(db: Db, account: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select factors_reset(${account}) as done`.execute(db)
  return rows[0]?.done ?? false
}
