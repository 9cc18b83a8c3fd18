/** A text field with a list of suggestions: an editable combobox after the ARIA Authoring Practices. */

/**
 * Key, whether Alt is down, and { open, active, count, empty } in; what it does: { open, active, act, own } out. "act" is
 * 'kies', 'wis' or nothing; "own" says that nothing else may handle the key as well. Escape in an empty field with a
 * closed list is not ours: around the field it closes the menu.
 */
export function keyStep(pressed, alt, { open, active, count, empty = false }) {
  const to = (change) => ({ open, active, act: '', own: false, ...change });
  if ((pressed === 'ArrowDown' || pressed === 'ArrowUp') && count) {
    const down = pressed === 'ArrowDown';
    if (alt) return to({ open: down, active: -1, own: true });
    const from = open ? active : -1;
    return to({ open: true, active: from < 0 ? (down ? 0 : count - 1) : (from + (down ? 1 : -1) + count) % count, own: true });
  }
  if (pressed === 'Enter' && open && active >= 0) return to({ open: false, act: 'kies', own: true });
  if (pressed === 'Escape') {
    if (open) return to({ open: false, active: -1, own: true });
    return empty ? to({ active: -1 }) : to({ active: -1, act: 'wis', own: true });
  }
  if (pressed === 'Tab') return to({ open: false, active: -1 });
  return ['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(pressed) ? to({ active: -1 }) : to({});
}

/**
 * Field, its list (role=listbox, hidden) and what to do in: `pick(i)` when option i is chosen, `clear()` when the reader
 * wipes the field. Out: `fill(options)` puts elements with role=option in the list and opens it while the field has the
 * focus; `close()`, `open()` and `pick` of the chosen one as { fill, open, close }.
 */
export function combobox(document, input, list, { pick, clear }) {
  let state = { open: false, active: -1, count: 0 };
  input.type = 'text'; // a search field may not be a combobox (ARIA in HTML), and wipes itself on Escape
  input.setAttribute('enterkeyhint', 'search');
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) input.setAttribute(name, value);

  function show(to) {
    state = { ...state, ...to };
    list.hidden = !state.open;
    input.setAttribute('aria-expanded', String(state.open));
    Array.from(list.children).forEach((option, i) => option.setAttribute('aria-selected', String(i === state.active)));
    const option = state.open && list.children[state.active];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  const close = () => show({ open: false, active: -1 });
  const open = () => show({ open: state.count > 0 });
  function fill(options) {
    options.forEach((option, i) => { option.id = `${list.id}-${i}`; });
    list.replaceChildren(...options);
    show({ open: options.length > 0 && document.activeElement === input, active: -1, count: options.length });
  }

  input.addEventListener('keydown', (event) => {
    const step = keyStep(event.key, event.altKey, { ...state, empty: !input.value });
    if (step.own) event.preventDefault();
    if (step.act === 'kies') pick(state.active);
    else if (step.act === 'wis') {
      input.value = '';
      fill([]);
      clear();
    } else show({ open: step.open, active: step.active });
  });
  list.addEventListener('mousedown', (event) => event.preventDefault()); // keep the focus in the field
  list.addEventListener('click', (event) => {
    const i = Array.from(list.children).indexOf(event.target.closest('[role="option"]'));
    if (i >= 0) pick(i);
  });
  input.addEventListener('blur', close);
  return { fill, open, close };
}
