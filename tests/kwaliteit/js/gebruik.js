// As a reader would: tick, choose, type and press everything there is, except what leaves the page.
() => {
  const main = document.querySelector('main');
  const zeg = (deel, soort) => deel.dispatchEvent(new Event(soort, { bubbles: true }));
  main.querySelectorAll('details').forEach((deel) => { deel.open = true; });
  main.querySelectorAll('[type=checkbox], [type=radio]').forEach((deel, i) => { if (i < 40) deel.click(); });
  main.querySelectorAll('select').forEach((deel) => { deel.selectedIndex = deel.options.length - 1; zeg(deel, 'change'); });
  main.querySelectorAll('input:not([type=checkbox], [type=radio]), textarea').forEach((deel) => { deel.value = 'niet'; zeg(deel, 'input'); zeg(deel, 'change'); });
  main.querySelectorAll('button[type=button]').forEach((deel, i) => { if (i < 40) deel.click(); });
  document.querySelectorAll('*').forEach((deel) => { zeg(deel, 'mouseover'); });
}
