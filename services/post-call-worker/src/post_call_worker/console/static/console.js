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
