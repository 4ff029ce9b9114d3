import { dayOf, type Work } from '../platform/index.ts'
import {
  addFact,
  addOffence,
  addOffice,
  type CriminalRef,
  changeCriminalCase,
  keepAccused,
  keepHearing,
  openCriminalCase,
  stepCustody,
  stepOffence,
} from '../prosecution/index.ts'
import type { DemoDirectory, DemoPerson } from './directory.ts'
import type { Setting } from './past-emergency.ts'
import { benches } from './plan/criminal/benches.ts'
import { sittingsOf } from './plan/criminal/sittings.ts'
import type { CriminalAct, CriminalStory, Desk } from './plan/criminal/story.ts'

const actions: Readonly<Record<CriminalAct['act'], string>> = {
  open: 'criminal.open',
  accused: 'criminal.keepAccused',
  offence: 'criminal.addOffence',
  office: 'criminal.addOffice',
  change: 'criminal.change',
  stage: 'criminal.stepOffence',
  custody: 'criminal.stepCustody',
  hearing: 'hearings.keep',
  fact: 'criminal.addFact',
}

/** Nothing is sent twice here. */
const command = '00000000-0000-4000-8000-000000000000'

/** A case while it is told: where it lies, and the versions that the next change of it begins from. */
interface Progress {
  readonly at: CriminalRef
  readonly story: CriminalStory
  readonly directory: DemoDirectory
  readonly versions: Map<string, number>
}

function deskOf({ story: { bench, unit }, directory }: Progress, by: Desk): DemoPerson {
  const { prosecution, desk } = benches[bench]
  return directory.focalOf({ investigation: unit, prosecution, court: desk }[by])
}

async function doAct(
  work: Work,
  { at, story, directory, versions }: Progress,
  act: CriminalAct,
): Promise<void> {
  const base = (id: string): number => versions.get(id) ?? 1
  const moved = (id: string): void => void versions.set(id, base(id) + 1)
  switch (act.act) {
    case 'open':
      await openCriminalCase(work, {
        command,
        id: at.id,
        unit: directory.unit(story.unit).unit,
        ...act.facts,
      })
      return
    case 'accused':
      await keepAccused(work, at, { command, base: 0, id: act.id, ...act.values })
      return
    case 'offence': {
      const { act: _act, by: _by, ...given } = act
      await addOffence(work, at, { command, ...given })
      return
    }
    case 'office':
      await addOffice(work, at, {
        command,
        id: act.id,
        unit: directory.unit(act.unit).unit,
        task: act.task,
      })
      return
    case 'change':
      await changeCriminalCase(work, at, { command, base: base(at.id), ...act.facts })
      moved(at.id)
      return
    case 'stage': {
      const { act: _act, by: _by, offence: item, accused: _accused, ...given } = act
      await stepOffence(work, { ...at, item }, { command, base: base(item), ...given })
      moved(item)
      return
    }
    case 'custody': {
      const { accused: item, to, on, paper } = act
      await stepCustody(work, { ...at, item }, { command, base: base(item), to, on, paper })
      moved(item)
      return
    }
    case 'fact': {
      const { act: _act, by: _by, ...given } = act
      await addFact(work, at, { command, paper: null, ...given })
      return
    }
    case 'hearing':
      await keepHearing(work, at, {
        command,
        base: 0,
        id: act.id,
        court: story.court,
        next: null,
        ...act.day,
      })
  }
}

/**
 * The criminal cases of three years, entered by the offices that work on them; older ones are entered as far as they had
 * come on the day when these offices began.
 */
export async function tellPastCriminalCases(
  { troupe, directory, now, began }: Omit<Setting, 'node' | 'draws'> & { readonly began: Date },
  stories: readonly CriminalStory[],
  told: (cases: number) => void,
): Promise<void> {
  for (const [place, story] of stories.entries()) {
    const at = { org: directory.unit(story.unit).org, id: story.id }
    const progress = { at, story, directory, versions: new Map<string, number>() }
    let last = began.getTime()
    for (const sitting of sittingsOf(story.acts, dayOf(now))) {
      const [first] = sitting.acts
      if (first === undefined) continue
      // What is entered is entered during office hours, and after what was entered before.
      last = Math.max(last + 60_000, new Date(`${sitting.on}T15:00:00+06:00`).getTime())
      const moment = new Date(last)
      await troupe.as(deskOf(progress, sitting.by), moment, actions[first.act], async (work) => {
        for (const act of sitting.acts) await doAct(work, progress, act)
      })
    }
    told(place + 1)
  }
}
