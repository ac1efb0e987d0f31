// What htmx leaves to do: saying that something failed, and changing a page where it differs and nowhere else.
"use strict";

function notice(text) {
  const place = document.getElementById("notice");
  place.textContent = text.charAt(0).toUpperCase() + text.slice(1);
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

// A filter looks set while it is.
document.addEventListener("change", (event) => {
  event.target.closest(".choice")?.classList.toggle("set", event.target.value !== "");
});

// What stays as it was keeps its focus, its scroll, what is selected in it, and is not read out again.
function mend(old, drawn) {
  if (isOther(old, drawn)) old.replaceWith(drawn);
  else if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== drawn.data) old.data = drawn.data;
  } else {
    for (const { name } of [...old.attributes]) {
      if (!drawn.hasAttribute(name) && !(name === "open" && old.nodeName === "DETAILS")) old.removeAttribute(name);
    }
    for (const { name, value } of drawn.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    mendInside(old, drawn);
  }
}

// htmx loads by itself only what is new.
function isOther(old, drawn) {
  return old.nodeName !== drawn.nodeName || old.id !== drawn.id
    || old.getAttribute?.("hx-trigger") !== drawn.getAttribute?.("hx-trigger");
}

function mendInside(old, drawn) {
  const wanted = [...drawn.childNodes];
  const there = [...old.childNodes];
  wanted.forEach((node, place) => (there[place] ? mend(there[place], node) : old.append(node)));
  for (const node of there.slice(wanted.length)) node.remove();
}

htmx.defineExtension("mend", {
  isInlineSwap: (style) => style === "mend",
  handleSwap(style, target, drawn) {
    if (style !== "mend") return false;
    mendInside(target, drawn);
    return [target];
  },
});
