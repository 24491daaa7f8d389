# A comment.
Feature: greeting

  Scenario: # no comment
