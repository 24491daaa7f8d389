# cython: language_level=3
cdef int add(int a, int b):

    text = "# no comment"
    # a comment
    return a + b  # trailing
