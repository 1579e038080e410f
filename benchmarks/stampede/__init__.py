"""Everybody's line is cut at once: how soon is the whole hall back?"""
