/** Copying, with a way out where the browser has no clipboard: there is none on a page without https. */

export const BY_HAND = 'Kopiëren lukt hier niet vanzelf. De tekst is geselecteerd. Kopieer haar met Ctrl+C, op een Mac met Cmd+C, en op een telefoon met ‘Kopieer’.';

/** Window, text, the element that shows it and what to say in; a promise out of what to say after the text was copied or selected. */
export async function copy(root, text, shown, done) {
  try {
    await root.navigator.clipboard.writeText(text);
    return done;
  } catch (error) {
    // No clipboard at all gives a TypeError, a refusal a DOMException.
    if (!(error instanceof TypeError) && !(error instanceof root.DOMException)) throw error;
  }
  if (shown.select) shown.select();
  else root.getSelection().selectAllChildren(shown);
  return BY_HAND;
}
