<?xml version="1.0"?>
<!-- A comment -->
<xsl:stylesheet version="1.0"/> <!-- trailing -->

