import { defineMessages } from '../../kernel/messages.ts'

export const boardMessages = defineMessages('ui.board', {
  instructions:
    'Press Space to lift the card, the left and right arrows to move it, Space to put it down, Esc to leave it.',
  lifted: '{name} lifted.',
  over: '{name} is over {column}.',
  nowhere: 'Not over a column.',
  moved: '{name} moved to {column}.',
  kept: '{name} stays where it was.',
  move: 'Move {name}',
  handle: 'movable card',
  empty: 'Nothing here',
  more: 'Show more',
})
