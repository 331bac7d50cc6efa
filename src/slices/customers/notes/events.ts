/** What notes publish. `excerpt` is taken out of all events of a note when the note is deleted. */
export interface NoteEvents {
  'note.added': { noteId: string; excerpt: string }
  'note.edited': { noteId: string; excerpt: string }
  'note.deleted': { noteId: string }
  'note.restored': { noteId: string; excerpt: string }
}
