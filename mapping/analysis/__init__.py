"""What a map says: measures of actors, and questions with their findings. Ids and values, never sentences."""
