# A comment.
load(":a.bzl", "a") # trailing

text = """
# no comment
"""
