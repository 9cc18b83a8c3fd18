// WCAG 2.5.8: 24 by 24 px. axe spares what has room around it; for controls, header and footer we do not.
() => [...document.querySelectorAll('button, input, select, summary, textarea, header a, footer a')]
  .filter((deel) => deel.checkVisibility() && !deel.closest('p, .kb-verborgen') && !deel.matches('.kb-sprong'))
  .filter((deel) => { const { width, height } = deel.getBoundingClientRect(); return width && (width < 24 || height < 24); })
  .map((deel) => deel.outerHTML.slice(0, 100) + JSON.stringify(deel.getBoundingClientRect().toJSON()))
