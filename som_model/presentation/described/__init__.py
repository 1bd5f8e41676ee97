"""Tables described once: what they hold, before any renderer."""
