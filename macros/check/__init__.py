"""Rules between records. Each rule is one small function from a corpus to messages."""
