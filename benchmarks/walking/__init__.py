"""How long it takes until people have found each other: a hall of walking points, by crowd, room and way of finding."""
