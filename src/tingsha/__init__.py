"""Tingsha runs Impromptu Networking for a group of any size: in a room, on video, or both at once."""

__version__ = "0.1.0"
