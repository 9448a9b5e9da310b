"""Makers of instances: the same arguments give the same bytes, on any Python 3."""
