// What stays folded on paper: closed details of which some text cannot be seen. What only works on a screen may be left out.
// Not innerText: that is empty for what is folded.
() => {
  const tekst = (deel) => {
    const kopie = deel.cloneNode(true);
    kopie.querySelectorAll('form, button').forEach((weg) => weg.remove());
    return kopie.textContent.trim();
  };
  return [...document.querySelectorAll('main details:not([open])')]
    .filter((deel) => deel.checkVisibility() && [...deel.children].slice(1).some((kind) => tekst(kind)
      && !kind.closest('form') && !kind.matches('button') && !(kind.checkVisibility() && kind.getBoundingClientRect().height)))
    .map((deel) => deel.outerHTML.slice(0, 200));
}
