"""What Twilio says and wants to hear: webhooks, TwiML, media-stream messages, REST."""
