import { createBrowserHistory, type RouterHistory } from '@tanstack/react-router'

/**
 * The browser's history with one entry for all of Setu: each screen takes the last one's place, so that
 * after leaving in a hurry *Back* has nothing to show. Going up is what the breadcrumbs are for.
 */
export function singleEntryHistory(): RouterHistory {
  const history = createBrowserHistory()
  history.push = history.replace
  return history
}
