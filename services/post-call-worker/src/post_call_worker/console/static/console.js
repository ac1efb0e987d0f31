// What htmx leaves to do: saying that something failed, and following live calls.
"use strict";

function notice(text) {
  const place = document.getElementById("notice");
  place.textContent = text;
  place.classList.toggle("shown", text !== "");
  if (text) setTimeout(() => notice(""), 6000);
}

document.addEventListener("htmx:responseError", (event) => {
  const answer = event.detail.xhr;
  let why = "";
  try { why = JSON.parse(answer.responseText).detail; } catch { why = ""; }
  notice(typeof why === "string" && why ? why : `That did not work (${answer.status}).`);
});
document.addEventListener("htmx:sendError", () => notice("The console cannot be reached."));

// Live calls: each event carries a call's card, drawn by the server.
const live = document.getElementById("live");
const followed = document.querySelector("#call[data-live]");

function place(about) {
  const old = live.querySelector(`[data-call="${CSS.escape(about.call)}"]`);
  const drawn = document.createElement("template");
  drawn.innerHTML = about.card;
  const card = drawn.content.firstElementChild;
  if (old && card) old.replaceWith(card);
  else if (old) old.remove();
  else if (card) live.prepend(card);
  if (card) card.querySelector(".moments").scrollTop = 1e6;
  count();
}

function count() {
  for (const timer of document.querySelectorAll(".timer[data-since]")) {
    const seconds = Math.max(0, Math.floor((Date.now() - new Date(timer.dataset.since)) / 1000));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}

if (live || followed) {
  const link = document.getElementById("link");
  const source = new EventSource("/now/events");
  source.addEventListener("call", (event) => {
    const about = JSON.parse(event.data);
    if (live) place(about);
    else if (about.call === followed.dataset.call) {
      htmx.trigger(followed, "changed");
      if (about.ended) document.querySelector("[data-talk]")?.remove();
    }
  });
  source.addEventListener("open", () => link && link.removeAttribute("data-lost"));
  source.addEventListener("error", () => link && link.setAttribute("data-lost", ""));
  window.addEventListener("pagehide", () => source.close());
  count();
  setInterval(count, 1000);
}

// Talk: what was said leaves the field, and the newest words stay in sight.
const talk = document.querySelector("[data-talk]");
if (talk) {
  talk.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && event.detail.elt === talk) talk.elements.text.value = "";
  });
  followed.addEventListener("htmx:afterSwap", () => {
    const words = followed.querySelectorAll(".said");
    if (words.length) words[words.length - 1].scrollIntoView({ block: "center" });
  });
}
