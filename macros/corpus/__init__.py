"""All records together: indexed, with every relation readable from both ends."""
