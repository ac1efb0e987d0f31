// Live calls. Each event carries a call's card as the server draws it, how long its log is, and the words of a turn that
// is not over; the page of a call asks for itself anew when the log has grown, and not for each word.
"use strict";

const AGAIN_MS = 10000;
const cards = document.getElementById("live");
const followed = document.querySelector("#call[data-live]");
const link = document.getElementById("link");
const told = document.getElementById("told");
let source = null;
let entries = -1;
let interim = "";

function place(about) {
  const old = cards.querySelector(`[data-call="${CSS.escape(about.call)}"]`);
  const drawn = document.createElement("template");
  drawn.innerHTML = about.card;
  const card = drawn.content.firstElementChild;
  tell(old, card);
  if (!card) old?.remove();
  else if (!old) {
    cards.prepend(card);
    toEnd(card.querySelector(".moments"));
  } else {
    const words = old.querySelector(".moments");
    const atEnd = words.scrollHeight - words.scrollTop - words.clientHeight < 40;
    mend(old, card);
    if (atEnd) toEnd(words);
  }
  count();
}

function toEnd(words) { words.scrollTop = words.scrollHeight; }

// To those who listen to the page: that somebody calls, and a danger; never word by word.
function tell(old, card) {
  if (!card) return;
  const danger = card.querySelector(".danger");
  if (danger && !old?.querySelector(".danger")) told.textContent = `${danger.textContent.trim()}. ${card.ariaLabel}`;
  else if (!old) told.textContent = card.ariaLabel;
}

function count() {
  for (const timer of document.querySelectorAll(".timer[data-since]")) {
    const seconds = Math.max(0, Math.floor((Date.now() - new Date(timer.dataset.since)) / 1000));
    const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (timer.textContent !== shown) timer.textContent = shown;
  }
}

function follow(about) {
  if (about.call !== followed.dataset.call) return;
  if (about.entries !== entries || about.ended) {
    entries = about.entries;
    htmx.trigger(followed, "changed");
  }
  interim = about.interim;
  overhear();
  if (about.ended) document.querySelector("[data-talk]")?.remove();
}

function overhear() {
  const place = followed.querySelector(".interim");
  if (!place) return;
  place.hidden = interim === "";
  place.querySelector("p").textContent = interim;
}

function linked(yes) {
  if (link) link.textContent = yes ? "Live" : "Not connected, trying again";
  link?.toggleAttribute("data-lost", !yes);
}

function watch() {
  source?.close();
  source = new EventSource("/now/events");
  source.addEventListener("here", (event) => {
    const here = JSON.parse(event.data);
    for (const card of document.querySelectorAll("#live > [data-call]")) {
      if (!here.includes(card.dataset.call)) card.remove();
    }
  });
  source.addEventListener("call", (event) => (cards ? place : follow)(JSON.parse(event.data)));
  source.addEventListener("open", () => linked(true));
  source.addEventListener("error", () => {
    linked(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(again, AGAIN_MS);
  });
}

// Whoever is not signed in any more is led to the sign-in, by this page loaded anew.
async function again() {
  const page = await fetch("/now", { redirect: "manual" }).catch(() => null);
  if (page?.type === "opaqueredirect") location.reload();
  else watch();
}

// A page that nobody looks at holds no stream; it is told everything when it is looked at again.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) source?.close();
  else if (source) watch();
});
window.addEventListener("pagehide", () => source?.close());

if (cards) for (const words of cards.querySelectorAll(".moments")) toEnd(words);
if (cards || followed?.dataset.call) watch();
count();
setInterval(count, 1000);
followed?.addEventListener("htmx:afterSwap", overhear); // the page was drawn without them

// Talk: what was said leaves the field, and the newest words stay in sight.
const talk = document.querySelector("[data-talk]");
talk?.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && event.detail.elt === talk) talk.elements.text.value = "";
});
if (followed?.hasAttribute("data-newest")) {
  followed.addEventListener("htmx:afterSwap", () => {
    const words = followed.querySelectorAll(".said:not(.interim *)");
    words[words.length - 1]?.scrollIntoView({ block: "center" });
  });
}
