"""What a call was about, as a dispatcher would say it: tags, priority, revenue. Pure."""
