// A call by microphone: Twilio's media messages over a socket to the console, which hands them on to a gateway.
"use strict";

const speak = document.getElementById("speak");
const line = document.getElementById("line");
const state = document.getElementById("line-state");

function base64(bytes) { return btoa(String.fromCharCode(...bytes)); }
function bytes(text) { return Uint8Array.from(atob(text), (one) => one.charCodeAt(0)); }

async function ask(form) {
  const answer = await fetch("/talk/sound", { method: "POST", body: new URLSearchParams(new FormData(form)) });
  const said = await answer.json();
  if (answer.ok) return said;
  throw new Error(typeof said.detail === "string" ? said.detail : "The call was refused.");
}

async function telephone(context, microphone) {
  await context.audioWorklet.addModule(speak.dataset.worklet);
  const node = new AudioWorkletNode(context, "telephone", { outputChannelCount: [1], channelCount: 1, channelCountMode: "explicit" });
  context.createMediaStreamSource(microphone).connect(node).connect(context.destination);
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

function watch(call) {
  const source = new EventSource("/now/events");
  source.addEventListener("call", (event) => {
    const about = JSON.parse(event.data);
    if (about.call === call && about.card) document.getElementById("line-card").innerHTML = about.card;
  });
  window.addEventListener("pagehide", () => source.close());
}

async function begin() {
  const context = new AudioContext({ sampleRate: 8000 });
  let microphone = null;
  const release = () => {
    if (microphone) for (const track of microphone.getTracks()) track.stop();
    context.close();
    speak.disabled = false;
  };
  speak.disabled = true;
  try {
    microphone = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true } });
    const port = await telephone(context, microphone);
    const { line: path, call } = await ask(speak.form);
    const socket = connect(path, port);
    line.hidden = false;
    document.getElementById("line-call").href = `/calls/${call}`;
    document.getElementById("line-end").onclick = () => socket.close();
    socket.addEventListener("open", () => { state.textContent = "On the line"; });
    socket.addEventListener("close", (event) => { state.textContent = event.reason || "The call has ended"; release(); });
    watch(call);
  } catch (error) {
    release();
    notice(error.message);
  }
}

speak.addEventListener("click", begin);
