import { randomUUID } from 'node:crypto'
import { chooseTexts } from '../../src/protection/texts/text-store.ts'
import { freezeSlot } from '../../src/protection/window/freeze-slot.ts'
import { openCaseOf } from '../referred.ts'
import { reminderKeyOn } from '../reminders.ts'
import { giveWindow } from '../windows.ts'
import type { World } from '../world.ts'

const command = () => ({ command: randomUUID() })

async function windowed({ people: { asha } }: World) {
  const file = await openCaseOf(asha, 'cnry')
  await giveWindow(asha, file)
  return { file, at: `/cases/${file.org}/${file.id}` }
}

/** What those who work on a case do about a survivor’s own window. */
export const windowFlows = {
  'messages.answer': async (world: World) => {
    const { at } = await windowed(world)
    return {
      by: 'asha',
      path: `${at}/messages`,
      body: { ...command(), id: randomUUID(), words: 'cnry' },
    } as const
  },
  'window.freeze': async (world: World) => {
    const { at } = await windowed(world)
    return { by: 'farida', path: `${at}/window/freeze`, body: { ...command(), because: 'found' } } as const
  },
  'window.thaw': async (world: World) => {
    const { at, file } = await windowed(world)
    await world.people.asha.as((work) => freezeSlot(work, file, 'asked'))
    const asked = { present: true, nearSuspect: 'no' }
    return { by: 'asha', path: `${at}/window/thaw`, body: { ...command(), ...asked } } as const
  },
  'texts.choose': async (world: World) => {
    const { at } = await windowed(world)
    await reminderKeyOn(world.node.engine)
    const asked = { number: '01712345678', wording: 'asAgreed', language: 'bn', chose: true, safe: true }
    return { by: 'asha', path: `${at}/texts`, body: { ...command(), ...asked, seen: null } } as const
  },
  'texts.stop': async (world: World) => {
    const { at, file } = await windowed(world)
    await reminderKeyOn(world.node.engine)
    const choice = { number: '01712345678', wording: 'asAgreed', language: 'bn', seen: null } as const
    await world.people.asha.as((work) => chooseTexts(work, file, choice))
    return { by: 'farida', path: `${at}/texts/stop`, body: command() } as const
  },
}
