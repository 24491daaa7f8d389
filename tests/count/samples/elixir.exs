# A comment.
defmodule Greet do
  @moduledoc """
  # no comment

  """
  def hash, do: ?# # trailing
end
