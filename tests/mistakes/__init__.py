"""What usual mistakes of authors are answered with."""
