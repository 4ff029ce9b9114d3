import { isCode, type Role, roles } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SomeOf } from '../../forms/choice-fields.tsx'
import forms from '../../forms/forms.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { useSignedIn } from '../use-session.ts'
import styles from './administration.module.css'
import type { Membership } from './door.ts'

interface RolesAndUnitsProps {
  readonly roles: readonly Role[]
  readonly units: readonly Membership[]
  readonly onRoles: (roles: readonly Role[]) => void
  readonly onUnits: (units: readonly Membership[]) => void
}

/** For which work somebody signs in, and in which teams. */
export function RolesAndUnits({ roles: chosen, units, onRoles, onUnits }: RolesAndUnitsProps): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const own = useSignedIn().org.id
  const { directory } = useDoors()
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  const teams = data?.items.find(({ id }) => id === own)?.units ?? []
  const toggle = (id: string) =>
    onUnits(
      units.some((unit) => unit.id === id)
        ? units.filter((unit) => unit.id !== id)
        : [...units, { id, supervises: false, focal: false }],
    )
  const change = (changed: Membership) =>
    onUnits(units.map((unit) => (unit.id === changed.id ? changed : unit)))
  return (
    <>
      <SomeOf
        name="roles"
        label={say('admin.roles')}
        required
        fault={chosen.length === 0 ? 'missing' : null}
        options={roles.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={chosen}
        onAnswer={(answer) => onRoles(answer.flatMap((role) => (isCode(roles, role) ? [role] : [])))}
      />
      <fieldset className={forms['question']}>
        <legend className={forms['label']}>{say('admin.teams')}</legend>
        {teams.map((team) => {
          const membership = units.find(({ id }) => id === team.id)
          return (
            <div key={team.id} className={styles['membership']}>
              <label className={forms['check']}>
                <input type="checkbox" checked={membership !== undefined} onChange={() => toggle(team.id)} />
                <span>{name(team.name)}</span>
              </label>
              {membership && (
                <div className={styles['within']}>
                  <label className={forms['check']}>
                    <input
                      type="checkbox"
                      checked={membership.supervises}
                      onChange={() => change({ ...membership, supervises: !membership.supervises })}
                    />
                    <span>{say('admin.supervises')}</span>
                  </label>
                  <label className={forms['check']}>
                    <input
                      type="checkbox"
                      checked={membership.focal}
                      onChange={() => change({ ...membership, focal: !membership.focal })}
                    />
                    <span>{say('admin.focal')}</span>
                  </label>
                  <label className={forms['check']}>
                    <input
                      type="checkbox"
                      checked={membership.onCall ?? false}
                      onChange={() => change({ ...membership, onCall: !membership.onCall })}
                    />
                    <span>{say('admin.on-call')}</span>
                  </label>
                </div>
              )}
            </div>
          )
        })}
      </fieldset>
    </>
  )
}
