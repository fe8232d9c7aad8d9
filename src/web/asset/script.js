// What makes the pages quicker to use. All of them work without it.
"use strict";

const box = document.querySelector("#search input");
const fromTwoLetters = 2;
const pause = 150; // milliseconds without a key before a search begins

/** Results while one types: the list stays until the new one is there. */
function searchWhileTyping() {
  let timer = 0;
  let running = null;
  const show = async () => {
    const words = box.value.trim();
    if (words.length < fromTwoLetters) return;
    const target = new URL("/", location.origin);
    if (location.pathname === "/") {
      // What was clicked goes on narrowing the search.
      for (const [name, value] of new URLSearchParams(location.search)) {
        if (!["page", "q", "typing"].includes(name)) target.searchParams.append(name, value);
      }
    }
    target.searchParams.set("q", words);
    if (running) running.abort();
    running = new AbortController();
    let text;
    try {
      const answer = await fetch(target + "&typing=1", { signal: running.signal });
      if (!answer.ok) return;
      text = await answer.text();
    } catch (error) {
      if (error.name === "AbortError") return;
      throw error;
    }
    const found = new DOMParser().parseFromString(text, "text/html");
    const main = document.querySelector("main");
    const fresh = found.querySelector("main");
    main.className = fresh.className;
    main.replaceChildren(...fresh.childNodes);
    document.title = found.title;
    document.getElementById("said").textContent = main.querySelector("h1").textContent;
    history.replaceState(null, "", target);
  };
  box.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(show, pause);
  });
}

/** Single letters, outside of what one writes in. */
function keys() {
  const links = () => [...document.querySelectorAll(".hits h2 a, .list td:nth-child(2) a")];
  const go = (step) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  };
  const open = () => {
    if (links().includes(document.activeElement)) document.activeElement.click();
  };
  const doing = {
    "/": () => {
      box.focus();
      box.select();
    },
    j: () => go(1),
    k: () => go(-1),
    o: open,
    t: () => document.querySelector("#tag")?.focus(),
    "?": () => location.assign("/help"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === box) box.blur();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (!Object.hasOwn(doing, event.key)) return;
    event.preventDefault();
    doing[event.key]();
  });
}

function copyButtons() {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      const said = button.textContent;
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = said), 1500);
    });
  }
}

/** Files dropped anywhere on the page. */
function dropping() {
  const form = document.getElementById("drop");
  if (!form) return;
  const over = (is) => (event) => {
    event.preventDefault();
    form.classList.toggle("over", is);
  };
  document.addEventListener("dragover", over(true));
  document.addEventListener("dragleave", over(false));
  document.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length === 0) return;
    form.querySelector("input[type=file]").files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

searchWhileTyping();
if (document.documentElement.dataset.keys !== "off") keys();
copyButtons();
dropping();
