-- A comment.
--[==[ A long comment

]] goes on
]==]
local text = [[
-- no comment
]] .. "-- nor here" -- trailing
print(#text)
