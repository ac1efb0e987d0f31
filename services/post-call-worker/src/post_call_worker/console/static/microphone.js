// A call by microphone: Twilio's media messages over a socket to the console, which hands them on to a gateway.
"use strict";

const speak = document.getElementById("speak");
const line = document.getElementById("line");
const state = document.getElementById("line-state");
const end = document.getElementById("line-end");

function base64(bytes) { return btoa(String.fromCharCode(...bytes)); }
function bytes(text) { return Uint8Array.from(atob(text), (one) => one.charCodeAt(0)); }

async function ask(form) {
  const answer = await fetch("/talk/sound", { method: "POST", body: new URLSearchParams(new FormData(form)) });
  const said = await answer.json();
  if (answer.ok) return said;
  throw new Error(typeof said.detail === "string" ? said.detail : "The call was refused.");
}

async function telephone(context, heard) {
  await context.audioWorklet.addModule(speak.dataset.worklet);
  const node = new AudioWorkletNode(context, "telephone", { outputChannelCount: [1], channelCount: 1, channelCountMode: "explicit" });
  context.createMediaStreamSource(heard).connect(node).connect(context.destination);
  return node.port;
}

function connect(path, port) {
  const socket = new WebSocket(location.origin.replace(/^http/, "ws") + path);
  const send = (message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message));
  port.onmessage = ({ data }) => send(data.mark
    ? { event: "mark", mark: { name: data.mark } }
    : { event: "media", media: { payload: base64(data.sound) } });
  socket.addEventListener("message", (event) => {
    const message = JSON.parse(event.data);
    if (message.event === "media") port.postMessage({ sound: bytes(message.media.payload) });
    else if (message.event === "mark") port.postMessage({ mark: message.mark.name });
    else if (message.event === "clear") port.postMessage({ clear: true });
  });
  return socket;
}

const REFUSALS = {
  NotAllowedError: "The browser may not use the microphone. Allow it for this page, then try again.",
  NotFoundError: "There is no microphone here.",
};

async function microphone() {
  if (!navigator.mediaDevices) throw new Error("Browsers give the microphone to pages over https only.");
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true } });
  } catch (error) {
    throw new Error(REFUSALS[error.name] || error.message);
  }
}

function show(call) {
  document.getElementById("ask").hidden = true;
  line.hidden = false;
  followed.dataset.call = call;
  followed.setAttribute("hx-get", `/calls/${call}`);
  htmx.process(followed);
  watch();
}

function staying(event) { event.preventDefault(); } // leaving the page ends the call

async function begin() {
  const context = new AudioContext({ sampleRate: 8000 });
  let heard = null;
  const release = () => {
    if (heard) for (const track of heard.getTracks()) track.stop();
    context.close();
    speak.disabled = false;
    window.removeEventListener("beforeunload", staying);
  };
  speak.disabled = true;
  try {
    heard = await microphone();
    const port = await telephone(context, heard);
    const { line: path, call } = await ask(speak.form);
    const socket = connect(path, port);
    show(call);
    window.addEventListener("beforeunload", staying);
    end.onclick = () => socket.close();
    socket.addEventListener("open", () => { state.textContent = "On the line: speak now"; });
    socket.addEventListener("close", (event) => {
      state.textContent = event.reason || "The call has ended";
      end.hidden = true;
      document.getElementById("line-again").hidden = false;
      release();
    });
  } catch (error) {
    release();
    notice(error.message);
  }
}

speak.addEventListener("click", begin);
