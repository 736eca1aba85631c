"""What is known about languages, and the words and errors that every room shares."""
