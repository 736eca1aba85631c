"""What words ask to be seen: concepts in many languages."""
