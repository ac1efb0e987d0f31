"""Shell. The gateway's settings, from the environment."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import NoDecode

from calllock.runtime.loopback import is_loopback
from calllock.runtime.settings import HeaderSecret, ProxiedSettings, SettingPath, SiteUrl, WebUrl, WebUrlIfAny

RecognizerName = Literal["deepgram", "openai"]
VoiceName = Literal["elevenlabs", "openai"]


class Settings(ProxiedSettings):
    """Those of a voice-gateway."""

    public_url: SiteUrl
    """The URL under which Twilio reaches this service; signatures cover it: `https://phone.example.com`."""
    cache_dir: SettingPath
    """Folder that keeps the rendered fixed lines."""
    recordings_dir: SettingPath | None = None
    """Folder for recordings of businesses that have a `recording_notice`; without it nothing is recorded."""
    http_port: int = Field(default=8080, ge=0, le=65_535)
    """Port to listen on."""
    max_calls: int = Field(default=20, ge=1, le=500)
    """Most calls this process takes at once; callers beyond that are forwarded, go to
    voicemail, or are asked to call again."""
    drain_s: float = Field(default=3.0, ge=0, le=3_600)
    """Seconds that a stopping process waits for its calls to end; those that remain go to another replica."""
    twilio_account_sid: str = ""
    """The account whose calls are hung up and transferred over Twilio's REST API; if empty, by TwiML alone."""
    twilio_auth_token: SecretStr = SecretStr("")
    """Checks Twilio's signatures. Without it nobody does, which is refused unless `public_url` and `http_host` are
    this machine."""
    twilio_api_url: WebUrl = "https://api.twilio.com"
    """Base URL of that API."""
    worker_public_url: WebUrlIfAny = ""
    """The worker's setting of that name: where `twilio-setup` sends the numbers' text messages. Empty leaves them."""
    recognizers: Annotated[tuple[RecognizerName, ...], NoDecode] = ()
    """Vendors of speech recognition, in order of preference: `deepgram,openai`. The local engine is always the last
    resort, and the only one when none is named."""
    voices: Annotated[tuple[VoiceName, ...], NoDecode] = ()
    """Vendors of voices, in order of preference: `elevenlabs,openai`. The local voice is always the last resort, as
    with `recognizers`."""
    deepgram_url: WebUrl = "https://api.deepgram.com"
    """Base URL of Deepgram's API."""
    deepgram_api_key: HeaderSecret = SecretStr("")
    """Needed when `recognizers` names deepgram."""
    deepgram_model: str = "nova-3"
    """Must be a Nova model that takes key terms."""
    elevenlabs_url: WebUrl = "https://api.elevenlabs.io"
    """Base URL of ElevenLabs' API."""
    elevenlabs_api_key: HeaderSecret = SecretStr("")
    """Needed, with the voice's id, when `voices` names elevenlabs."""
    elevenlabs_voice_id: str = ""
    """Id of the ElevenLabs voice."""
    elevenlabs_model: str = "eleven_flash_v2_5"
    """Id of the ElevenLabs model."""
    openai_url: WebUrl = "https://api.openai.com/v1"
    """Base URL of OpenAI's API, or of any server with the same `audio/transcriptions` and `audio/speech`."""
    openai_api_key: HeaderSecret = SecretStr("")
    """Needed when `recognizers` or `voices` names openai."""
    openai_recognizer_model: str = "gpt-4o-mini-transcribe"
    """Model for speech recognition."""
    openai_voice_model: str = "gpt-4o-mini-tts"
    """Model for the voice."""
    openai_voice: str = "alloy"
    """Name of the voice."""

    @field_validator("recognizers", "voices", mode="before")
    @classmethod
    def _listed(cls, names: object) -> object:
        if not isinstance(names, str):
            return names
        return tuple(name for part in names.split(",") if (name := part.strip()))

    @field_validator("recognizers", "voices")
    @classmethod
    def _named_once(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(names)) < len(names):
            raise ValueError("must name each vendor once")
        return names

    @model_validator(mode="after")
    def _signed_unless_local(self) -> Settings:
        hosts = {"PUBLIC_URL": urlsplit(self.public_url).hostname or "", "HTTP_HOST": self.http_host}
        reachable = [name for name, host in hosts.items() if not is_loopback(host)]
        if reachable and not self.twilio_auth_token.get_secret_value():
            raise ValueError(f"TWILIO_AUTH_TOKEN must be set when {' and '.join(reachable)} is not this machine")
        if bool(self.twilio_account_sid) and not self.twilio_auth_token.get_secret_value():
            raise ValueError("TWILIO_AUTH_TOKEN must be set when TWILIO_ACCOUNT_SID is")
        return self

    @model_validator(mode="after")
    def _keys_of_vendors(self) -> Settings:
        needed = {
            "DEEPGRAM_API_KEY": ("deepgram" in self.recognizers, self.deepgram_api_key.get_secret_value()),
            "ELEVENLABS_API_KEY": ("elevenlabs" in self.voices, self.elevenlabs_api_key.get_secret_value()),
            "ELEVENLABS_VOICE_ID": ("elevenlabs" in self.voices, self.elevenlabs_voice_id),
            "OPENAI_API_KEY": ("openai" in (*self.recognizers, *self.voices), self.openai_api_key.get_secret_value()),
        }
        missing = [name for name, (is_needed, value) in needed.items() if is_needed and not value]
        if missing:
            raise ValueError(f"set {' and '.join(missing)}, or do not name that vendor in RECOGNIZERS or VOICES")
        return self

    @property
    def stream_url(self) -> str:
        """The media socket's public URL."""
        return "ws" + self.public_url.removeprefix("http") + "/twilio/media"

    @property
    def stream_ended_url(self) -> str:
        """Where Twilio asks how a call goes on whose stream has ended."""
        return self.public_url + "/twilio/stream-ended"

    @property
    def dial_ended_url(self) -> str:
        """The same for a call that was given to a person."""
        return self.public_url + "/twilio/dial-ended"

    @property
    def forward_ended_url(self) -> str:
        """The same for one that we could not take, which nobody may have taken."""
        return self.public_url + "/twilio/forward-ended"
