#!/usr/bin/env python3
"""Say hello.

More about it.
"""

# A comment.
def hello(name):
    """Greet."""
    text = """
# no comment

"""
    return text + name  # a trailing one
