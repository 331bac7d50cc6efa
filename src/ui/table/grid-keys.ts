export interface GridPosition {
  row: number
  column: number
}

export interface GridSize {
  rows: number
  columns: number
  /** Rows that fit on the screen. */
  page: number
}

export type GridAction =
  | { kind: 'move'; to: GridPosition; extend: boolean }
  | { kind: 'open'; newTab: boolean }
  | { kind: 'toggle' }
  | { kind: 'edit' }
  | { kind: 'selectAll' }
  | { kind: 'clear' }

/** What a key press (as `pressToken` writes it) does in a grid; null when it is not the grid's. Row −1: none is active yet. */
export function gridAction(token: string, at: GridPosition, size: GridSize): GridAction | null {
  const row = (to: number, extend = false): GridAction => ({
    kind: 'move',
    to: { row: Math.max(0, Math.min(size.rows - 1, to)), column: at.column },
    extend,
  })
  const column = (to: number): GridAction => ({
    kind: 'move',
    to: { row: Math.max(0, at.row), column: Math.max(0, Math.min(size.columns - 1, to)) },
    extend: false,
  })
  if (size.rows === 0) return null
  switch (token) {
    case 'j':
    case 'arrowdown':
      return row(at.row + 1)
    case 'k':
    case 'arrowup':
      return row(at.row - 1)
    case 'shift+j':
    case 'shift+arrowdown':
      return row(at.row + 1, true)
    case 'shift+k':
    case 'shift+arrowup':
      return row(at.row - 1, true)
    case 'pagedown':
      return row(Math.max(0, at.row) + size.page)
    case 'pageup':
      return row(at.row - size.page)
    case 'mod+home':
      return row(0)
    case 'mod+end':
      return row(size.rows - 1)
    case 'home':
      return column(0)
    case 'end':
      return column(size.columns - 1)
    case 'arrowleft':
      return column(at.column - 1)
    case 'arrowright':
      return column(at.column + 1)
    case 'mod+a':
      return { kind: 'selectAll' }
    case 'escape':
      return { kind: 'clear' }
  }
  if (at.row < 0) return null
  switch (token) {
    case 'enter':
      return { kind: 'open', newTab: false }
    case 'mod+enter':
      return { kind: 'open', newTab: true }
    case 'x':
    case 'space':
      return { kind: 'toggle' }
    case 'e':
    case 'f2':
      return { kind: 'edit' }
  }
  return null
}
