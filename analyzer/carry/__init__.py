"""Tables of one repository's facts <-> one small file, without addresses of people."""
