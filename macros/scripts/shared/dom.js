/** Elements and the words of live regions. Text stays text: nothing is parsed as HTML. */

const REST = 1000; // ms of rest before a live region speaks: a screen reader would read every letter otherwise

/**
 * Tag, attributes and children (elements or text) in; the element out. An attribute that is true stands there without a
 * value; one that is false, null or undefined does not. A child that is null or empty is left out.
 */
export function element(document, tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}

/** Text and what a click does in; a button that submits nothing out. */
export function button(document, text, work) {
  const made = element(document, 'button', { type: 'button' }, text);
  made.addEventListener('click', work);
  return made;
}

/** Work and a time in ms in; a function out that does the work once it has not been called for that long. */
export function later(work, rest) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(work, rest, ...given);
  };
}

/**
 * A live region in; a function out that puts text in it, when it is other text. With `typing` it waits until the reader
 * rests, so that not every letter is announced; what is said without it takes the place of what still waited.
 */
export function speaker(region) {
  let timer = 0;
  const put = (text) => { if (region.textContent !== text) region.textContent = text; };
  return (text, { typing = false } = {}) => {
    clearTimeout(timer);
    if (typing) timer = setTimeout(put, REST, text);
    else put(text);
  };
}
