// The telephone's ear and mouth: microphone to mu-law, mu-law to loudspeaker, in packets of 20 ms at 8 kHz.
"use strict";

const PACKET = 160;
const BIAS = 132;
const CLIP = 32635;

function encode(sample) {
  let value = Math.max(-CLIP, Math.min(CLIP, Math.round(sample * 32767)));
  const sign = value < 0 ? 0x80 : 0;
  value = Math.abs(value) + BIAS;
  const exponent = Math.max(0, 24 - Math.clz32(value));
  return ~(sign | (exponent << 4) | ((value >> (exponent + 3)) & 0x0f)) & 0xff;
}

function decode(byte) {
  const bits = ~byte & 0xff;
  const exponent = (bits >> 4) & 7;
  const value = ((((bits & 0x0f) << 3) + BIAS) << exponent) - BIAS;
  return (bits & 0x80 ? -value : value) / 32768;
}

class Telephone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.packet = new Uint8Array(PACKET);
    this.filled = 0;
    this.toPlay = []; // sounds, and the names of marks between them
    this.at = 0;
    this.port.onmessage = ({ data }) => {
      if (data.clear) this.clear();
      else this.toPlay.push(data.sound || data.mark);
    };
  }

  clear() {
    const marks = this.toPlay.filter((one) => typeof one === "string");
    this.toPlay = [];
    this.at = 0;
    for (const mark of marks) this.port.postMessage({ mark });
  }

  process([input], [output]) {
    this.hear(input[0], output[0].length);
    this.play(output[0]);
    return true;
  }

  hear(samples, length) {
    for (let i = 0; i < length; i += 1) {
      this.packet[this.filled] = encode(samples ? samples[i] : 0);
      this.filled += 1;
      if (this.filled === PACKET) {
        this.port.postMessage({ sound: this.packet.slice() });
        this.filled = 0;
      }
    }
  }

  play(samples) {
    let i = 0;
    while (this.toPlay.length) {
      const next = this.toPlay[0];
      if (typeof next === "string") this.port.postMessage({ mark: next });
      else {
        while (i < samples.length && this.at < next.length) {
          samples[i] = decode(next[this.at]);
          i += 1;
          this.at += 1;
        }
        if (this.at < next.length) return;
      }
      this.toPlay.shift();
      this.at = 0;
    }
  }
}

registerProcessor("telephone", Telephone);
