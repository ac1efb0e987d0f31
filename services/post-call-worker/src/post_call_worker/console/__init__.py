"""The console: what is happening on the phone now, what each call became, and why, as a web page."""
