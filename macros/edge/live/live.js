// Only under make serve: reloads the page when the site changed, and shows what is wrong above it.
"use strict";
(() => {
  const own = document.currentScript;
  const version = own.dataset.version;
  const source = new EventSource("/_kennisbank/gebeurtenissen");
  source.addEventListener("stand", (event) => {
    const state = JSON.parse(event.data);
    if (state.version !== version) {
      source.close();
      location.reload();
      return;
    }
    document.querySelector(".kb-bouwfout")?.remove();
    if (state.bar) document.body.insertAdjacentHTML("afterbegin", state.bar);
  });
})();
