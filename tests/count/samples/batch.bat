@echo off

REM A comment.
  @rem another
:: and another
echo rem is no comment
set reminder=1
